import pg from 'pg';

/** How long a statement may go without a word from the server before somebody looks whether the line is still there. */
const silenceMs = 8_000;
const lookEveryMs = 2_000;
const lookWithinMs = 4_000;

interface Line {
  activeQuery?: unknown;
  processID?: number | null;
  connection: NodeJS.EventEmitter & { stream: { destroy(error: Error): void } };
}

/**
 * A connection that notices when its line is dead and nobody said so: a firewall that was restarted, a cable that was
 * pulled. TCP would wait for a quarter of an hour, and everybody who holds such a connection with it. When a statement
 * stays without a word, a second connection asks PostgreSQL whether it is still at work on it. If it is not, or cannot be
 * reached at all, this connection is closed, and its statement fails as with a database that is away.
 */
export class WatchedClient extends pg.Client {
  private heardAt = Date.now();
  private watch: NodeJS.Timeout | undefined;
  private looking = false;
  private isOver = false;
  private readonly given: pg.ClientConfig;

  constructor(config: string | pg.ClientConfig) {
    const given = typeof config === 'string' ? { connectionString: config } : config;
    super(given);
    this.given = given;
    const { connection } = this.line;
    connection.on('message', () => (this.heardAt = Date.now()));
    connection.on('end', () => {
      this.isOver = true;
      this.rest();
    });
    this.on('drain', () => this.rest());
    // Whoever waits on this connection hears of its end by their statement. Unheard, the event would end the process, for
    // a pool listens only to those that nobody has in hand.
    this.on('error', () => undefined);
    // Every form of `query` is pg's own; only the moment at which it is asked matters here.
    const ask: (...statement: unknown[]) => unknown = this.query.bind(this);
    this.query = ((...statement: unknown[]) => {
      this.begin();
      return ask(...statement);
    }) as typeof this.query;
  }

  private get line(): Line {
    return this;
  }

  private begin(): void {
    // On a line that has ended nothing will ever be heard: pg refuses the statement by itself.
    if (this.isOver || this.watch !== undefined) return;
    this.heardAt = Date.now();
    this.watch = setInterval(() => {
      if (Date.now() - this.heardAt >= silenceMs && !this.looking) void this.look();
    }, lookEveryMs);
    this.watch.unref();
  }

  private rest(): void {
    clearInterval(this.watch);
    this.watch = undefined;
  }

  private async look(): Promise<void> {
    this.looking = true;
    const asked = this.heardAt;
    // Who cannot even ask knows nothing, and leaves the line as it is.
    const isAtWork = await this.isAtWork().catch(() => true);
    this.looking = false;
    // It may have spoken while we looked.
    if (isAtWork || this.heardAt !== asked || this.watch === undefined) return;
    this.rest();
    this.line.connection.stream.destroy(new Error('Connection terminated: PostgreSQL is not at work on the statement'));
  }

  /** Whether PostgreSQL says that it works for this connection; a database that is full says nothing, and is believed. */
  private async isAtWork(): Promise<boolean> {
    const second = new pg.Client({
      ...this.given,
      connectionTimeoutMillis: lookWithinMs,
      query_timeout: lookWithinMs,
      application_name: 'watch',
    });
    second.on('error', () => undefined);
    try {
      await second.connect();
      const { rows } = await second.query<{ state: string | null }>(
        'SELECT state FROM pg_stat_activity WHERE pid = $1',
        [this.line.processID],
      );
      return rows[0]?.state === 'active';
    } catch (error) {
      return /^53/.test((error as { code?: string }).code ?? '');
    } finally {
      void second.end().catch(() => undefined);
    }
  }
}
