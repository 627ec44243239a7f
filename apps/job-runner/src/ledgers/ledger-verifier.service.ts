import { Injectable } from '@nestjs/common';
import { findingOf, type LedgerFinding } from './ledger-finding.js';
import { verifiedLedgers } from './ledger-list.js';
import { LedgerRepository, type GuardedLedger, type LedgerPoint } from './ledger.repository.js';

/** The logins that the house writes with; whatever another one wrote was written by hand. */
const houseLogins = ['shihe_door', 'shihe_scan', 'shihe_desk', 'shihe_jobs', 'journal'];

/** Findings of one ledger that are named one by one. */
const most = 1_000;

/**
 * MD5 of the functions of the database by which rows are read, for whoever owns the database may change those as well. A
 * migration that changes one changes it here.
 */
const functionsByHeart: Readonly<Record<string, string>> = {
  key_sql: 'd9875ea3f818db778c70f03fb5cdc19b',
  print_sql: '3f83260381264b483afb6392fc93fdc1',
  prints_of: '613605287bfc483110f9fdb9fda857be',
};

interface LedgerState extends LedgerPoint {
  /** Of the last full pass. */
  findings: LedgerFinding[];
  /** When that was, in milliseconds since the epoch. */
  passedAt: number;
}

export interface LedgerVerification {
  ledgers: number;
  rows: number;
  findings: LedgerFinding[];
}

/**
 * Compares the rows of the ledgers with the imprints that the house took of them. What it remembers from one time to the
 * next it keeps in its own memory: nothing in the database could be trusted with it.
 */
@Injectable()
export class LedgerVerifier {
  private readonly states = new Map<string, LedgerState>();

  constructor(private readonly repository: LedgerRepository) {}

  /** Everything, from the first imprint on. @param others logins that are the house's as well, for tests that work as the owner */
  async verify(others: readonly string[] = []): Promise<LedgerVerification> {
    const verification: LedgerVerification = { ledgers: 0, rows: 0, findings: await this.lapses() };
    for (const ledger of await this.ledgers()) {
      const { rows, findings } = await this.pass(ledger, [...houseLogins, ...others]);
      verification.ledgers += 1;
      verification.rows += rows;
      verification.findings.push(...findings);
    }
    verification.findings.push(...(await this.tubes()));
    return verification;
  }

  /**
   * What happened since the last time, in every ledger, and as many whole ledgers as fit into the time given, those that
   * waited longest first. A ledger in which something is suspicious is gone through whole at once.
   *
   * @param forSeconds for whole ledgers; at least the first time every ledger is gone through
   */
  async verifyOnward(forSeconds: number, others: readonly string[] = []): Promise<LedgerVerification> {
    const logins = [...houseLogins, ...others];
    const until = Date.now() + forSeconds * 1_000;
    const ledgers = await this.ledgers();
    const byAge = [...ledgers].sort((a, b) => this.passedAt(a) - this.passedAt(b));
    const whole = new Set<string>();
    for (const ledger of ledgers) if (await this.hasSomethingNew(ledger, logins)) whole.add(ledger.name);
    for (const ledger of byAge) {
      if (!whole.has(ledger.name) && Date.now() > until) continue;
      const { point, findings } = await this.pass(ledger, logins);
      this.states.set(ledger.name, { ...point, findings, passedAt: Date.now() });
    }
    const states = [...this.states.values()];
    return {
      ledgers: states.length,
      rows: states.reduce((sum, { rows }) => sum + rows, 0),
      findings: [...(await this.lapses()), ...states.flatMap(({ findings }) => findings), ...(await this.tubes())],
    };
  }

  /** Goes on from the last point where nothing is suspicious. @returns whether the whole ledger has to be looked at */
  private async hasSomethingNew(ledger: GuardedLedger, logins: readonly string[]): Promise<boolean> {
    const state = this.states.get(ledger.name);
    if (state === undefined) return true;
    return this.repository.atOneMoment(async (tx) => {
      if (await this.repository.isSuspicious(tx, ledger, logins, state)) return true;
      this.states.set(ledger.name, { ...state, ...(await this.repository.point(tx, ledger)) });
      return false;
    });
  }

  private passedAt({ name }: GuardedLedger): number {
    return this.states.get(name)?.passedAt ?? 0;
  }

  private async ledgers(): Promise<GuardedLedger[]> {
    return (await this.repository.guarded()).filter(({ name }) => verifiedLedgers.includes(name));
  }

  /** One ledger whole. @param logins whose writing is the house's */
  pass(
    ledger: GuardedLedger,
    logins: readonly string[] = houseLogins,
  ): Promise<{ rows: number; point: LedgerPoint; findings: LedgerFinding[] }> {
    return this.repository.atOneMoment(async (tx) => {
      const point = await this.repository.point(tx, ledger);
      const found = await this.repository.discrepancies(tx, ledger, logins, most);
      const findings = found.map((one) => findingOf(ledger.name, ledger.columns, one));
      return { rows: point.rows, point, findings };
    });
  }

  /** Ledgers that leave no imprints (any more), and what reads them when it is not what it was. */
  private async lapses(): Promise<LedgerFinding[]> {
    const lapse = { kind: 'unguarded' as const, row: null, by: null };
    const functions = await this.repository.functions(Object.keys(functionsByHeart));
    const changed = Object.entries(functionsByHeart).filter(([name, md5]) => functions.get(name) !== md5);
    return [
      ...(await this.repository.lapses(verifiedLedgers)).map((one) => ({ ...lapse, ...one })),
      ...changed.map(([name]) => ({ ...lapse, ledger: `journal.${name}`, columns: [] })),
    ];
  }

  private async tubes(): Promise<LedgerFinding[]> {
    const rows = await this.repository.atOneMoment((tx) => this.repository.tubesThatDiffer(tx, most));
    return rows.map((one) => ({ kind: 'changed', ledger: 'sampling.tube', by: null, ...one }));
  }
}
