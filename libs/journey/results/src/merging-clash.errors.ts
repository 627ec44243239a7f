import { DomainError } from '#platform/errors';

/** Where both entries have a swab that counts at the same occasion. */
interface Clash {
  roundId: string;
  siteId: string;
  occasion: number;
  tubes: [string, string];
}

export class BothWereSwabbed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'both-were-swabbed';

  constructor(readonly clashes: readonly Clash[]) {
    const tubes = [...new Set([...clashes].flatMap((clash) => [...clash.tubes]))].join(', ');
    super(
      {
        'zh-CN': `两条记录在同一轮都有拭子（管 ${tubes}），不能直接合并，已转为采样点异常。请先核实是谁的拭子并更正，再重新申请合并。`,
        en: `Both entries have a swab in the same round (tubes ${tubes}), so they cannot be merged as they are; an exception was raised at the site. Find out whose swab is whose, correct it, then ask for the merging again.`,
      },
      { tubes },
    );
  }
}
