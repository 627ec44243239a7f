import { DomainError } from '#platform/errors';

export class ResidentUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'resident-not-found';

  constructor() {
    super({
      'zh-CN': '没有这位居民，或您无权查看其结果。请核对编号；居民只能查询本人的结果。',
      en: 'There is no such resident, or their results are not yours to see. Check the id; residents see their own results only.',
    });
  }
}

export class AnswerUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'answer-not-found';

  constructor() {
    super({
      'zh-CN': '该居民在本轮还没有已发布的结果，无法更正。请核对轮次和居民编号，或等待实验室报告。',
      en: 'Nothing has been published to this resident in this round, so there is nothing to amend. Check both ids or wait for the laboratory.',
    });
  }
}

export class AnswerHasMovedOn extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'answer-has-moved-on';

  constructor(current: number) {
    super(
      {
        'zh-CN': `结果已更新到第 ${current} 版，与您看到的不同。请重新查看后再决定是否更正。`,
        en: `The answer is at version ${current} by now, not at the one you saw. Look at it again and then decide.`,
      },
      { current },
    );
  }
}

export class AnswerIsNoProof extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'answer-is-no-proof';

  constructor() {
    super({
      'zh-CN': '现在不能开具阴性证明：只有已发布且没有异议的阴性结果才能开具。请查看结果进度，有疑问请联系网格员。',
      en: 'There is no proof to give now: only a published negative answer that nobody disputes has one. Look at the result, and ask the grid worker where it is unclear.',
    });
  }
}

export class ProofHasRunOut extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'proof-has-run-out';

  constructor() {
    super({
      'zh-CN': '这次采样的阴性证明已过有效期，请参加下一次采样。',
      en: 'The proof of this sampling has run out. Please have yourself sampled again.',
    });
  }
}

export class RecallUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'recall-not-found';

  constructor() {
    super({
      'zh-CN': '本轮没有这张复采单，请在复采名单中核对编号。',
      en: 'This round has no such order. Check the id in the list of recalls.',
    });
  }
}

export class RecallIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'recall-is-closed';

  constructor(state: string) {
    super(
      {
        'zh-CN': '这张复采单已办结，不能再指派。请刷新名单，查看该居民的最新结果。',
        en: 'This order is closed and cannot be assigned any more. Refresh the list and look at the latest answer.',
      },
      { state },
    );
  }
}

export class AssigneeUnknown extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'assignee-unknown';

  constructor() {
    super({
      'zh-CN': '没有这个有效的工作人员账号，请核对后重新指派。',
      en: 'There is no active account of a member of staff with this id. Check it and assign again.',
    });
  }
}
