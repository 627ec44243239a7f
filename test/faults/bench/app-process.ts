import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appCommand } from '../../../bin/support/app-command.mjs';

export interface AppPlan {
  /** As in apps/. */
  name: string;
  /** Tells it apart from others of the same name. */
  label: string;
  port: number;
  root: string;
  logs: string;
  environment: Record<string, string | undefined>;
  /** Modules loaded before the app's own code: file URLs. */
  preload: string[];
}

/** Where a process is to end itself: at the nth commit or publication of that name, before it is sent or after it. */
export interface FailPoint {
  name: string;
  when: 'before' | 'after';
  /** Ends without a word, or stands still with everything it holds. */
  how: 'SIGKILL' | 'SIGSTOP';
  /** How many such points it passes first. */
  skip: number;
}

/** As long as the supervisors in use wait before they start a dead app again (npm start, systemd, Docker: 100 ms). */
const restartAfterMs = 100;

/** One app as a child process with a supervisor that starts it again whenever it dies. */
export class AppProcess {
  readonly address: string;
  /** How often it died without being asked to. */
  deaths = 0;
  /** Why it died the last time. */
  lastDeath = '';
  /** Commit and publish points that this process has passed, in the order in which they were first seen. */
  readonly pointsSeen = new Set<string>();
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(readonly plan: AppPlan) {
    this.address = `http://127.0.0.1:${plan.port}`;
  }

  get pid(): number | undefined {
    return this.child?.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }

  start(): void {
    const { name, label, root, logs, environment, preload } = this.plan;
    const output = openSync(join(logs, `${label}.log`), 'a', 0o600);
    const hook = new URL('../../../bin/support/leave-with-parent.mjs', import.meta.url).href;
    const words = [hook, ...preload].map((module) => `--import=${module}`);
    const child = spawn(process.execPath, appCommand(root, name, words), {
      cwd: root,
      env: environment,
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    });
    closeSync(output);
    this.child = child;
    child.on('error', () => undefined);
    child.on('message', (message: { point?: string }) => {
      if (message.point !== undefined) this.pointsSeen.add(message.point);
    });
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.deaths += 1;
      this.lastDeath = signal ?? `exit code ${code}`;
      setTimeout(() => {
        if (!this.stopping) this.start();
      }, restartAfterMs);
    });
  }

  /**
   * Tells the process where to end itself, how far its clock is to be off, or to name its points anew as it comes by them.
   * @returns whether it could hear
   */
  tell(order: { failPoint?: FailPoint | null; clockMs?: number; forget?: true }): boolean {
    if (order.forget) this.pointsSeen.clear();
    return this.child?.connected === true && this.child.send(order, () => undefined);
  }

  async ready(withinMs = 90_000, status = 200): Promise<void> {
    const until = Date.now() + withinMs;
    while (!(await this.answersReady(status))) {
      if (Date.now() > until) throw new Error(`${this.plan.label} was not ready in time: ${this.lastWords()}`);
      await pause(50);
    }
  }

  async answersReady(status = 200): Promise<boolean> {
    const answer = await fetch(`${this.address}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(
      () => undefined,
    );
    await answer?.arrayBuffer().catch(() => undefined);
    return answer?.status === status;
  }

  /** Whether it is stopped where it stands, as the kernel says (on Linux). */
  get standsStill(): boolean {
    try {
      return /\) T /.test(readFileSync(`/proc/${this.pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  }

  signal(name: NodeJS.Signals): void {
    if (this.pid !== undefined) process.kill(this.pid, name);
  }

  async stop(hurry = false): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (child === undefined || this.pid === undefined) return;
    const gone = new Promise((done) => child.once('exit', done));
    if (hurry) child.kill('SIGCONT');
    child.kill(hurry ? 'SIGKILL' : 'SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(insist);
  }

  /** Starts one more of this app on that port, which is expected to refuse. @returns what it said; it is gone then */
  async refusal(port: number): Promise<string> {
    const { name, root, environment } = this.plan;
    const variable = `${name.toUpperCase().replace('-', '_')}_PORT`;
    const child = spawn(process.execPath, appCommand(root, name), {
      cwd: root,
      env: { ...environment, [variable]: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const insist = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const code = await new Promise((done) => child.once('close', done));
    clearTimeout(insist);
    return code === 0 ? 'it ended with exit code 0' : said.trim();
  }

  lastWords(): string {
    return readFileSync(join(this.plan.logs, `${this.plan.label}.log`), 'utf8')
      .slice(-2_000)
      .trim()
      .split('\n')
      .slice(-3)
      .join(' | ');
  }
}
