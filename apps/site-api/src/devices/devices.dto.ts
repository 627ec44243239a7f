import { z } from 'zod';
import type { Device } from '#journey/site';
import { moment } from '../front/moment.js';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

export const codeMaking = z.strictObject({ id: z.uuid().optional(), siteId: z.uuid(), roundId: z.uuid().optional() });
export const codeAnswer = z.object({ id: z.uuid(), code: z.string(), expiresAt: moment });

export const enrolling = z.strictObject({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  code: z.string().trim().min(1).max(32),
  name: z.string().trim().min(1).max(100),
  publicKey: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
  signature,
});

export const revoking = z.strictObject({ reason: z.string().trim().min(1).max(200) });

export const deviceAnswer = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  roundId: z.uuid().nullable(),
  name: z.string(),
  state: z.enum(['waiting', 'approved', 'expired', 'revoked']),
  enrolledBy: z.uuid(),
  enrolledAt: moment,
  approvedBy: z.uuid().nullable(),
  approvedAt: moment.nullable(),
  notBefore: moment.nullable(),
  notAfter: moment.nullable(),
  revokedBy: z.uuid().nullable(),
  revokedAt: moment.nullable(),
  revokeReason: z.string().nullable(),
  certificate: z.string().nullable(),
});

export function deviceView(device: Device): z.input<typeof deviceAnswer> {
  const { id, siteId, roundId, name, state, enrolledBy, approvedBy, revokedBy, revokeReason, certificate } = device;
  return {
    id,
    siteId,
    roundId,
    name,
    state,
    enrolledBy,
    enrolledAt: device.enrolledAt.toISOString(),
    approvedBy,
    approvedAt: device.approvedAt?.toISOString() ?? null,
    notBefore: device.notBefore?.toISOString() ?? null,
    notAfter: device.notAfter?.toISOString() ?? null,
    revokedBy,
    revokedAt: device.revokedAt?.toISOString() ?? null,
    revokeReason,
    certificate,
  };
}
