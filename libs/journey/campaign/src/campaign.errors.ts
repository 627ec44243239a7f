import { DomainError } from '#platform/errors';
import type { PoolClass } from './pool-policy.js';
import type { RoundState } from './round-states.js';

const stateWords: Record<RoundState, { zh: string; en: string }> = {
  draft: { zh: '尚未开始（草稿）', en: 'still a draft' },
  open: { zh: '正在进行', en: 'open' },
  closing: { zh: '正在收尾', en: 'closing' },
  closed: { zh: '已结束', en: 'closed' },
};

export class RoundNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'round-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个轮次，请在轮次列表中核对编号。',
      en: 'There is no such round. Check the id in the list of rounds.',
    });
  }
}

export class RoundIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'round-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于内容不同的另一轮次。如要新建，请换一个新编号。',
      en: 'This id belongs to a round with other content. Use a new id to make another round.',
    });
  }
}

export class RoundAreasUnknown extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'round-areas-unknown';

  constructor(codes: string[]) {
    const some = codes.slice(0, 5).join('、');
    super(
      {
        'zh-CN': `台账中没有这些区域：${some}。请核对区域代码，或先导入台账。`,
        en: `The ledger has no such areas: ${some}. Check the codes or import the ledger first.`,
      },
      { areas: codes.slice(0, 50) },
    );
  }
}

export class RoundWindowRefused extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'round-window-refused';

  constructor() {
    super({
      'zh-CN': '截止时间必须晚于开始时间，请改正后重发。',
      en: 'The deadline must be later than the start. Correct it and send it again.',
    });
  }
}

export class PoolPolicyIncomplete extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'pool-policy-incomplete';

  constructor(missing: PoolClass) {
    super(
      {
        'zh-CN': `混检规则用到了本轮没有的类别“${missing}”，请在混检类别中加上它或改用其他类别。`,
        en: `The pool policy uses the class "${missing}", which this round does not have. Add the class or use another one.`,
      },
      { poolClass: missing },
    );
  }
}

export class RoundTransitionRefused extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'round-transition-refused';

  constructor(from: RoundState, to: RoundState) {
    super(
      {
        'zh-CN': `该轮次${stateWords[from].zh}，不能改为“${stateWords[to].zh}”。轮次只能依次：草稿→进行→收尾→结束；需要重做请新建一轮。`,
        en: `The round is ${stateWords[from].en} and cannot become ${stateWords[to].en}. A round goes draft, open, closing, closed; make a new round to do it again.`,
      },
      { from, to },
    );
  }
}

export class RoundIsOver extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'round-is-over';

  constructor() {
    super({
      'zh-CN': '该轮次已结束，名称、截止时间和参数都不能再改。请在新一轮中设置。',
      en: 'The round is closed: its name, deadline and settings no longer change. Set them in the next round.',
    });
  }
}

export class ResidentNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'resident-not-found';

  constructor() {
    super({
      'zh-CN': '台账中没有这位居民，请先登记。',
      en: 'The ledger has no such resident. Register the person first.',
    });
  }
}

export class ExemptionIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'exemption-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于内容不同的另一条豁免，请换一个新编号。',
      en: 'This id belongs to another exemption. Use a new id.',
    });
  }
}

export class AlreadyExempt extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'already-exempt';

  constructor(exemptionId: string) {
    super(
      {
        'zh-CN': '该居民在本轮已有有效豁免。如要更改原因，请先撤销原豁免。',
        en: 'This resident is already exempt in this round. To change the reason, revoke that exemption first.',
      },
      { exemptionId },
    );
  }
}

export class RoundIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'round-is-closed';

  constructor() {
    super({
      'zh-CN': '该轮次已结束，豁免和上门安排都不能再改。请在新一轮中登记。',
      en: 'The round is closed; exemptions and home visits can no longer change. Enter it in the next round.',
    });
  }
}

export class ExemptionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'exemption-not-found';

  constructor() {
    super({
      'zh-CN': '本轮没有这条豁免，请在豁免列表中核对编号。',
      en: 'This round has no such exemption. Check the id in the list of exemptions.',
    });
  }
}

export class VisitorUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'visitor-unknown';

  constructor() {
    super({
      'zh-CN': '没有这个可以上门的账号。请选择启用中的网格员、采样员或扫码员。',
      en: 'No such account can go to doors. Choose a grid worker, collector or scanner who may sign in.',
    });
  }
}
