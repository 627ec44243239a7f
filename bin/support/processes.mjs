import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number} pid @returns {boolean} whether this process runs; one that only waits to be buried does not */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Whether process `pid` runs the program we think: a number may have been given to somebody else since a crash.
 * Where the system does not tell (no /proc), a living process counts.
 * @param {number} pid
 * @param {RegExp} program what its command line looks like
 */
export function isRunning(pid, program) {
  if (!isAlive(pid)) return false;
  try {
    return program.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone.
  }
}

/**
 * A signal that only npm or its shell receives ends them without a word to us; we must not stay behind.
 * @param {() => void} leave called once, when this process was started by npm and npm is gone
 */
export function whenNpmDies(leave) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    leave();
  }, 500);
  watch.unref();
}

/**
 * A small shell that waits on a pipe from us. When this process dies without a word (kill -9), the pipe closes and the
 * shell ends what we started, so that nothing is left behind.
 *
 * @param {number} pid process to end
 * @param {string} how signal, without SIG
 * @param {string} [folder] to remove when it has ended
 * @returns {{ dismiss: () => Promise<void> }} to be dismissed when the process was ended in the usual way
 */
export function guardProcess(pid, how, folder = '') {
  const script = `trap '' INT TERM HUP; read -r word; [ "$word" = done ] && exit 0; kill -"$2" "$1" 2>/dev/null
    [ -z "$3" ] && exit 0; while kill -0 "$1" 2>/dev/null; do sleep 0.2; done; rm -rf "$3"`;
  const guard = spawn('/bin/sh', ['-c', script, 'shihe-guard', String(pid), how, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.stdin?.unref?.();
  guard.unref();
  return {
    async dismiss() {
      if (guard.pid === undefined || guard.exitCode !== null || guard.signalCode !== null) return;
      guard.ref();
      const gone = new Promise((done) => guard.once('exit', done));
      guard.stdin.end('done\n');
      await gone;
    },
  };
}

function isZombie(pid) {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
