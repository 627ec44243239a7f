const wishedAs = 'shihe-training';
const saidAs = 'shihe-house-trains';

let said = kept(() => localStorage.getItem(saidAs)) === '1';

/**
 * Whether what is done here is a training: the house says so (and is believed without a network, until it says something
 * else), or this tab was opened with `?training`, until it is closed.
 */
export function isTraining(): boolean {
  const wish = new URLSearchParams(location.search).get('training');
  if (wish !== null) kept(() => sessionStorage.setItem(wishedAs, wish));
  return said || ['', '1'].includes(wish ?? kept(() => sessionStorage.getItem(wishedAs)) ?? '0');
}

/** Asks the house now and whenever somebody comes back to the page. @returns how to stop asking */
export function onTraining(tell: () => void): () => void {
  const ask = () => void askHouse().then((isNew) => isNew && tell());
  ask();
  document.addEventListener('visibilitychange', ask);
  addEventListener('online', ask);
  return () => {
    document.removeEventListener('visibilitychange', ask);
    removeEventListener('online', ask);
  };
}

/** @returns whether the house says something else than before */
async function askHouse(): Promise<boolean> {
  if (document.hidden || !navigator.onLine) return false;
  try {
    const answer = await fetch('./house.json', { cache: 'no-store' });
    const before = said;
    if (answer.ok) said = ((await answer.json()) as { isTraining?: boolean }).isTraining === true;
    if (said === before) return false;
    kept(() => localStorage.setItem(saidAs, said ? '1' : '0'));
    return true;
  } catch {
    return false;
  }
}

/** A browser that keeps nothing asks each time. */
function kept<Value>(step: () => Value): Value | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
