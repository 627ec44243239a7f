import { DomainError } from '#platform/errors';

export class AmendmentNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'amendment-not-found';

  constructor() {
    super({
      'zh-CN': '没有这条结果更正申请，请刷新列表后再试。',
      en: 'There is no such amendment. Read the list of amendments again, then retry.',
    });
  }
}

export class AmendmentIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'amendment-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一条结果更正申请，内容不同，未作任何改动。请用新编号重新提交。',
      en: 'This id already belongs to another amendment with other content; nothing was changed. Send it with a new id.',
    });
  }
}

export class AmendmentIsOpen extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'amendment-is-open';

  constructor() {
    super({
      'zh-CN': '此人本轮的结果已有一条更正申请等待批准，请先处理那一条。',
      en: 'An amendment of this answer waits for approval already. Decide that one first.',
    });
  }
}

export class AmendmentIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'amendment-is-decided';

  constructor(state: string) {
    super(
      {
        'zh-CN': '这条结果更正申请已经有结果，不能再改。请刷新查看；如仍需更正请另行申请。',
        en: 'This amendment has been decided and stays as it is. Read it again; propose another one if it is still needed.',
      },
      { state },
    );
  }
}

export class AnotherPersonMustAmend extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'another-person-must-amend';

  constructor() {
    super({
      'zh-CN': '结果更正须由申请人以外的指挥部人员或管理员本人登录后批准。请让另一位来批准。',
      en: 'An amendment is approved by an organiser or administrator other than its author, signed in as themselves. Ask another one to approve it.',
    });
  }
}

export class OnlyItsAuthorWithdraws extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'only-its-author-withdraws';

  constructor() {
    super({
      'zh-CN': '只有申请人可以撤回结果更正申请。您可以驳回它并写明原因。',
      en: 'Only its author takes an amendment back. You can refuse it and say why.',
    });
  }
}
