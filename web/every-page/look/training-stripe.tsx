import { useLayoutEffect, useSyncExternalStore } from 'react';
import { isTraining, onTraining } from '../training.js';

/** Over every page of a training, whatever lies over the rest of it: nobody takes it for the real day. */
export function TrainingStripe() {
  const isOn = useSyncExternalStore(onTraining, isTraining);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-training', isOn);
  }, [isOn]);
  return isOn ? (
    <aside className="training" aria-label="演练 Training">
      演练 TRAINING
      <span>
        {' '}
        · 这里的一切都不是真的 · <span lang="en">nothing here is real</span>
      </span>
    </aside>
  ) : null;
}
