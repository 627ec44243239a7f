import { DomainError, type Json } from '#platform/errors';

export class NotOfALab extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'not-of-a-lab';

  constructor() {
    super({
      'zh-CN': '您的账号尚未归属任何实验室，请联系管理员登记。',
      en: 'Your account belongs to no laboratory yet. Ask an administrator to assign it.',
    });
  }
}

export class UnknownLab extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-lab';

  constructor(code: string) {
    super({
      'zh-CN': `没有编码为 ${code} 的实验室，请核对实验室编码。`,
      en: `There is no laboratory ${code}. Check its code.`,
    });
  }
}

export class LabIsNotForAccount extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'lab-is-not-for-account';

  constructor() {
    super({
      'zh-CN': '只有“实验室”岗位的账号可以归属实验室，且只能归属一家。请换一个账号。',
      en: 'Only an account with the role lab can belong to a laboratory, and to one only. Choose another account.',
    });
  }
}

export class UnknownBoxAtLab extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-box';

  constructor(code: string) {
    super({
      'zh-CN': `没有转运箱 ${code}，请核对箱码。`,
      en: `There is no box ${code}. Check the code.`,
    });
  }
}

export class BoxIsNotReceived extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-not-received';

  constructor(code: string) {
    super({
      'zh-CN': `转运箱 ${code} 尚未与转运员交接签收。请先签收转运箱，再逐管登记。`,
      en: `Box ${code} has not been taken over from the courier. Sign for the box first, then record its tubes.`,
    });
  }
}

export class BoxIsAtAnotherLab extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-at-another-lab';

  constructor(code: string) {
    super({
      'zh-CN': `转运箱 ${code} 由另一家实验室签收，请核对箱码。`,
      en: `Box ${code} was received by another laboratory. Check the code.`,
    });
  }
}

export class BoxIsRecordedAlready extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'box-is-recorded-already';

  constructor(code: string) {
    super({
      'zh-CN': `转运箱 ${code} 已登记过收样，内容与这次不同。请查看已有的收样记录。`,
      en: `The tubes of box ${code} were recorded already, with other content. Look at that receipt.`,
    });
  }
}

export class ReceiptIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'receipt-id-taken';

  constructor() {
    super({
      'zh-CN': '这个收样编号已用于另一份内容，请换一个新编号。',
      en: 'This receipt id was already used for other content. Take a new id.',
    });
  }
}

export class TubeListedTwice extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'tube-listed-twice';

  constructor(barcodes: string[]) {
    super(
      {
        'zh-CN': `同一管被列了两次：${barcodes.slice(0, 5).join('、')}。每管只能接收或拒收一次，请改正后重发。`,
        en: `Some tubes are listed twice: ${barcodes.slice(0, 5).join(', ')}. Accept or reject each tube once and send again.`,
      },
      { barcodes: barcodes as Json },
    );
  }
}

export class UnknownReceipt extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-receipt';

  constructor() {
    super({
      'zh-CN': '没有这份收样记录，请核对编号。',
      en: 'There is no such receipt. Check the id.',
    });
  }
}
