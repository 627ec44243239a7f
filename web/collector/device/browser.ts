/** The browser as it may be: over plain http, or when it is old, it lacks what its types promise. */
interface Browser {
  crypto?: { subtle?: Partial<SubtleCrypto> };
  Worker?: typeof Worker;
  navigator: {
    locks?: LockManager;
    wakeLock?: WakeLock;
    storage?: Partial<StorageManager>;
    vibrate?: Navigator['vibrate'];
  };
}

export const browser = globalThis as unknown as Browser;
