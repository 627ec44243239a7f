/** A newer build of the page is here and waits. */
export type NewerPage = () => void;

/**
 * Keeps this page on the device. Without HTTPS (or localhost) browsers do not allow it: the page then works as long as it
 * stays open.
 *
 * @param onNewer is given what takes the newer page over; call it only when nothing can be lost
 * @returns whether the device keeps the page
 */
export async function keepOffline(onNewer: (takeOver: NewerPage) => void): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const kept = await navigator.serviceWorker.register('./worker.js', { updateViaCache: 'none' });
    const offer = (worker: ServiceWorker | null) => {
      // The very first worker has nothing to replace.
      if (worker === null || navigator.serviceWorker.controller === null) return;
      onNewer(() => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        worker.postMessage('take-over');
      });
    };
    offer(kept.waiting);
    kept.addEventListener('updatefound', () => {
      const worker = kept.installing;
      worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker));
    });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
