import type { HistoryLine } from '../load/history.js';

/** All attempts at one act, and what became of it as its sender knows. */
export interface Act {
  op: string;
  key: string;
  asked: Record<string, unknown>;
  /** When its first attempt left, and when it was first acknowledged; milliseconds on the driver's clock. */
  invokedAt: number;
  ackedAt: number | undefined;
  answers: Record<string, unknown>[];
  refusals: string[];
  unknown: number;
  fate: 'acked' | 'refused' | 'unknown';
}

/** Acts that are probes: they must be refused, whatever happens. */
export const probes = new Set(['swab-other-body', 'swab-same-person', 'swab-into-full', 'swab-into-sealed']);

/** Puts the lines of a history together, one entry an act. */
export function actsOf(lines: readonly HistoryLine[]): Act[] {
  const acts = new Map<string, Act>();
  for (const line of lines) {
    const id = `${line.op} ${line.key}`;
    const act = acts.get(id) ?? fresh(line);
    acts.set(id, act);
    if (line.kind === 'ok') {
      act.answers.push(line.answer ?? {});
      act.ackedAt ??= line.t_mono;
    } else if (line.kind === 'fail') act.refusals.push(line.code ?? '');
    else if (line.kind === 'info') act.unknown += 1;
  }
  for (const act of acts.values()) {
    if (act.answers.length > 0) act.fate = 'acked';
    else act.fate = act.refusals.length > 0 ? 'refused' : 'unknown';
  }
  return [...acts.values()];
}

function fresh({ op, key, asked, t_mono }: HistoryLine): Act {
  return {
    op,
    key,
    asked: asked ?? {},
    invokedAt: t_mono,
    ackedAt: undefined,
    answers: [],
    refusals: [],
    unknown: 0,
    fate: 'unknown',
  };
}
