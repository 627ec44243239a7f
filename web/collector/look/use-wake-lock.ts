import { useEffect } from 'react';
import { browser } from '../device/browser.js';

/** The screen stays lit while somebody works: a glove wakes no telephone. */
export function useWakeLock(): void {
  useEffect(() => {
    let isOver = false;
    let held: WakeLockSentinel | undefined;
    const hold = () => {
      // A page that is not seen holds none, and has to ask again when it is.
      if (document.hidden) return;
      const asked = browser.navigator.wakeLock?.request('screen');
      asked?.then(
        (lock) => {
          held = lock;
          if (isOver) void lock.release();
        },
        () => undefined,
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      void held?.release();
    };
  }, []);
}
