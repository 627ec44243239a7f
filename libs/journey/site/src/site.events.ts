import { z } from 'zod';
import { changedField } from '#platform/config';
import { defineEvent } from '#platform/journal';
import { siteStates } from './lanes.js';

export const SiteAdded = defineEvent('site.site-added', z.object({ siteId: z.uuid() }));
export const SiteStateChanged = defineEvent(
  'site.state-changed',
  z.object({ siteId: z.uuid(), state: z.enum(siteStates) }),
);
export const SiteChanged = defineEvent('site.changed', z.object({ siteId: z.uuid(), changed: z.array(changedField) }));
export const SitePlaced = defineEvent('site.placed', z.object({ siteId: z.uuid() }));
export const StationAdded = defineEvent(
  'site.station-added',
  z.object({ siteId: z.uuid(), stationId: z.uuid(), number: z.int() }),
);
export const SessionPlanned = defineEvent('site.session-planned', z.object({ siteId: z.uuid(), sessionId: z.uuid() }));

const shift = z.object({ shiftId: z.uuid(), stationId: z.uuid(), scannerId: z.uuid(), collectorId: z.uuid() });
export const ShiftPlanned = defineEvent('site.shift-planned', shift);
export const ShiftEnded = defineEvent('site.shift-ended', shift);
