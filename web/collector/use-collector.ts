import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Collector } from './collector.js';

/** The device that this page is. */
export const TheCollector = createContext<Collector | undefined>(undefined);

/** The device; draws again whenever anything about it changes. */
export function useCollector(): Collector {
  const collector = useContext(TheCollector);
  if (collector === undefined) throw new Error('a part of the page stands outside of it');
  useSyncExternalStore(collector.subscribe, collector.current);
  return collector;
}
