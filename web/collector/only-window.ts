import { browser } from './device/browser.js';

/**
 * Settles once this is the only window in which the page works: two of them would number their acts alike. Where another
 * one has it, waits until that is closed.
 *
 * @param waits is told when there is another one
 */
export async function onlyWindow(waits: () => void): Promise<void> {
  const { locks } = browser.navigator;
  // Browsers without locks are as old as those without the file: its one holder is all that there is to tell by.
  if (locks === undefined) return;
  const isFree = await hold(locks, { ifAvailable: true });
  if (isFree) return;
  waits();
  await hold(locks, {});
}

/** Holds the lock for as long as the page lives. @returns whether it got it */
function hold(locks: LockManager, options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    void locks.request('shihe-collector', options, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}
