import { DomainError } from '#platform/errors';

export class CorrectionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'correction-not-found';

  constructor() {
    super({
      'zh-CN': '没有这条更正，请刷新更正列表后再试。',
      en: 'There is no such correction. Read the list of corrections again, then retry.',
    });
  }
}

export class CorrectionIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'correction-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一条更正，内容不同，未作任何改动。请用新编号重新提交。',
      en: 'This id already belongs to another correction with other content; nothing was changed. Send it with a new id.',
    });
  }
}

export class AnotherPersonMustApprove extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'another-person-must-approve';

  constructor() {
    super({
      'zh-CN': '更正须由提出人以外的点长或指挥部人员本人登录后批准。请让另一位负责人来批准。',
      en: 'A correction is approved by a site lead or organiser other than its author, signed in as themselves. Ask another one to approve it.',
    });
  }
}

export class OnlyThePairMayCorrect extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'only-the-pair-may-correct';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `采样管 ${barcode} 还开着，只能由开管的两人或点长、指挥部更正。请到该采样台更正，或请点长处理。`,
        en: `Tube ${barcode} is still open and only the pair at its table, the site lead or an organiser may correct it. Do it at that table or ask the site lead.`,
      },
      { barcode },
    );
  }
}

export class OnlyTheAuthorWithdraws extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'only-the-author-withdraws';

  constructor() {
    super({
      'zh-CN': '只有提出人能撤回更正。不同意的，请选择“不批准”并写明原因。',
      en: 'Only its author withdraws a correction. If you do not agree with it, refuse it and say why.',
    });
  }
}

export class CorrectionIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'correction-is-decided';

  constructor(state: string) {
    super(
      {
        'zh-CN': '这条更正已经有结果，不能再改。请刷新查看；需要再改的，另提一条更正。',
        en: 'This correction has been decided and stays as it is. Read it again; if something is still wrong, propose another one.',
      },
      { state },
    );
  }
}

export class CorrectionIsOvertaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'correction-is-overtaken';

  constructor() {
    super({
      'zh-CN': '提出更正之后情况已经变化，这条更正已作废，未作任何改动。请核对现状后重新提出。',
      en: 'Things have changed since this correction was proposed; it was refused and nothing was changed. Look at how it is now and propose it again.',
    });
  }
}

export class NothingToCorrect extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'nothing-to-correct';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `采样管 ${barcode} 的记录已经是这样，没有可更正的内容。请刷新管内名单核对。`,
        en: `Tube ${barcode} is recorded like that already, so there is nothing to correct. Read its list again.`,
      },
      { barcode },
    );
  }
}

export class SwabWasMoved extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'swab-was-moved';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `管 ${barcode} 的这个位置只是留痕，拭子已更正到别的采样管。请在那支管上更正。`,
        en: `This place of tube ${barcode} only shows that a swab was registered there; it was moved to another tube. Correct it there.`,
      },
      { barcode },
    );
  }
}

export class ResidentHasSwab extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'resident-has-swab';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `此人本轮已登记在管 ${barcode}，不能再登记一支拭子。若那一条有误，请先更正那一条。`,
        en: `This person is registered with a swab in tube ${barcode} in this round already. If that one is wrong, correct it first.`,
      },
      { barcode },
    );
  }
}

export class TubesAreApart extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tubes-are-apart';

  constructor(barcode: string, other: string) {
    super(
      {
        'zh-CN': `管 ${barcode} 与管 ${other} 不是同一轮次、同一采样点的，不能互相更正。请核对管码。`,
        en: `Tubes ${barcode} and ${other} are not of one round and site, so nothing can be moved between them. Check the codes.`,
      },
      { barcode, other },
    );
  }
}

export class TubesAreNotAlike extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tubes-are-not-alike';

  constructor(barcode: string, other: string) {
    super(
      {
        'zh-CN': `管 ${barcode} 与管 ${other} 状态不同，不能互换条码。请先把两支管都封管，再互换。`,
        en: `Tubes ${barcode} and ${other} are in different states, so their codes cannot be exchanged. Seal both first.`,
      },
      { barcode, other },
    );
  }
}

export class TubeIsOnItsWay extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-on-its-way';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `管 ${barcode} 已装箱、已送出或已有去向，不能这样更正。还没封箱的，先从箱里取出再更正；已送出的，请与另一支管互换条码或联系实验室。`,
        en: `Tube ${barcode} is in a box, on its way or has come to an end, so this cannot be done. Take it out of a box that is not sealed first; once it is on its way, exchange codes with the other tube or ask the laboratory.`,
      },
      { barcode },
    );
  }
}
