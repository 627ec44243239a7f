import { DomainError } from '#platform/errors';
import type { Bands } from './bands.js';

export class SiteNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'site-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个采样点，请在采样点列表中核对编号。',
      en: 'There is no such site. Check the id in the list of sites.',
    });
  }
}

export class StationNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'station-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个采样台，请在采样点的采样台列表中核对编号。',
      en: 'There is no such station. Check the id in the list of the site’s stations.',
    });
  }
}

export class ShiftNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'shift-not-found';

  constructor() {
    super({ 'zh-CN': '没有这个班次，请核对编号。', en: 'There is no such shift. Check the id.' });
  }
}

/** One of the two bands was changed, and with the other as it stands they cross. */
export class BandsCross extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'bands-cross';

  constructor({ busyAfterMinutes, crowdedAfterMinutes }: Bands) {
    super({
      'zh-CN': `这样改后，等候 ${busyAfterMinutes} 分钟显示“忙碌”，${crowdedAfterMinutes} 分钟显示“拥堵”；“拥堵”应在“忙碌”之后，请一起修改两项。`,
      en: `The site would be busy from ${busyAfterMinutes} minutes and crowded from ${crowdedAfterMinutes}. Crowded must come after busy; change both together.`,
    });
  }
}

/** The id was used before, for something else. */
export class SiteActIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'id-taken';

  constructor(zh: string, en: string) {
    super({
      'zh-CN': `这个编号已用于内容不同的另一${zh}。如要新建，请换一个新编号。`,
      en: `This id belongs to another ${en}. Use a new id.`,
    });
  }
}

export class SiteCodeTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'site-code-taken';

  constructor(code: string) {
    super(
      {
        'zh-CN': `采样点代码 ${code} 已被使用，请换一个代码。`,
        en: `The site code ${code} is taken. Choose another one.`,
      },
      { siteCode: code },
    );
  }
}

export class SiteAreaUnknown extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'site-area-unknown';

  constructor(code: string) {
    super(
      {
        'zh-CN': `台账中没有区域 ${code}，请核对区域代码或先导入台账。`,
        en: `The ledger has no area ${code}. Check the code or import the ledger first.`,
      },
      { areaCode: code },
    );
  }
}

export class StationNumberTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'station-number-taken';

  constructor(number: number) {
    super(
      {
        'zh-CN': `本采样点已有 ${number} 号采样台，请换一个台号。`,
        en: `This site already has a station ${number}. Choose another number.`,
      },
      { number },
    );
  }
}

export class SiteHasNoSuchLane extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'site-has-no-such-lane';

  constructor(lane: string) {
    super(
      {
        'zh-CN': '本采样点没有这条通道，请选择已设置的通道。',
        en: 'This site has no such lane. Choose one of its lanes.',
      },
      { lane },
    );
  }
}

export class SessionWindowRefused extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'session-window-refused';

  constructor() {
    super({
      'zh-CN': '场次时间不对：须先开始、再停止取号、最后结束。请改正后重发。',
      en: 'The times of the session do not fit: it opens, then the last entry, then it ends. Correct them.',
    });
  }
}

export class SessionsOverlap extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'sessions-overlap';

  constructor(opens: string, closes: string) {
    super(
      {
        'zh-CN': `这段时间已有场次（${opens}–${closes}），请错开时间。`,
        en: `There is already a session in this time (${opens}–${closes}). Choose another time.`,
      },
      { opens, closes },
    );
  }
}

export class ShiftWindowRefused extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'shift-window-refused';

  constructor() {
    super({
      'zh-CN': '班次的结束时间必须晚于开始时间，请改正后重发。',
      en: 'A shift must end later than it begins. Correct the times.',
    });
  }
}

export class NotAPair extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'not-a-pair';

  constructor() {
    super({
      'zh-CN': '班次须由一名扫码员和一名采样员组成，账号岗位不符或已停用，请重新选择。',
      en: 'A shift is one scanner and one collector. An account has another role or is disabled; choose again.',
    });
  }
}

export class StationIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'station-is-taken';

  constructor(station: string, until: string) {
    super(
      {
        'zh-CN': `${station}在此时段已有班次，至 ${until}。请先结束该班次，或改在其后开始。`,
        en: `${station} already has a shift until ${until}. End that shift first or begin after it.`,
      },
      { station, until },
    );
  }
}

export class PersonIsOnDuty extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'person-is-on-duty';

  constructor(username: string, station: string, until: string) {
    super(
      {
        'zh-CN': `${username} 在此时段已在${station}值班，至 ${until}。请先结束该班次，或换人。`,
        en: `${username} is already on duty at ${station} until ${until}. End that shift first or choose somebody else.`,
      },
      { username, station, until },
    );
  }
}

export class ShiftHasNotBegun extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'shift-has-not-begun';

  constructor(begins: string) {
    super(
      {
        'zh-CN': `该班次 ${begins} 才开始，还不能结束。`,
        en: `The shift begins at ${begins}; it cannot end yet.`,
      },
      { begins },
    );
  }
}
