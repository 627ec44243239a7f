import { DomainError } from '#platform/errors';

export class ExceptionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'exception-not-found';

  constructor() {
    super({
      'zh-CN': '没有这条异常，请刷新异常列表后再试。',
      en: 'There is no such exception. Read the list of exceptions again, then retry.',
    });
  }
}

export class ExceptionIsResolved extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'exception-is-resolved';

  constructor() {
    super({
      'zh-CN': '这条异常已经处理完毕，不能再改。请刷新查看处理结果；若处理有误，请另做更正。',
      en: 'This exception was resolved already and stays so. Read it again to see how; if that was wrong, enter a correction.',
    });
  }
}

export class OwnerUnknown extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'owner-unknown';

  constructor() {
    super({
      'zh-CN': '没有这个账号或它已停用，请另选一名处理人。',
      en: 'There is no such account, or it is disabled. Choose another owner.',
    });
  }
}

export class NothingWasRead extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'nothing-was-read';

  constructor() {
    super({
      'zh-CN': '这条异常没有留存的原始读数，请看异常的说明。',
      en: 'Nothing that was read lies beside this exception. See its details instead.',
    });
  }
}

export class ReadingIsTheOwners extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'reading-is-the-owners';

  constructor() {
    super({
      'zh-CN': '原始读数只给这条异常的负责人或点长查看。如由您处理，请先把负责人改为您。',
      en: 'What was read is shown to the owner of the exception and the site lead alone. If you see to it, be made its owner first.',
    });
  }
}
