import { useSyncExternalStore } from 'react';
import type { StaffSession } from './staff-session.js';

/** Who is signed in; draws again when that changes. */
export function useStaff(session: StaffSession) {
  return useSyncExternalStore(session.subscribe, session.current);
}
