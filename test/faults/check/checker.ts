import {
  acknowledgedIsStored,
  answersNeverChange,
  noFailures,
  realTimeOrder,
  unknownIsResolved,
} from './acknowledgements.js';
import { actsOf } from './acts.js';
import { oneTableAPerson, onceAPerson, oneTubeABarcode, sealedStaysSealed, tubesHoldWhatFits } from './at-the-table.js';
import type { Evidence } from './evidence.js';
import { boardsShowNobody, boardsTellTheTruth, numbersAreGivenOnce } from './in-the-queue.js';
import { Model, tablesEqualModel } from './model.js';
import { booksBalance, nothingIsMissing, readingsAreJournalled } from './in-the-office.js';
import {
  custodyHasNoGap,
  filesAreWhole,
  noResultWithoutSwab,
  nothingGoesAstray,
  oneOutcomeATube,
} from './on-the-road.js';
import { Store } from './store.js';
import { chainsAreWhole, errandsAreDone } from './underneath.js';
import type { Verdict } from './verdict.js';
import {
  coverageIsTheRecount,
  everyoneIsCalledBack,
  messagesLeaveOnce,
  nobodyIsToldWrong,
  versionsFollow,
} from './what-people-are-told.js';

export interface Findings {
  seed: number;
  verdicts: Verdict[];
  acts: { acked: number; refused: number; unanswered: number; applied: number; notApplied: number };
  /** One line each: the promise, and the first place where it is broken. */
  broken: string[];
}

/**
 * Compares what the clients wrote down with everything that is stored, after all has come to rest. Knows nothing of the
 * house's code: tables, histories, files, messages and boards only.
 */
export function check(evidence: Evidence): Findings {
  const acts = actsOf(evidence.lines);
  const store = new Store(evidence.tables);
  const unknown = unknownIsResolved(acts, store);
  const verdicts = [
    tubesHoldWhatFits(store),
    onceAPerson(store),
    sealedStaysSealed(acts, store),
    oneTubeABarcode(store),
    custodyHasNoGap(store),
    oneTableAPerson(store),
    acknowledgedIsStored(acts, store),
    answersNeverChange(acts, store),
    nothingGoesAstray(store),
    booksBalance(store),
    nothingIsMissing(acts, store),
    filesAreWhole(evidence, store),
    noResultWithoutSwab(store),
    oneOutcomeATube(store),
    everyoneIsCalledBack(store),
    nobodyIsToldWrong(store),
    versionsFollow(store),
    messagesLeaveOnce(evidence, store),
    errandsAreDone(store),
    numbersAreGivenOnce(acts, store),
    boardsTellTheTruth(evidence.boards),
    coverageIsTheRecount(store),
    readingsAreJournalled(acts, store),
    boardsShowNobody(evidence.boards),
    chainsAreWhole(store),
    realTimeOrder(acts, store),
    unknown.verdict,
    tablesEqualModel(new Model(acts, evidence, store), store),
    noFailures(evidence.lines),
  ];
  const count = (fate: string) => acts.filter((act) => act.fate === fate).length;
  return {
    seed: evidence.seed,
    verdicts,
    acts: {
      acked: count('acked'),
      refused: count('refused'),
      unanswered: acts.filter((act) => act.unknown > 0).length,
      applied: unknown.applied,
      notApplied: unknown.notApplied,
    },
    broken: verdicts
      .filter(({ violations }) => violations.length > 0)
      .map(({ id, promise, violations }) => `${id} ${promise}: ${violations.length} times, first: ${violations[0]}`),
  };
}
