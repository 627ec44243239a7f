import { DomainError } from '#platform/errors';

export class HeldBatchNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'held-batch-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个暂存批次，请刷新该终端的暂存列表后再试。',
      en: 'There is no such held batch. Read the list of what is held of the device again, then retry.',
    });
  }
}

export class HeldBatchIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'held-batch-is-decided';

  constructor() {
    super({
      'zh-CN': '这个暂存批次已经决定过，已收录的操作不能退回。只能再多收录一些；收录有误的请另做更正。',
      en: 'This held batch was decided already, and what was taken over stays. More of it can be taken; what should not have been is put right by a correction.',
    });
  }
}

export class ExceptionNeedsDecision extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'exception-needs-decision';

  constructor() {
    super({
      'zh-CN': '这条异常要逐个决定暂存批次（收录或搁置）才会结束，请先打开该终端的暂存列表。',
      en: 'This exception ends when each held batch of the device is taken over or set aside. Open the list of what is held of it.',
    });
  }
}

export class TooMuchIsHeld extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-much-is-held';

  constructor(most: number) {
    super(
      {
        'zh-CN': `这台终端已有 ${most} 个批次等待决定，暂不再接收。请把终端交给点长，由其先决定已暂存的批次；终端上的记录请勿删除。`,
        en: `There are ${most} batches of this device that wait for a decision. Give it to the site lead, who decides those first, and do not delete what it has not sent.`,
      },
      { most },
    );
  }
}
