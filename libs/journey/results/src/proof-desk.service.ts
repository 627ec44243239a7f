import { Inject, Injectable } from '@nestjs/common';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { Clock } from '#platform/clock';
import { KEYS, type Keys } from '#platform/vault';
import { endingOf, signProof } from './proof.js';
import { ProofLimits } from './proof-limits.js';
import { ResultWindow, type RoundResult } from './result-window.service.js';
import { AnswerIsNoProof, ProofHasRunOut } from './results.errors.js';

export interface Proof {
  readonly residentId: string;
  readonly roundId: string;
  /** What the QR says. */
  readonly payload: string;
  readonly maskedName: string;
  readonly documentEnding: string;
  readonly sampledAt: Date;
  readonly validUntil: Date;
}

/** Signs for somebody that their answer is negative, so that a checkpoint can tell without asking anybody. */
@Injectable()
export class ProofDesk {
  constructor(
    private readonly window: ResultWindow,
    private readonly register: ResidentRegister,
    private readonly codes: ResidentCodeDesk,
    private readonly limits: ProofLimits,
    private readonly clock: Clock,
    @Inject(KEYS) private readonly keys: Keys,
  ) {}

  /**
   * The proof of the answer that stands now. Nothing is stored: asked for again it is the same, and an answer that was
   * put right or disputed since has none any more. What was signed before runs out by itself.
   * @throws ResidentUnknown, AnswerIsNoProof, ProofHasRunOut
   */
  async of(residentId: string, roundId: string, asking: { kind: 'staff' | 'resident'; id: string }): Promise<Proof> {
    const rounds = await this.window.of(residentId, asking);
    const sampledAt = sampledOf(rounds, roundId);
    const validUntil = new Date(sampledAt.getTime() + this.limits.validHours * 3_600_000);
    if (validUntil <= this.clock.now()) throw new ProofHasRunOut();
    const { maskedName, maskedDocument } = await this.register.find(residentId);
    const claims = { sampledAt, validUntil, maskedName, documentEnding: endingOf(maskedDocument) };
    const payload = signProof({ ...claims, keyId: this.codes.keyId }, this.keys.codeSigning);
    return { residentId, roundId, payload, ...claims };
  }

  /** What a checkpoint needs: the key's id and the public key (SPKI, PEM). */
  publicKey(): { keyId: string; publicKey: string } {
    return this.codes.publicKey();
  }
}

/** When the swab was taken that proves something. @throws AnswerIsNoProof */
function sampledOf(rounds: readonly RoundResult[], roundId: string): Date {
  const round = rounds.find((one) => one.roundId === roundId);
  if (round?.gate !== 'negative' || round.sampledAt === null || round.disputed || round.recall !== null) {
    throw new AnswerIsNoProof();
  }
  // Whoever is positive or under review in another round proves nothing with what was negative before.
  if (rounds.some(({ gate }) => gate === 'positive' || gate === 'under-review')) throw new AnswerIsNoProof();
  return round.sampledAt;
}
