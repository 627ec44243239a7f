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

function isZombie(pid) {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
