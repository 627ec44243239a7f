import { DomainError } from '#platform/errors';

export class MergingNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'merging-not-found';

  constructor() {
    super({
      'zh-CN': '没有这条合并申请，请刷新列表后再试。',
      en: 'There is no such merging. Read the list again, then retry.',
    });
  }
}

export class MergingIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'merging-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一条合并申请，内容不同，未作任何改动。请用新编号重新提交。',
      en: 'This id already belongs to another merging with other content; nothing was changed. Send it with a new id.',
    });
  }
}

export class MergingIsOpen extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'merging-is-open';

  constructor() {
    super({
      'zh-CN': '此人已有一条合并申请等待批准，请先处理那一条。',
      en: 'A merging of this person waits for approval already. Decide that one first.',
    });
  }
}

export class MergingIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'merging-is-decided';

  constructor() {
    super({
      'zh-CN': '这条合并申请已经有结果，不能再改。请刷新查看。',
      en: 'This merging has been decided and stays as it is. Read it again.',
    });
  }
}

export class OnePersonOnly extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'one-person-only';

  constructor() {
    super({
      'zh-CN': '要合并的是同一条台账记录。请选择两条不同的记录。',
      en: 'This is one entry of the ledger, which cannot be merged with itself. Choose two different entries.',
    });
  }
}

export class ResidentWasMerged extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'resident-was-merged';

  constructor(into: string) {
    super(
      {
        'zh-CN': '这条台账记录已并入另一条记录，请改用那一条。',
        en: 'This entry of the ledger was merged into another one. Use that one.',
      },
      { into },
    );
  }
}

export class AnotherPersonMustMerge extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'another-person-must-merge';

  constructor() {
    super({
      'zh-CN': '合并须由申请人以外的网格员或指挥部人员本人登录后批准。请让另一位来批准。',
      en: 'A merging is approved by a grid worker or organiser other than its author, signed in as themselves. Ask another one to approve it.',
    });
  }
}
