import { Injectable } from '@nestjs/common';
import { noNumbers, type CoverageNumbers } from './coverage-numbers.js';
import { CoverageRecountRepository } from './coverage-recount.repository.js';

/**
 * Counts a round the slow plain way, person by person, from what the rooms wrote. It serves to check `CoverageLedger`,
 * after a fault or in a test, and shares no statement with it.
 */
@Injectable()
export class CoverageRecount {
  constructor(private readonly books: CoverageRecountRepository) {}

  /** Area code → numbers, for every area in which or below which somebody of the round lives. Reads whole tables. */
  async recount(roundId: string): Promise<Map<string, CoverageNumbers>> {
    const areas = (await this.books.roundAreas(roundId)).map(({ area_code }) => area_code);
    const exempt = new Set((await this.books.exempt(roundId)).map(({ resident_id }) => resident_id));
    const received = new Set((await this.books.receivedTubes()).map(({ barcode }) => barcode));
    const sent = new Set((await this.books.dispatchedTubes()).map(({ barcode }) => barcode));
    const tested = new Set((await this.books.testedTubes()).map(({ barcode }) => barcode));
    const status = new Map((await this.books.answers(roundId)).map((answer) => [answer.resident_id, answer.status]));
    const tubes = new Map<string, string[]>();
    for (const { resident_id, tube_barcode } of await this.books.swabs(roundId)) {
      tubes.set(resident_id, [...(tubes.get(resident_id) ?? []), tube_barcode]);
    }
    const counted = new Map<string, CoverageNumbers>();
    for (const { id, lineage } of await this.books.residents()) {
      if (!areas.some((area) => lineage.includes(area))) continue;
      const own = tubes.get(id) ?? [];
      const person = {
        exempt: exempt.has(id),
        sampled: own.length > 0,
        sent: own.some((barcode) => sent.has(barcode) || received.has(barcode)),
        received: own.some((barcode) => received.has(barcode)),
        tested: own.some((barcode) => tested.has(barcode)),
        status: status.get(id),
      };
      for (const area of lineage) {
        const numbers = counted.get(area) ?? noNumbers();
        counted.set(area, numbers);
        add(numbers, person);
      }
    }
    return counted;
  }
}

function add(
  numbers: CoverageNumbers,
  person: {
    exempt: boolean;
    sampled: boolean;
    sent: boolean;
    received: boolean;
    tested: boolean;
    status?: string | undefined;
  },
): void {
  if (person.exempt) {
    numbers.exempt += 1;
    return;
  }
  numbers.should += 1;
  numbers.sampled += Number(person.sampled);
  numbers.sent += Number(person.sent);
  numbers.received += Number(person.received);
  numbers.tested += Number(person.tested);
  numbers.negative += Number(person.status === 'negative');
  numbers.underReview += Number(person.status === 'under-review');
  numbers.positive += Number(person.status === 'positive');
  numbers.resample += Number(person.status === 'resample');
}
