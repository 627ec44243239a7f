import { z } from 'zod';
import {
  amendableStatuses,
  gates,
  recallStates,
  type Gate,
  type Proof,
  type Recall,
  type RoundResult,
} from '#journey/results';
import { moment } from '../front/moment.js';

const statuses = [...amendableStatuses, 'withdrawn'] as const;
const kinds = ['retest', 'resample'] as const;

export const resultsAnswer = z.object({
  residentId: z.uuid(),
  rounds: z.array(
    z.object({
      roundId: z.uuid(),
      roundName: z.string(),
      gate: z.enum(Object.keys(gates) as Gate[]),
      words: z.object({ 'zh-CN': z.string(), en: z.string() }),
      sampledAt: moment.nullable(),
      sealedAt: moment.nullable(),
      sentAt: moment.nullable(),
      receivedAt: moment.nullable(),
      answer: z
        .object({
          version: z.int(),
          status: z.enum(statuses),
          sampledAt: moment.nullable(),
          testedAt: moment.nullable(),
          publishedAt: moment,
          reason: z.string().nullable(),
        })
        .nullable(),
      /** The person says that this is not theirs, and it is being looked into. */
      disputed: z.boolean(),
      recall: z.object({ kind: z.enum(kinds), deadline: moment }).nullable(),
    }),
  ),
});

export const recallQuery = z.strictObject({
  state: z.enum(recallStates).optional(),
  cursor: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const recallAnswer = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  residentId: z.uuid(),
  masked: z.string(),
  phoneMasked: z.string().nullable(),
  areaCode: z.string(),
  kind: z.enum(kinds),
  lane: z.enum(['general', 'green', 'single']),
  cause: z.string(),
  causeBarcode: z.string(),
  state: z.enum(recallStates),
  deadline: moment,
  assigneeId: z.uuid().nullable(),
  assignedAt: moment.nullable(),
  createdAt: moment,
  closedAt: moment.nullable(),
});

export const recallPage = z.object({ items: z.array(recallAnswer), next: z.string().nullable() });

export const assignment = z.strictObject({ assigneeId: z.uuid() });

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export function resultsView(residentId: string, rounds: RoundResult[]): z.input<typeof resultsAnswer> {
  return {
    residentId,
    rounds: rounds.map(({ answer, recall, ...round }) => ({
      ...round,
      sampledAt: iso(round.sampledAt),
      sealedAt: iso(round.sealedAt),
      sentAt: iso(round.sentAt),
      receivedAt: iso(round.receivedAt),
      answer: answer && {
        ...answer,
        sampledAt: iso(answer.sampledAt),
        testedAt: iso(answer.testedAt),
        publishedAt: answer.publishedAt.toISOString(),
      },
      recall: recall && { kind: recall.kind, deadline: recall.deadline.toISOString() },
    })),
  };
}

export const proofAnswer = z.object({
  residentId: z.uuid(),
  roundId: z.uuid(),
  payload: z.string().describe('what the QR says'),
  maskedName: z.string(),
  documentEnding: z.string(),
  sampledAt: moment,
  validUntil: moment,
});

export const proofKeys = z.object({ items: z.array(z.object({ keyId: z.string(), publicKey: z.string() })) });

export function proofView(proof: Proof): z.input<typeof proofAnswer> {
  return { ...proof, sampledAt: proof.sampledAt.toISOString(), validUntil: proof.validUntil.toISOString() };
}

export function recallView(recall: Recall): z.input<typeof recallAnswer> {
  return {
    ...recall,
    deadline: recall.deadline.toISOString(),
    assignedAt: iso(recall.assignedAt),
    createdAt: recall.createdAt.toISOString(),
    closedAt: iso(recall.closedAt),
  };
}
