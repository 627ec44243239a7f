import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const device = z.object({ deviceId: z.uuid(), siteId: z.uuid(), roundId: z.uuid().nullable() });

export const EnrolmentMade = defineEvent(
  'site.enrolment-made',
  z.object({ enrolmentId: z.uuid(), siteId: z.uuid(), roundId: z.uuid().nullable() }),
);
export const DeviceEnrolled = defineEvent('site.device-enrolled', device.extend({ enrolmentId: z.uuid() }));
export const DeviceApproved = defineEvent('site.device-approved', device.extend({ notAfter: z.string() }));
export const DeviceRenewed = defineEvent('site.device-renewed', device.extend({ notAfter: z.string() }));
export const DeviceRevoked = defineEvent('site.device-revoked', device.extend({ reason: z.string() }));
