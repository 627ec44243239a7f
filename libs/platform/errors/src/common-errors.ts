import { DomainError, type ErrorKind } from './domain-error.js';

/** What is wrong with one field; `path` is empty for the body as a whole. */
export interface FieldFault {
  path: string;
  zh: string;
  en: string;
}

/** The request does not have the agreed shape. `issues` names each field and what is wrong with it, without its value. */
export class InvalidRequest extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'invalid-request';

  constructor(faults: readonly FieldFault[]) {
    const [first] = faults;
    super(
      {
        'zh-CN': `请求内容不符合要求${first ? `（${first.path || '正文'}：${first.zh}）` : ''}，请按接口说明改正后重发，数据没有被保存。`,
        en: `The request does not have the agreed shape${first ? ` (${first.path || 'body'}: ${first.en})` : ''}. Correct it and send it again; nothing was stored.`,
      },
      { issues: faults.map(({ path, zh, en }) => ({ path, message: en, messages: { 'zh-CN': zh, en } })) },
    );
  }
}

export class RouteNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'route-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个地址，请核对请求方法和路径（接口说明见 contract/openapi.json）。',
      en: 'There is nothing at this address. Check the method and the path (the interface is described in contract/openapi.json).',
    });
  }
}

/** What was asked for does not exist, or not for this account: the two are told apart for nobody. */
export class NotInSight extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'not-in-sight';

  constructor() {
    super({
      'zh-CN': '在您的管辖范围内找不到对应的对象，请核对编号；如确有需要，请管理员调整管辖范围。数据没有被保存。',
      en: 'There is no such thing within your scope. Check the id; if you do need it, ask for a wider scope. Nothing was stored.',
    });
  }
}

/** What the machinery in front of the rooms refuses: unreadable JSON, a body that is too large, an unknown media type. */
export class UnreadableRequest extends DomainError {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    zh: string,
    en: string,
  ) {
    super({ 'zh-CN': zh, en });
  }
}

export class ServiceBusy extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'service-busy';

  constructor() {
    super({
      'zh-CN': '系统暂时繁忙，这次操作没有完成。请几秒后用同一编号重试，不会重复记录。',
      en: 'The service is busy and this act was not completed. Try again in a few seconds with the same id; nothing is recorded twice.',
    });
  }
}

export class UnexpectedFailure extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'unexpected-failure';

  constructor(reference: string) {
    super(
      {
        'zh-CN': `系统出错，请重试；若仍然失败，请把编号 ${reference} 告诉管理员。`,
        en: `Something went wrong on our side. Try again; if it fails again, give the reference ${reference} to the administrator.`,
      },
      { reference },
    );
  }
}
