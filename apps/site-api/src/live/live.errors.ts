import { DomainError } from '#platform/errors';

export class TooManyEvents extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-events';

  constructor() {
    super({
      'zh-CN': '这个连接发送的消息过于频繁，请十秒后再试；继续发送将被断开。',
      en: 'This connection sends too much. Try again in ten seconds; whoever goes on is cut off.',
    });
  }
}

export class TooManySockets extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-sockets';

  constructor(most: number) {
    super(
      {
        'zh-CN': `一个账号最多同时保持 ${most} 个实时连接，请先关闭其他页面。`,
        en: `An account keeps ${most} live connections at most. Close another page first.`,
      },
      { most },
    );
  }
}

export class TooManyWatched extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-watched';

  constructor(most: number) {
    super(
      {
        'zh-CN': `一个连接最多同时关注 ${most} 个采样点，请先取消关注其他采样点。`,
        en: `One connection watches ${most} sites at most. Stop watching another one first.`,
      },
      { most },
    );
  }
}
