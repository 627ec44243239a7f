import pg from 'pg';

export interface LiveSignal {
  picture: string;
  key: string;
}

/**
 * Listens for `LiveSignals` on a connection of its own and comes back by itself when that connection is lost. Signals
 * sent meanwhile are lost: `onReconnect` is the moment to read everything anew.
 */
export class LiveListener {
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly onSignal: (signal: LiveSignal) => void,
    private readonly onReconnect: () => void = () => undefined,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'shihe-live', keepAlive: true });
    this.client = client;
    client.on('error', () => this.comeBack(client));
    client.on('end', () => this.comeBack(client));
    client.on('notification', ({ payload = '' }) => {
      const [picture = '', key = ''] = payload.split(':', 2);
      this.onSignal({ picture, key });
    });
    try {
      await client.connect();
      await client.query('LISTEN live');
      this.onReconnect();
    } catch {
      this.comeBack(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private comeBack(lost: pg.Client): void {
    if (this.stopped || lost !== this.client) return;
    this.client = undefined;
    void lost.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), 500);
  }
}
