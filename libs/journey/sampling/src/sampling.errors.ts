import { DomainError } from '#platform/errors';

export class UnknownTube extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-tube';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `系统里没有采样管 ${barcode}。请先扫管码开管；如果扫的是箱码或居民码，请换扫管身条码。`,
        en: `There is no tube ${barcode}. Open the tube first by scanning it; if this was a box or resident code, scan the barcode on the tube.`,
      },
      { barcode },
    );
  }
}

export class TubeIsSealed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-sealed';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `采样管 ${barcode} 已封管，不能再改动。请开一支新管。`,
        en: `Tube ${barcode} is sealed and nothing can be changed in it. Open a new tube.`,
      },
      { barcode },
    );
  }
}

export class TubeIsDiscarded extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-discarded';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `采样管 ${barcode} 已弃用，管码不能再用。请把这支管放进医疗废物，另取一支新管开管。`,
        en: `Tube ${barcode} was discarded and its code is used up. Put it into the medical waste, take another tube and open that one.`,
      },
      { barcode },
    );
  }
}

export class TubeIsNotEmpty extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-not-empty';

  constructor(barcode: string, filled: number) {
    super(
      {
        'zh-CN': `管 ${barcode} 里已有 ${filled} 支拭子，不能弃用。请封管（选择原因）送检；登记错人的，先作废该条登记。`,
        en: `Tube ${barcode} already holds ${filled} swabs and cannot be discarded. Seal it, with a reason, and send it; a registration of the wrong person is voided first.`,
      },
      { barcode, filled },
    );
  }
}

export class TubeIsFull extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-full';

  constructor(barcode: string, capacity: number) {
    super(
      {
        'zh-CN': `采样管 ${barcode} 已满 ${capacity} 人，请封管换管后再扫。`,
        en: `Tube ${barcode} already holds ${capacity}. Seal it, open a new tube and scan again.`,
      },
      { barcode, capacity },
    );
  }
}

export class RoundIsNotRunning extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'round-is-not-running';

  constructor() {
    super({
      'zh-CN': '本轮次没有开始或已经结束，不能采样。请确认所选轮次，或联系指挥部。',
      en: 'This round has not been opened or is closed, so nobody can be sampled in it. Check the round or ask the organiser.',
    });
  }
}

export class UnknownResident extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-resident';

  constructor() {
    super({
      'zh-CN': '台账里没有此人。请核对证件；确为本人的，先登记居民信息再采样。',
      en: 'This person is not in the ledger. Check the document; if it is right, register the person first, then scan again.',
    });
  }
}

export class AlreadySampled extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'already-sampled';

  constructor(masked: string, when: { zh: string; en: string }, tube: string) {
    super(
      {
        'zh-CN': `${masked} ${when.zh} 已在管 ${tube} 采样，本轮不用再采，请放行。`,
        en: `${masked} was already sampled ${when.en} in tube ${tube}; no second swab is needed in this round.`,
      },
      { tube, masked },
    );
  }
}

export class SingleTubeOnly extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'single-tube-only';

  constructor(masked: string) {
    super(
      {
        'zh-CN': `${masked} 必须单采，不能进混采管。请引导到单采通道，另开单采管。`,
        en: `${masked} must be sampled singly and may not go into a pool. Lead them to the single lane and open a single tube.`,
      },
      { masked },
    );
  }
}

export class OtherHousehold extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'other-household';

  constructor(masked: string) {
    super(
      {
        'zh-CN': `${masked} 与管内居民不是一户，1户1管不能混入。请为这一户另开新管。`,
        en: `${masked} is of another household than the people in this household tube. Open a new tube for this household.`,
      },
      { masked },
    );
  }
}

export class SwabIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'swab-id-taken';

  constructor(id: string) {
    super(
      {
        'zh-CN': '这个编号已用于另一次采样，内容不同，未作任何改动。请用新编号重新提交。',
        en: 'This id already belongs to another swab with other content; nothing was changed. Send the act with a new id.',
      },
      { id },
    );
  }
}

export class TubeCodeTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-code-taken';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `管码 ${barcode} 已经用过，一码只能用一次。请换一支新管，把这支管交给现场负责人。`,
        en: `The code ${barcode} was used before and a code is used only once. Take another tube and give this one to the site lead.`,
      },
      { barcode },
    );
  }
}

export class BarcodeNotAccepted extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'barcode-not-accepted';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `“${barcode}”不符合本轮的管码规则，请确认扫的是采样管条码。`,
        en: `"${barcode}" does not follow this round's rule for tube codes. Make sure that you scanned the barcode on a tube.`,
      },
      { barcode },
    );
  }
}

export class UnknownStation extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-station';

  constructor() {
    super({
      'zh-CN': '没有这个采样台或它已撤掉，请重新选择采样点和台号。',
      en: 'There is no such station, or it was taken down. Choose the site and the station again.',
    });
  }
}

export class UnknownRound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-round';

  constructor() {
    super({ 'zh-CN': '没有这个轮次，请重新选择轮次。', en: 'There is no such round. Choose the round again.' });
  }
}

export class NobodyOnShift extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'nobody-on-shift';

  constructor() {
    super({
      'zh-CN': '这个采样台现在没有排班，开管需要一名扫码员和一名采样员在岗。请先登记班次。',
      en: 'Nobody is on shift at this station now; a tube needs one scanner and one collector. Enter the shift first.',
    });
  }
}

export class PoolClassNotInRound extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'pool-class-not-in-round';

  constructor(poolClass: string) {
    super(
      {
        'zh-CN': `本轮没有“${poolClass}”这种混检类别，请按本轮方案选择。`,
        en: `This round has no pool class "${poolClass}". Choose one of the round's classes.`,
      },
      { poolClass },
    );
  }
}

export class CountDiffers extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'count-differs';

  constructor(barcode: string, counted: number, filled: number) {
    super(
      {
        'zh-CN': `管 ${barcode}：您数到 ${counted} 支拭子，系统登记 ${filled} 人。请重新清点；确实不一致的，选择原因“数目不符”并写明情况。`,
        en: `Tube ${barcode}: you counted ${counted} swabs, ${filled} people are registered. Count again; if it really differs, give the reason count-differs and a note.`,
      },
      { barcode, counted, filled },
    );
  }
}

export class NotFullNeedsReason extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'not-full-needs-reason';

  constructor(barcode: string, filled: number, capacity: number) {
    super(
      {
        'zh-CN': `管 ${barcode} 只有 ${filled}/${capacity} 人，未满封管须选择原因（如场次结束、换班、截止）。`,
        en: `Tube ${barcode} holds only ${filled} of ${capacity}. To seal it before it is full, give a reason (end of session, shift change, deadline …).`,
      },
      { barcode, filled, capacity },
    );
  }
}

export class TubeIsEmpty extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-empty';

  constructor(barcode: string) {
    super(
      {
        'zh-CN': `管 ${barcode} 里没有登记任何人，不能封管送检。请继续采样；不用这支管了，就弃用它。`,
        en: `Nobody is registered in tube ${barcode}, so it cannot be sealed and sent. Go on sampling into it, or discard it if it is not needed.`,
      },
      { barcode },
    );
  }
}

export class UnknownSwab extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-swab';

  constructor() {
    super({
      'zh-CN': '这支管里没有这条采样记录，请刷新管内名单后再试。',
      en: 'There is no such swab in this tube. Read the list of the tube again, then retry.',
    });
  }
}
