import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { uuidv7 } from 'uuidv7';
import { ExemptionDesk } from '#journey/campaign';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { SamplingStation } from '#journey/sampling';
import { AccountRegister } from '#platform/access';
import { PurgeModule } from '../../apps/job-runner/src/purge/purge.module.js';
import type { Canary } from './canaries.js';
import type { House } from './house.js';
import { layStreet, openRound, type Street } from './street.js';

export const signersPassword = 'correct-horse-battery';

/** People who do not exist: passports of nobody's, so that no document of anybody is written down here. */
export function canaryPeople(count: number): Canary[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `欧阳金丝雀${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}${'子丑寅卯'.charAt(Math.floor(n / 10) % 4)}`,
    idNumber: `KN${String(7_000_001 + n)}`,
    phone: `1390000${String(1_000 + n)}`,
  }));
}

export interface PurgedDay {
  street: Street;
  /** In the order of the canaries. */
  residents: string[];
  /** Another round, that goes on, over the first of the two buildings. */
  otherRound: string;
  security: string;
  auditor: string;
}

/** A round with people, swabs, answers, tickets and whatever else leads to a person; closed. And one that goes on. */
export async function layPurgedDay(
  house: House,
  canaries: readonly Canary[],
  { other = true } = {},
): Promise<PurgedDay> {
  const { database } = house;
  const street = await layStreet(database, 0);
  const register = house.get(ResidentRegister);
  const residents: string[] = [];
  for (const [n, { name, idNumber, phone }] of canaries.entries()) {
    const document = { kind: 'passport' as const, number: idNumber, nationality: 'JPN' };
    const areaCode = street.buildings[n % 2]!;
    const household = n % 3 === 0 ? undefined : `${n}-1`;
    const { id } = await register.register({ id: uuidv7(), name, document, phone, areaCode, household }, null);
    residents.push(id);
    await house.get(ResidentCodeDesk).issue(id, null);
  }
  const station = house.get(SamplingStation);
  for (let at = 0; at < residents.length; at += 10) {
    const barcode = `T${String(at).padStart(5, '0')}`;
    await station.open({
      barcode,
      roundId: street.roundId,
      stationId: street.stationId,
      poolClass: '10',
      openedBy: street.scannerId,
    });
    await Promise.all(
      residents.slice(at, at + 10).map((id) =>
        station.swab({
          id: uuidv7(),
          tube: barcode,
          resident: { id },
          scannedAt: new Date(),
          actorId: street.scannerId,
          bodyHash: Buffer.alloc(32),
        }),
      ),
    );
  }
  await house
    .get(ExemptionDesk)
    .grant(street.roundId, { residentId: residents[0]!, reason: 'medical', note: canaries[0]!.name }, street.scannerId);
  await database.query(
    `INSERT INTO results.answer (round_id, resident_id, version, status, cause, basis, swab_id, sampled_at)
     SELECT round_id, resident_id, 1, 'negative', 'negative', 'x', swab_id, sampled_at FROM sampling.attendance WHERE round_id = $1`,
    [street.roundId],
  );
  await database.query(
    `INSERT INTO results.notice (round_id, resident_id, version, channel) SELECT round_id, resident_id, 1, 'message' FROM results.answer`,
  );
  await database.query(
    `INSERT INTO queue.ticket (id, site_id, business_day, lane, number, label, place, party_size, resident_id, issued_by, issued_at, body_hash)
     SELECT gen_random_uuid(), $1, current_date, 'general', n, 'A' || n, n, 1, r, $2, now(), ''
       FROM unnest($3::uuid[]) WITH ORDINALITY AS t (r, n)`,
    [street.siteId, street.scannerId, residents.slice(0, 5)],
  );
  await database.query(
    "INSERT INTO access.session (token_hash, resident_id, expires_at) SELECT sha256(r::text::bytea), r, now() + interval '1 day' FROM unnest($1::uuid[]) r",
    [residents.slice(0, 3)],
  );
  await database.query(
    `UPDATE campaign.round SET state = 'closed', closing_at = now(), closed_at = now() WHERE id = $1`,
    [street.roundId],
  );
  const otherRound = uuidv7();
  if (other) {
    await openRound(database, otherRound);
    await database.query('UPDATE campaign.round_area SET area_code = $2 WHERE round_id = $1', [
      otherRound,
      street.buildings[0],
    ]);
    await database.query(
      `UPDATE campaign.round SET starts_at = now() + interval '1 second', deadline = now() + interval '1 day' WHERE id = $1`,
      [otherRound],
    );
  }
  const accounts = house.get(AccountRegister);
  const add = (username: string, role: 'security' | 'auditor') =>
    accounts.add({ username, role, displayName: username, password: signersPassword });
  const [security, auditor] = [await add('anquan', 'security'), await add('shenji', 'auditor')];
  return { street, residents, otherRound, security: security.id, auditor: auditor.id };
}

/** The purge's own process on the database of a house. */
export async function openPurge(house: House, settings = house.settings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(PurgeModule.for(settings), {
    logger: ['error'],
    abortOnError: false,
  });
}
