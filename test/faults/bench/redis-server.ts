import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import { guardProcess } from '../../../bin/support/processes.mjs';

/** Whether there is a redis-server to start. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A Redis of the bench's own, which may be killed, filled and started again on the same port. */
export class RedisServer {
  private child: ChildProcess | undefined;
  private guard: { dismiss(): Promise<void> } | undefined;

  constructor(
    readonly port: number,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  async start(options: Record<string, string> = {}): Promise<void> {
    const settings = {
      port: String(this.port),
      bind: '127.0.0.1',
      dir: this.folder,
      save: '',
      appendonly: 'yes',
      appendfsync: 'everysec',
      'maxmemory-policy': 'noeviction',
      ...options,
    };
    const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn('redis-server', words, { stdio: 'ignore', detached: true });
    this.child = child;
    child.unref();
    this.guard = guardProcess(child.pid ?? 0, 'KILL');
    for (let waited = 0; !(await answers(this.port)); waited += 50) {
      if (child.exitCode !== null || waited > 20_000) throw new Error(`redis-server did not start on ${this.port}`);
      await pause(50);
    }
  }

  /** Ends it without a word. */
  async kill(): Promise<void> {
    const { child, guard } = this;
    if (child === undefined) return;
    this.child = undefined;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    await guard?.dismiss();
  }

  /** Everything in it is gone. */
  async flush(): Promise<void> {
    const redis = this.client();
    await redis.flushall().finally(() => redis.disconnect());
  }

  /** A connection of the bench's own. */
  client(): Redis {
    const redis = new Redis(this.port, '127.0.0.1', { maxRetriesPerRequest: 2 });
    redis.on('error', () => undefined);
    return redis;
  }

  /** Takes the last bytes off what it wrote down, as a power cut does. @returns how many */
  loseTail(bytes: number): number {
    const folder = join(this.folder, 'appendonlydir');
    const parts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.incr.aof')) : [];
    const last = parts.sort().at(-1);
    if (last === undefined) return 0;
    const { size } = statSync(join(folder, last));
    truncateSync(join(folder, last), Math.max(0, size - bytes));
    return Math.min(size, bytes);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
