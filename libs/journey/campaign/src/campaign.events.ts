import { z } from 'zod';
import { changedField } from '#platform/config';
import { defineEvent } from '#platform/journal';

const round = z.object({ roundId: z.uuid() });
const exemption = z.object({ roundId: z.uuid(), exemptionId: z.uuid(), residentId: z.uuid() });

const visits = z.object({ roundId: z.uuid(), visitorId: z.uuid().nullable(), residentIds: z.array(z.uuid()) });

export const RoundDrafted = defineEvent('campaign.round-drafted', round);
export const RoundOpened = defineEvent('campaign.round-opened', round);
export const RoundClosing = defineEvent('campaign.round-closing', round);
export const RoundChanged = defineEvent(
  'campaign.round-changed',
  z.object({ roundId: z.uuid(), changed: z.array(changedField) }),
);
export const RoundClosed = defineEvent('campaign.round-closed', round);
export const ExemptionGranted = defineEvent('campaign.exemption-granted', exemption);
export const ExemptionRevoked = defineEvent('campaign.exemption-revoked', exemption);
export const HomeVisitsAssigned = defineEvent('campaign.home-visits-assigned', visits);
