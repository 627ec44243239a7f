import { DomainError } from '#platform/errors';

export class TooManySites extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-sites';

  constructor(most: number) {
    super(
      {
        'zh-CN': `一块屏幕最多同时显示 ${most} 个采样点，请先停止显示其他采样点。`,
        en: `One screen shows at most ${most} sites at a time. Stop showing another one first.`,
      },
      { most },
    );
  }
}

export class TooManyRequests extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-requests';

  constructor() {
    super({
      'zh-CN': '请求过于频繁，请十秒后再试。',
      en: 'Too many requests. Try again in ten seconds.',
    });
  }
}
