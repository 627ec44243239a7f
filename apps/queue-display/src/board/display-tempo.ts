export const DISPLAY_TEMPO = Symbol('DISPLAY_TEMPO');

/** How fast a display process works; all in milliseconds. */
export interface DisplayTempo {
  /** Between two reads of one site's board at least: four pictures a second at most. */
  readGap: number;
  /** A board is read again after about this time (give or take a fifth) even when nothing was signalled. */
  heartbeat: number;
  /** A read that failed is tried again after about this time. */
  retry: number;
}

export const usualTempo: DisplayTempo = { readGap: 250, heartbeat: 5_000, retry: 1_000 };
