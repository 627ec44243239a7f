import { DomainError } from '#platform/errors';

export class UnmaskingRationIsUsedUp extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'unmasking-ration-is-used-up';

  constructor(ration: number, retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      {
        'zh-CN': `每小时最多查看${ration}人的完整信息，已用完。请${minutes}分钟后再试；确需更多请联系安全管理员。`,
        en: `Only ${ration} people an hour may be seen in clear, and that is used up. Try again in ${minutes} minutes; ask the security administrator if you need more.`,
      },
      { retryAfterSeconds },
    );
  }
}

export class UnmaskingIdIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'unmasking-id-is-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一次查看，请换一个新编号后重发。',
      en: 'This id was used to look at something else. Send it again with a new id.',
    });
  }
}
