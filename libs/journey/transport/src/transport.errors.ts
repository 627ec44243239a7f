import { DomainError, type Json } from '#platform/errors';
import type { BoxAct, BoxState } from './box-states.js';

export class UnknownBox extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-box';

  constructor(code: string) {
    super({
      'zh-CN': `没有转运箱 ${code}，请核对箱码；新箱请先登记。`,
      en: `There is no box ${code}. Check the code; a new box must be opened first.`,
    });
  }
}

export class UnknownTransportSite extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-site';

  constructor() {
    super({
      'zh-CN': '没有这个采样点，请重新选择采样点。',
      en: 'There is no such site. Choose the site again.',
    });
  }
}

export class BoxCodeTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-code-taken';

  constructor(code: string) {
    super({
      'zh-CN': `箱码 ${code} 已被登记为另一个转运箱（采样点或实验室不同），请核对或换一个新箱码。`,
      en: `The code ${code} already belongs to another box (another site or laboratory). Check it or take a new code.`,
    });
  }
}

export type PackingRefusal =
  'unknown-tube' | 'discarded' | 'not-sealed' | 'of-another-site' | 'in-another-box' | 'lost' | 'delivered';

const packingWords: Record<PackingRefusal, [zh: string, en: string]> = {
  'unknown-tube': ['未登记', 'is not known'],
  discarded: ['已弃用', 'was discarded'],
  'not-sealed': ['尚未封管', 'is not sealed'],
  'of-another-site': ['属于其他采样点', 'belongs to another site'],
  'in-another-box': ['已在其他转运箱中', 'is in another box'],
  lost: ['已报遗失', 'was declared lost'],
  delivered: ['已到实验室', 'has already reached a laboratory'],
};

/** All or nothing: names every tube that stands in the way and why. */
export class TubesCannotBePacked extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tubes-cannot-be-packed';

  constructor(refused: { barcode: string; reason: PackingRefusal; boxCode?: string }[]) {
    const shown = refused.slice(0, 5);
    const zh = shown.map(({ barcode, reason }) => `${barcode} ${packingWords[reason][0]}`).join('；');
    const en = shown.map(({ barcode, reason }) => `${barcode} ${packingWords[reason][1]}`).join('; ');
    super(
      {
        'zh-CN': `有 ${refused.length} 管不能装箱（${zh}${refused.length > 5 ? '…' : ''}），本次一管也没有装入。请取出这些管后重试。`,
        en: `${refused.length} of the tubes cannot be packed (${en}${refused.length > 5 ? '…' : ''}); none was. Take them out and try again.`,
      },
      { refused: refused as unknown as Json },
    );
  }
}

export class BoxIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-closed';

  constructor(code: string, tubes: number) {
    super({
      'zh-CN': `转运箱 ${code} 已封箱（${tubes} 管），不能再改动。请另用一个转运箱。`,
      en: `Box ${code} is sealed with ${tubes} tubes and cannot be changed. Use another box.`,
    });
  }
}

export class TubeIsNotInBox extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'tube-is-not-in-box';

  constructor(barcode: string, code: string) {
    super({
      'zh-CN': `采样管 ${barcode} 不在转运箱 ${code} 里，没有可取出的。请核对管码和箱码。`,
      en: `Tube ${barcode} is not in box ${code}, so there is nothing to take out. Check both codes.`,
    });
  }
}

export class BoxIsEmpty extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-empty';

  constructor(code: string) {
    super({
      'zh-CN': `转运箱 ${code} 里没有采样管，不能封箱。请先扫管装箱。`,
      en: `Box ${code} holds no tube and cannot be sealed. Scan tubes into it first.`,
    });
  }
}

export class CountedTubesDiffer extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'counted-tubes-differ';

  constructor(counted: number, known: number, barcodes: string[]) {
    super(
      {
        'zh-CN': `实物 ${counted} 管，系统 ${known} 管，数目不符。请逐管清点：漏扫的补扫，多出的取出；系统里多的，在系统中取出该管，然后再封箱。`,
        en: `${counted} tubes were counted, the system holds ${known}. Go through them one by one: scan what was missed; take out what is too much, and remove here what is not in the box; then seal.`,
      },
      { counted, known, barcodes },
    );
  }
}

const stateWords: Record<BoxState, [zh: string, en: string]> = {
  open: ['尚未封箱', 'is not sealed yet'],
  sealed: ['已封箱，待转运', 'is sealed and waits for a courier'],
  dispatched: ['正在转运途中', 'is on its way'],
  'at-hub': ['在中转站', 'is at a hub'],
  received: ['实验室已签收', 'was received by the laboratory'],
};

const wantedState: Record<BoxAct, [zh: string, en: string]> = {
  seal: ['未封箱', 'open'],
  dispatch: ['已封箱', 'sealed'],
  'hub-arrival': ['在途', 'on its way'],
  'hub-departure': ['在中转站', 'at that hub'],
  receipt: ['在途', 'on its way'],
};

export class BoxIsElsewhere extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-elsewhere';

  constructor(code: string, state: BoxState, act: BoxAct) {
    super(
      {
        'zh-CN': `转运箱 ${code} ${stateWords[state][0]}，这一步只能对“${wantedState[act][0]}”的转运箱操作。请先完成前一步交接。`,
        en: `Box ${code} ${stateWords[state][1]}; this step is for a box that is ${wantedState[act][1]}. Sign the step before it first.`,
      },
      { state },
    );
  }
}

export class HandoverAlreadySigned extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'handover-already-signed';

  constructor(code: string) {
    super({
      'zh-CN': `转运箱 ${code} 的这一步交接已由他人或以其他内容签过。请查看交接记录，不要重复签收。`,
      en: `This handover of box ${code} was already signed by somebody else or with other content. Look at its custody record; do not sign again.`,
    });
  }
}

export class GiverIsUnknown extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'giver-is-unknown';

  constructor(wanted: 'packer' | 'courier') {
    const zh = wanted === 'packer' ? '封箱员' : '转运员';
    super({
      'zh-CN': `交出人不是在册的${zh}，请让交出转运箱的${zh}报自己的用户名。`,
      en: `Whoever gives the box is not a ${wanted} we know. Ask the ${wanted} who hands it over for their user name.`,
    });
  }
}

export class GiverDoesNotHoldBox extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'giver-does-not-hold-box';

  constructor(code: string) {
    super({
      'zh-CN': `转运箱 ${code} 登记在另一名转运员手中。请由实际持箱人交接，或先补签上一程。`,
      en: `Box ${code} is recorded in the hands of another courier. Let whoever holds it hand it over, or sign the leg before first.`,
    });
  }
}

export class BoxIsAtAnotherHub extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-at-another-hub';

  constructor(code: string, hubCode: string) {
    super({
      'zh-CN': `转运箱 ${code} 登记在中转站 ${hubCode}，请核对中转站编码。`,
      en: `Box ${code} is recorded at hub ${hubCode}. Check the code of the hub.`,
    });
  }
}

export class BoxIsForAnotherLab extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-for-another-lab';

  constructor(code: string, labCode: string) {
    super({
      'zh-CN': `转运箱 ${code} 应送实验室 ${labCode}，请不要签收，让转运员送往该实验室。`,
      en: `Box ${code} is meant for laboratory ${labCode}. Do not sign for it; send the courier there.`,
    });
  }
}
