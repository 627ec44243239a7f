import { Injectable } from '@nestjs/common';
import { AnswerRepository, type ResidentRound } from './answer.repository.js';
import { gateOf, gates, type AnswerStatus, type Gate } from './gate.js';
import { ResidentUnknown } from './results.errors.js';

export interface RoundResult {
  roundId: string;
  roundName: string;
  gate: Gate;
  words: { 'zh-CN': string; en: string };
  /** When the swab was taken that the gate is about; a certificate counts from it. */
  sampledAt: Date | null;
  sealedAt: Date | null;
  sentAt: Date | null;
  receivedAt: Date | null;
  answer: {
    version: number;
    status: AnswerStatus;
    sampledAt: Date | null;
    testedAt: Date | null;
    publishedAt: Date;
    reason: string | null;
  } | null;
  disputed: boolean;
  recall: { kind: 'retest' | 'resample'; deadline: Date } | null;
}

/** What a resident, or somebody who looks after them, may know. */
@Injectable()
export class ResultWindow {
  constructor(private readonly answers: AnswerRepository) {}

  /** @throws ResidentUnknown also when the asking resident is neither the one asked about nor their guardian: nobody learns who exists. */
  async of(residentId: string, asking: { kind: 'staff' | 'resident'; id: string }): Promise<RoundResult[]> {
    if (
      asking.kind === 'resident' &&
      asking.id !== residentId &&
      !(await this.answers.isWardOf(residentId, asking.id))
    ) {
      throw new ResidentUnknown();
    }
    if (!(await this.answers.residentExists(residentId))) throw new ResidentUnknown();
    const rounds = await this.answers.roundsOf(residentId);
    return rounds.map(resultOf);
  }
}

function resultOf(round: ResidentRound): RoundResult {
  const { version, status, publishedAt, recallKind, recallDeadline } = round;
  const answered = version !== null && status !== null && publishedAt !== null;
  const gate = gateOf({
    exempt: round.exempt,
    swab:
      round.swabOccasion === null
        ? undefined
        : { occasion: round.swabOccasion, sent: round.sentAt !== null, atLab: round.receivedAt !== null },
    answer: answered ? { status, occasion: round.answerOccasion ?? 0 } : undefined,
  });
  const decided = gate === 'negative' || gate === 'positive';
  return {
    roundId: round.roundId,
    roundName: round.roundName,
    gate,
    words: gates[gate],
    sampledAt: decided ? round.answerSampledAt : round.sampledAt,
    sealedAt: round.sealedAt,
    sentAt: round.sentAt,
    receivedAt: round.receivedAt,
    answer: answered
      ? {
          version,
          status,
          sampledAt: round.answerSampledAt,
          testedAt: round.testedAt,
          publishedAt,
          reason: round.reason,
        }
      : null,
    disputed: round.disputed,
    recall: recallKind !== null && recallDeadline !== null ? { kind: recallKind, deadline: recallDeadline } : null,
  };
}
