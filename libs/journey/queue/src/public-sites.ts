import type { Coordinates, SiteState } from '#journey/site';
import type { statusWords } from './board-frame.js';

/** Opening hours; the moments as the database writes them into JSON. */
interface PublicSession {
  kind: 'day' | 'night';
  opensAt: string;
  closesAt: string;
  lastEntryAt: string;
}

/** What anybody may know of a site from afar. */
export interface PublicSite {
  id: string;
  code: string;
  name: string;
  address: string;
  areaCode: string;
  serves: string | null;
  state: SiteState;
  pauseReason: string | null;
  status: keyof typeof statusWords | null;
  statusWord: string | null;
  /** Of the general lane. */
  wait: { fromMinutes: number; toMinutes: number } | null;
  waitingPeople: number;
  waitingTickets: number;
  coordinates: Coordinates | null;
  timeZone: string;
  /** The opening hours of the business day. */
  sessions: PublicSession[];
}
