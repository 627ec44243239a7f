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
