import { DomainError } from '#platform/errors';
import type { TicketState } from './ticket-states.js';

const stateWords: Record<TicketState, { zh: string; en: string }> = {
  waiting: { zh: '正在排队', en: 'waiting' },
  called: { zh: '已叫号', en: 'called' },
  served: { zh: '已完成', en: 'served' },
  missed: { zh: '已过号', en: 'missed' },
  left: { zh: '已离开', en: 'left' },
};

export class TicketNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'ticket-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个排队号，请核对后重试，或到现场重新取号。',
      en: 'There is no such ticket. Check it, or take a new one at the site.',
    });
  }
}

export class TicketIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'ticket-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于内容不同的另一张排队号，请换一个新编号再取号。',
      en: 'This id belongs to another ticket. Take the ticket with a new id.',
    });
  }
}

export class CallIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'call-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一次叫号，请换一个新编号再叫。',
      en: 'This id belongs to another call. Call again with a new id.',
    });
  }
}

export class AnnouncementIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'announcement-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一条公告，请换一个新编号。',
      en: 'This id belongs to another announcement. Use a new id.',
    });
  }
}

export class AnnouncementNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'announcement-not-found';

  constructor() {
    super({ 'zh-CN': '没有这条公告，请核对编号。', en: 'There is no such announcement. Check the id.' });
  }
}

export class AnnouncementHasExpired extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'announcement-has-expired';

  constructor() {
    super({
      'zh-CN': '公告的失效时间已过，请填写将来的时间。',
      en: 'The announcement would already have expired. Give a time to come.',
    });
  }
}

export class AlreadyWaiting extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'already-waiting';

  constructor(label: string, ticketId: string) {
    super(
      {
        'zh-CN': `这位居民今天在本采样点已有排队号 ${label}，请凭该号等候；如要换号，请先取消原号。`,
        en: `This resident already waits here today with ticket ${label}. Wait with it, or give it up first to take another.`,
      },
      { label, ticketId },
    );
  }
}

export class SiteIsPaused extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'site-is-paused';

  constructor(reason: string | null) {
    super({
      'zh-CN': `本采样点暂停服务${reason === null ? '' : `（${reason}）`}，请稍候恢复，或到附近其他采样点。`,
      en: `This site is paused${reason === null ? '' : ` (${reason})`}. Wait until it resumes or go to another site.`,
    });
  }
}

export class SiteIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'site-is-closed';

  constructor() {
    super({
      'zh-CN': '本采样点已关闭，请到附近其他开放的采样点。',
      en: 'This site is closed. Go to another site that is open.',
    });
  }
}

export class QueueIsClosed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'queue-is-closed';

  constructor() {
    super({
      'zh-CN': '本采样点今天的排队已结束，请明天再来，或到其他仍在开放的采样点。',
      en: 'Today’s queue at this site has been closed. Come tomorrow or go to a site that is still open.',
    });
  }
}

export class LastEntryPassed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'last-entry-passed';

  constructor(time: string) {
    super(
      {
        'zh-CN': `本采样点今天 ${time} 已停止取号，请到其他仍在开放的采样点，或在下一场次再来。`,
        en: `The last ticket here was given at ${time} today. Go to a site that is still open or come to the next session.`,
      },
      { lastEntry: time },
    );
  }
}

export class PartyIsTooLarge extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'party-is-too-large';

  constructor(most: number) {
    super(
      {
        'zh-CN': `一张排队号最多 ${most} 人，请分开取号。`,
        en: `One ticket is for at most ${most} people. Take several tickets.`,
      },
      { most },
    );
  }
}

export class CallIsTooLarge extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'call-is-too-large';

  constructor(most: number) {
    super(
      {
        'zh-CN': `一次最多叫 ${most} 人，请减少人数后再叫。`,
        en: `At most ${most} people are called at once. Call fewer.`,
      },
      { most },
    );
  }
}

export class LaneNotHere extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'lane-not-here';

  constructor(lane: string) {
    super(
      {
        'zh-CN': '本采样点没有这条通道，请选择其他通道，或到设有该通道的采样点。',
        en: 'This site has no such lane. Choose another lane or go to a site that has it.',
      },
      { lane },
    );
  }
}

export class SingleLaneOnly extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'single-lane-only';

  constructor() {
    super({
      'zh-CN': '这位居民须单独采样，请引导至单采通道取号。',
      en: 'This resident is to be sampled singly. Lead them to the single lane and take the ticket there.',
    });
  }
}

export class TicketResidentUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'resident-not-found';

  constructor() {
    super({
      'zh-CN': '台账中没有这位居民，请先登记，或不填居民直接取号。',
      en: 'The ledger has no such resident. Register them first or take the ticket without a resident.',
    });
  }
}

export class TicketIsNotYours extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'ticket-is-not-yours';

  constructor() {
    super({
      'zh-CN': '居民只能为自己取号和取消自己的号，其他人请找引导员办理。',
      en: 'Residents take and give up tickets only for themselves. Ask a marshal for anybody else.',
    });
  }
}

export class TicketStateRefused extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'ticket-state-refused';

  constructor(label: string, state: TicketState, to: TicketState) {
    super(
      {
        'zh-CN': `${label} ${stateWords[state].zh}，不能改为“${stateWords[to].zh}”，请刷新后核对号码。`,
        en: `${label} is ${stateWords[state].en} and cannot become ${stateWords[to].en}. Refresh and check the number.`,
      },
      { label, state },
    );
  }
}

export class TicketIsFromAnotherDay extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'ticket-is-from-another-day';

  constructor(label: string) {
    super({
      'zh-CN': `${label} 不是今天的号，请重新取号。`,
      en: `${label} is from another day. Take a new ticket.`,
    });
  }
}
