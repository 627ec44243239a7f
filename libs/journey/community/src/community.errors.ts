import { DomainError, type ErrorKind } from '#platform/errors';
import type { Reading, Refusal } from './refusal.js';

/** Something that was typed or scanned cannot be taken; the code and the words say which rule it breaks. */
export class NotUnderstood extends DomainError {
  readonly kind = 'invalid';
  readonly code: string;

  constructor(refusal: Refusal, field?: string) {
    super({ 'zh-CN': refusal.zh, en: refusal.en }, field === undefined ? {} : { field });
    this.code = refusal.code;
  }
}

/** The value of a reading. @throws NotUnderstood with the reading's own code and words. */
export function taken<T>(reading: Reading<T>, field?: string): T {
  if (reading.ok) return reading.value;
  throw new NotUnderstood(reading.refusal, field);
}

export class AreaIsUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'area-is-unknown';

  constructor() {
    super({
      'zh-CN': '系统中没有这个区域，请核对编码，或先登记上级区域。',
      en: 'This area is not registered. Check the code, or register the area above it first.',
    });
  }
}

export class ResidentIsUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'resident-is-unknown';

  constructor() {
    super({
      'zh-CN': '台账中没有这位居民，请核对后登记。',
      en: 'This resident is not in the ledger. Check the details and register the person.',
    });
  }
}

export class ResidentIsRegisteredAlready extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'resident-is-registered-already';

  constructor(residentId: string) {
    super(
      {
        'zh-CN': '此证件已登记，不需要再登记，请直接使用已有的记录。',
        en: 'A person with this document is registered already. Use the existing record.',
      },
      { residentId },
    );
  }
}

export class RegistrationIdIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'registration-id-is-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于登记另一份内容，请换一个新编号后重发。',
      en: 'This id was used for a different registration. Send it again with a new id.',
    });
  }
}

export class LedgerIsUnreadable extends DomainError {
  readonly kind = 'invalid';
  readonly code: string;

  constructor(refusal: Refusal) {
    super({ 'zh-CN': refusal.zh, en: refusal.en });
    this.code = refusal.code;
  }
}

export class LedgerIsTooLarge extends DomainError {
  readonly kind: ErrorKind = 'too-large';
  readonly code = 'ledger-is-too-large';

  constructor(limitBytes: number) {
    const megabytes = Math.floor(limitBytes / 1024 / 1024);
    super({
      'zh-CN': `文件超过${megabytes}MB，请按社区分成几个文件上传。`,
      en: `The file has more than ${megabytes} MB. Upload one file per community.`,
    });
  }
}

export class LedgerUploadBrokeOff extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'ledger-upload-broke-off';

  constructor() {
    super({
      'zh-CN': '上传中断，文件没有保存，请重新上传。',
      en: 'The upload broke off and nothing was stored. Upload the file again.',
    });
  }
}

export class LedgerImportIsUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'ledger-import-is-unknown';

  constructor() {
    super({
      'zh-CN': '没有这次台账导入，请核对编号。',
      en: 'There is no such ledger import. Check the id.',
    });
  }
}

export class ResidentCodeIsRevoked extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'resident-code-is-revoked';

  constructor() {
    super({
      'zh-CN': '这张居民码已作废，请换新码，或改用证件登记。',
      en: 'This resident code was revoked. Issue a new one or register by document.',
    });
  }
}

export class ResidentCodeIsUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'resident-code-is-unknown';

  constructor() {
    super({
      'zh-CN': '系统中没有这张居民码，请换新码，或改用证件登记。',
      en: 'This resident code is not known here. Issue a new one or register by document.',
    });
  }
}

export class SearchNeedsOneQuestion extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'search-needs-one-question';

  constructor() {
    super({
      'zh-CN': '请给出证件号码、手机号或区域中的一项再查询。',
      en: 'Give one of ID number, phone or area to search by.',
    });
  }
}

export class DocumentEndingIsWrong extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'document-ending-is-wrong';

  constructor() {
    super({
      'zh-CN': '证件号码后四位不符，请核对后重试；连续五次不符后须换新码。',
      en: 'The last four characters of the document do not match. Check them and try again; after five wrong tries a new code is needed.',
    });
  }
}

export class ResidentCodeIsBlocked extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'resident-code-is-blocked';

  constructor() {
    super({
      'zh-CN': '后四位多次不符，此码不能再用于登录，请向网格员换新码。',
      en: 'Too many wrong tries: this code cannot be used to sign in any more. Ask the grid worker for a new one.',
    });
  }
}
