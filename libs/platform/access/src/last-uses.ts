/** When a session was last used, and when the database last heard of it. Milliseconds. */
export interface Use {
  seenAt: number;
  writtenAt: number;
}

/** The database hears of the use of a session this often at most. A use that it does not know of yet is younger. */
const heardEveryMs = 60_000;

/** Gathers the uses that are worth telling the database, so that a request never waits for one being written. */
export class LastUses {
  private waiting = new Map<string, number>();

  /** @param session what tells sessions apart */
  note(session: string, use: Use, now: number): void {
    use.seenAt = Math.max(use.seenAt, now);
    if (now - use.writtenAt < heardEveryMs) return;
    use.writtenAt = now;
    this.waiting.set(session, now);
  }

  /** Takes what waits. */
  take(): [session: string, at: number][] {
    const taken = [...this.waiting];
    this.waiting = new Map();
    return taken;
  }

  /** What was taken could not be told; whatever was noted since is newer. */
  putBack(uses: readonly [session: string, at: number][]): void {
    for (const [session, at] of uses) if (!this.waiting.has(session)) this.waiting.set(session, at);
  }
}
