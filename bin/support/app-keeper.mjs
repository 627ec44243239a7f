// Starts one app, waits until it is ready, starts it again when it dies, stops it in peace.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appCommand } from './app-command.mjs';
import { Refusal } from './refusal.mjs';

const READY_WITHIN_MS = 90_000;
/** The apps drain for at most ten seconds themselves. */
const DRAIN_MS = 12_000;
/** Before the first new start, as systemd and Docker have it; each further one waits twice as long. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;
const LARGEST_LOG = 20 * 1024 * 1024;

/** One of the three apps as a child process. */
export class AppKeeper {
  #child;
  #stopping = false;
  #opened = false;
  #failures = 0;
  #restart;

  /**
   * @param {object} app
   * @param {string} app.name as in apps/
   * @param {number} app.port where it answers GET /health/ready
   * @param {string} app.root the project's folder
   * @param {string} app.logs folder for its log
   * @param {Record<string, string | undefined>} app.environment
   * @param {(line: string) => void} app.say
   */
  constructor(app) {
    this.app = app;
    this.log = join(app.logs, `${app.name}.log`);
    this.address = `http://127.0.0.1:${app.port}`;
  }

  /** @returns {number | undefined} process number, while it runs */
  get pid() {
    return this.#child?.pid;
  }

  /**
   * Starts the app and waits until it answers that it is ready.
   * @param {AbortSignal} [signal]
   * @throws {Refusal} when it ends or stays silent
   */
  async open(signal) {
    moveLargeLogAway(this.log);
    const child = this.#launch();
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline) {
      signal?.throwIfAborted();
      if (child.exitCode !== null || child.signalCode !== null) break;
      if (await answersReady(this.address)) {
        this.#opened = true;
        return;
      }
      await sleep(100, undefined, { signal });
    }
    const what = child.exitCode === null && child.signalCode === null ? 'did not become ready' : 'ended while starting';
    throw new Refusal(`${this.app.name} ${what}: ${lastWords(this.log)} (its log: ${this.log})`);
  }

  /** Asks the app to drain and leave, and insists after twelve seconds; `hurry` insists at once. */
  async close(hurry = false) {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(hurry ? 'SIGKILL' : 'SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
    await ended;
    clearTimeout(insist);
  }

  #launch() {
    const { name, root, environment } = this.app;
    const output = openSync(this.log, 'a', 0o600);
    const hook = new URL('./leave-with-parent.mjs', import.meta.url).href;
    const child = spawn(process.execPath, appCommand(root, name, [`--import=${hook}`]), {
      cwd: root,
      env: environment,
      stdio: ['ignore', output, output, 'ipc'],
      // A group of its own: a Ctrl-C in the terminal is ours to pass on, in order.
      detached: true,
    });
    closeSync(output);
    this.#child = child;
    const startedAt = Date.now();
    child.once('error', () => undefined);
    child.once('exit', (code, signal) => this.#ended(startedAt, signal ?? `exit code ${code}`));
    return child;
  }

  #ended(startedAt, how) {
    if (this.#stopping || !this.#opened) return;
    if (Date.now() - startedAt > STEADY_MS) this.#failures = 0;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    this.app.say(`${this.app.name} stopped (${how}); starting it again in ${pause / 1000} s. Its log: ${this.log}`);
    this.#restart = setTimeout(() => {
      this.#launch();
      void this.#sayWhenReady(this.#child);
    }, pause);
  }

  async #sayWhenReady(child) {
    while (!this.#stopping && child.exitCode === null && child.signalCode === null) {
      if (await answersReady(this.address)) {
        this.app.say(`${this.app.name} is back.`);
        return;
      }
      await sleep(200);
    }
  }
}

async function answersReady(address) {
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

function moveLargeLogAway(file) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.1`);
}

/** The line of a log that most likely says why. */
function lastWords(file) {
  const lines = readFileSync(file, 'utf8').slice(-20_000).trim().split('\n').slice(-40);
  const message = lines.map(messageOf).filter((line) => line !== '');
  return (
    message.findLast((line) => /error|refus|fail|missing|invalid|cannot/i.test(line)) ?? message.at(-1) ?? 'silent'
  );
}

function messageOf(line) {
  try {
    const entry = JSON.parse(line);
    return String(entry.err?.message ?? entry.msg ?? '');
  } catch {
    return line.trim().startsWith('at ') ? '' : line.trim();
  }
}
