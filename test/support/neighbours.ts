import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { roles, type Role } from '#platform/access';
import type { Database } from '#platform/database';

/**
 * Two streets side by side, each with its own people, site, laboratory and staff, and of everything that an address can
 * name one piece each. Whoever belongs to the one has no business in the other.
 */
export interface Neighbour {
  streetCode: string;
  tokenOf(role: Role | 'resident'): string;
  /** What stands in an address, by the name of the thing. */
  things: Record<Thing, string>;
  /** Another of the same kind at the same site, made by somebody else there. */
  siblings: Partial<Record<Thing, string>>;
}

export type Thing =
  | 'site' | 'station' | 'shift' | 'tube' | 'sealedTube' | 'labTube' | 'swab' | 'box' | 'dispatchedBox' | 'receivedBox' | 'ticket'
  | 'announcement' | 'resident' | 'ward' | 'residentCode' | 'round' | 'exemption' | 'order' | 'receipt' | 'report' | 'ledgerImport'
  | 'exception' | 'correction' | 'case' | 'merging' | 'device' | 'heldBatch' | 'amendment'; // prettier-ignore

const none = Buffer.alloc(32);
const siteRoles: Role[] = ['sitelead', 'marshal', 'scanner', 'collector', 'packer', 'courier'];
const areaRoles: Role[] = ['organiser', 'gridworker'];

export async function layNeighbours(database: Database): Promise<[Neighbour, Neighbour]> {
  await area(database, ['3708'], 'city');
  await area(database, ['3708', '370811'], 'district');
  return [await layOne(database, 1), await layOne(database, 2)];
}

async function area(database: Database, lineage: string[], level: string): Promise<string> {
  const code = lineage.at(-1)!;
  await database.query(
    'INSERT INTO community.area (code, parent_code, level, name, lineage) VALUES ($1, $2, $3, $1, $4) ON CONFLICT DO NOTHING',
    [code, lineage.at(-2) ?? null, level, lineage],
  );
  return code;
}

async function layOne(database: Database, n: 1 | 2): Promise<Neighbour> {
  const add = async (sql: string, values: unknown[]): Promise<void> => {
    await database.query(sql, values);
  };
  const lineage = ['3708', '370811', `37081101${n}`];
  const streetCode = await area(database, lineage, 'street');
  const community = await area(database, [...lineage, `${streetCode}001`], 'community');
  const grid = await area(database, [...lineage, community, `${community}-01`], 'grid');
  const building = await area(database, [...lineage, community, grid, `${grid}-01`], 'building');

  // People: somebody, their ward, and a neighbour next door.
  const household = uuidv7();
  await add(`INSERT INTO community.household (id, area_code, door) VALUES ($1, $2, '101')`, [household, building]);
  const people: string[] = [];
  for (let m = 0; m < 4; m += 1) {
    const id = uuidv7();
    await add(
      `INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind, document_index,
                                       document_masked, document_sealed, guardian_id)
       VALUES ($1, $2, $3, '王*', '', 'resident-id', $4, '0***01', '', $5)`,
      [id, building, household, randomBytes(32), m === 1 ? people[0] : null],
    );
    people.push(id);
  }
  const [resident, ward, sampled, another] = people as [string, string, string, string];

  // Staff, each with the scope of their work.
  const site = uuidv7();
  const accounts = new Map<Role, string>();
  for (const role of roles) {
    const id = uuidv7();
    accounts.set(role, id);
    await add(
      `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, $2, $3, $2, '!')`,
      [id, `${role}-${n}`, role],
    );
    const scope = siteRoles.includes(role)
      ? ['site', site]
      : areaRoles.includes(role)
        ? ['area', streetCode]
        : undefined;
    if (scope !== undefined) {
      await add('INSERT INTO access.scope (account_id, kind, key) VALUES ($1, $2, $3)', [id, ...scope]);
    }
  }
  const who = (role: Role): string => accounts.get(role)!;
  await add(`INSERT INTO lab.lab (code, name) VALUES ($1, $1)`, [`LAB${n}`]);
  await add('INSERT INTO lab.staff (account_id, lab_code) VALUES ($1, $2)', [who('lab'), `LAB${n}`]);

  // A round, a site, a table with its pair.
  const [round, station, station2, shift] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await add(
    `WITH r AS (
       INSERT INTO campaign.round (id, name, state, starts_at, deadline, default_pool_class, settings, body_hash, created_by, opened_at)
       VALUES ($1, '第一轮', 'open', now() - interval '1 hour', now() + interval '1 day', '10', '{}', $2, $3, now()) RETURNING id)
     INSERT INTO campaign.pool_class (round_id, pool_class, capacity) SELECT id, '10', 10 FROM r`,
    [round, none, who('organiser')],
  );
  await add('INSERT INTO campaign.round_area (round_id, area_code) VALUES ($1, $2)', [round, streetCode]);
  await add('SELECT sampling.ensure_round($1)', [round]);
  await add(
    `INSERT INTO site.site (id, code, name, area_code, address, body_hash) VALUES ($1, $2, $2, $3, '广场', $4)`,
    [site, `S${n}`, community, none],
  );
  await add(`INSERT INTO site.lane (site_id, lane, prefix) VALUES ($1, 'general', 'A'), ($1, 'single', 'Y')`, [site]);
  for (const [id, number] of [
    [station, 1],
    [station2, 2],
  ]) {
    await add(`INSERT INTO site.station (id, site_id, number, lane, body_hash) VALUES ($1, $2, $3, 'general', $4)`, [
      id,
      site,
      number,
      none,
    ]);
  }
  await add(
    `INSERT INTO site.shift (id, station_id, scanner_id, collector_id, during, body_hash)
     VALUES ($1, $2, $3, $4, tstzrange(now() - interval '1 hour', now() + interval '10 hours'), $5)`,
    [shift, station, who('scanner'), who('collector'), none],
  );

  // Tubes: one on the table, sealed ones, boxed ones, and those that a laboratory has.
  const tubes = ['OPEN', 'OPEN2', 'SEAL', 'SEAL2', 'PACK', 'SENT', 'LAB'].map((name) => `N${n}${name}`);
  for (const barcode of tubes) {
    const open = barcode.includes('OPEN');
    await add(
      `INSERT INTO sampling.tube (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, filled, state, opened_by,
                                  first_swab_at, sealed_by, sealed_at, counted_swabs, body_hash)
       VALUES ($1, $2, $3, $4, $5, '10', 10, $6, $7, $8, now(), $9, $10, $11, $12)`,
      [barcode, round, site, station, shift, open ? 0 : 1, open ? 'open' : 'sealed', who('scanner'),
       open ? null : who('scanner'), open ? null : new Date(), open ? null : 1, none], // prettier-ignore
    );
  }
  const swab = uuidv7();
  await add(
    `WITH a AS (
       INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
       VALUES ($1, $2, 0, 'screening', $3, $4, now()) RETURNING 1)
     INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at, sampled_at,
                                recorded_at, body_hash)
     SELECT $1, $3, $4, 1, $2, 0, 'screening', $5, now(), now(), now(), $6 FROM a`,
    [round, sampled, swab, `N${n}OPEN`, who('scanner'), none],
  );
  await add(`UPDATE sampling.tube SET filled = 1 WHERE barcode = $1`, [`N${n}OPEN`]);

  // Boxes: being packed, on the road, and received.
  for (const [code, state, tube] of [
    [`B${n}OPEN`, 'open', `N${n}PACK`],
    [`B${n}OPEN2`, 'open', undefined],
    [`B${n}SENT`, 'dispatched', `N${n}SENT`],
    [`B${n}RECEIVED`, 'received', `N${n}LAB`],
  ] as const) {
    await add(
      `INSERT INTO transport.box (code, site_id, lab_code, state, opened_by, sealed_at, holder_id, received_at, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [code, site, state === 'received' ? `LAB${n}` : null, state, who('packer'), state === 'open' ? null : new Date(),
       state === 'dispatched' ? who('courier') : null, state === 'received' ? new Date() : null, none], // prettier-ignore
    );
    if (tube !== undefined) {
      await add('INSERT INTO transport.packing (barcode, box_code, packed_by) VALUES ($1, $2, $3)', [
        tube,
        code,
        who('packer'),
      ]);
    }
  }
  const [receipt, report] = [uuidv7(), uuidv7()];
  await add(
    `INSERT INTO lab.receipt (id, lab_code, box_code, accepted, rejected, missing, surplus, received_by, body_hash)
     VALUES ($1, $2, $3, 1, 0, 0, 0, $4, $5)`,
    [receipt, `LAB${n}`, `B${n}RECEIVED`, who('lab'), none],
  );
  await add(
    `INSERT INTO lab.tube (barcode, lab_code, receipt_id, box_code, accepted, received_at) VALUES ($1, $2, $3, $4, true, now())`,
    [`N${n}LAB`, `LAB${n}`, receipt, `B${n}RECEIVED`],
  );
  await add(
    `INSERT INTO lab.report (id, lab_code, sha256, content_type, bytes, state, uploaded_by, applied_at)
     VALUES ($1, $2, $3, 'application/x-ndjson', 1, 'applied', $4, now())`,
    [report, `LAB${n}`, randomBytes(32), who('lab')],
  );
  await add(
    `INSERT INTO lab.tube_outcome (barcode, version, lab_code, outcome, tested_at, report_id, state)
     VALUES ($1, 1, $2, 'negative', now(), $3, 'current'), ($1, 2, $2, 'positive', now(), $3, 'held')`,
    [`N${n}LAB`, `LAB${n}`, report],
  );

  // The queue, and what is said about people.
  const [
    call,
    ticket,
    ticket2,
    announcement,
    exemption,
    order,
    ledgerImport,
    exception,
    correction,
    device,
    enrolment,
    complaint,
    merging,
  ] = Array.from({ length: 13 }, uuidv7);
  await add(
    `INSERT INTO queue.call (id, station_id, site_id, business_day, lane, asked, people, called_by, called_at, body_hash)
     VALUES ($1, $2, $3, current_date, 'general', 1, 1, $4, now(), $5)`,
    [call, station, site, who('scanner'), none],
  );
  for (const [id, number, person] of [
    [ticket, 1, resident],
    [ticket2, 2, null],
  ]) {
    await add(
      `INSERT INTO queue.ticket (id, site_id, business_day, lane, number, label, place, party_size, resident_id, state, issued_by,
                                 issued_at, call_id, station_id, called_at, body_hash)
       VALUES ($1, $2, current_date, 'general', $3, 'A001', 1, 1, $4, 'called', $5, now(), $6, $7, now(), $8)`,
      [id, site, number, person, who('marshal'), call, station, none],
    );
  }
  await add(
    `INSERT INTO queue.announcement (id, site_id, zh, made_by, made_at, expires_at, body_hash)
     VALUES ($1, $2, '请排队', $3, now(), now() + interval '1 hour', $4)`,
    [announcement, site, who('marshal'), none],
  );
  const residentCode = randomBytes(12).toString('base64url');
  await add(
    `INSERT INTO community.resident_code (ref, resident_id, issued_at, expires_at) VALUES ($1, $2, now(), now() + interval '1 day')`,
    [residentCode, resident],
  );
  await add(
    `INSERT INTO campaign.exemption (id, round_id, resident_id, reason, granted_by, body_hash) VALUES ($1, $2, $3, 'other', $4, $5)`,
    [exemption, round, another, who('organiser'), none],
  );
  await add(
    `INSERT INTO results.recall_order (id, round_id, resident_id, kind, cause, cause_barcode, cause_version, cause_occasion, deadline)
     VALUES ($1, $2, $3, 'resample', 'invalid', $4, 1, 0, now() + interval '1 day')`,
    [order, round, sampled, `N${n}LAB`],
  );
  await add(
    `INSERT INTO community.ledger_import (id, state, format, sha256, bytes, imported_by, finished_at)
     VALUES ($1, 'done', '{}', $2, 1, $3, now())`,
    [ledgerImport, none, who('gridworker')],
  );
  await add(
    `INSERT INTO sampling.exception (id, kind, site_id, round_id, subject, owner_role, deadline, body_hash)
     VALUES ($1, 'unknown-tube', $2, $3, $4, 'sitelead', now() + interval '1 day', $5)`,
    [exception, site, round, `tube:N${n}OPEN`, none],
  );

  await add(
    `INSERT INTO sampling.exception (id, kind, site_id, round_id, subject, details, owner_role, deadline, body_hash)
     VALUES ($1, 'not-me', $2, $3, $4, jsonb_build_object('residentId', $5::text), 'sitelead', now() + interval '1 day', $6)`,
    [complaint, site, round, `resident:${sampled}:${round}`, sampled, none],
  );
  await add(
    `INSERT INTO community.merging (id, absorbed_id, survivor_id, state, reason, author_id, ended_at, body_hash)
     VALUES ($1, $2, $3, 'withdrawn', 'other', $4, now(), $5)`,
    [merging, another, resident, who('gridworker'), none],
  );
  await add(
    `INSERT INTO sampling.correction (id, kind, round_id, site_id, tubes, act, reason, second_person, before, author_id, body_hash)
     VALUES ($1, 'void', $2, $3, $4, '{}', 'wrong-person', true, '{}', $5, $6)`,
    [correction, round, site, [`N${n}SEAL`], who('collector'), none],
  );
  await add(
    `INSERT INTO site.enrolment (id, site_id, code_hash, made_by, made_at, expires_at, tries_at_most, body_hash)
     VALUES ($1, $2, $3, $4, now(), now() + interval '5 minutes', 5, $3)`,
    [enrolment, site, none, who('organiser')],
  );
  await add(
    `INSERT INTO site.device (id, site_id, name, key_x, key_y, enrolment_id, made_by, enrolled_by, enrolled_at, body_hash)
     VALUES ($1, $2, 'PDA', $3, $4, $5, $6, $7, now(), $8)`,
    [device, site, randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url'), enrolment, who('organiser'),
     who('collector'), none], // prettier-ignore
  );
  const amendment = uuidv7();
  await add(
    `INSERT INTO results.amendment (id, round_id, resident_id, status, reason, version, author_id, state, ended_at, body_hash)
     VALUES ($1, $2, $3, 'negative', '更正', 1, $4, 'withdrawn', now(), $5)`,
    [amendment, round, another, who('organiser'), none],
  );
  const heldBatch = uuidv7();
  await add(
    `INSERT INTO sampling.held_batch (id, device_id, site_id, boot_id, counter, hash, why, acts, summary, acts_sealed)
     VALUES ($1, $2, $3, $1, 1, $4, 'waiting', 1, '{"kinds":{},"tubes":[],"actors":[]}', '')`,
    [heldBatch, device, site, 'h'.repeat(43)],
  );
  for (const person of [resident, another]) {
    await add(
      `INSERT INTO results.answer (round_id, resident_id, version, status, cause, basis, swab_id, sampled_at)
       VALUES ($1, $2, 1, 'negative', 'negative', 'test', $3, now())`,
      [round, person, swab],
    );
  }
  await add(
    `INSERT INTO queue.counter (site_id, business_day, lane, issued)
     SELECT $1, day::date, 'general', 2 FROM generate_series(current_date - 1, current_date + 1, interval '1 day') AS day`,
    [site],
  );
  // Whoever serves somebody at a table sees them; nobody there has met the one next door.
  for (const role of siteRoles.slice(0, 4)) {
    await add(
      `INSERT INTO community.encounter (staff_id, resident_id, until) VALUES ($1, $2, now() + interval '1 hour')`,
      [who(role), resident],
    );
  }

  const tokens = new Map<Role | 'resident', string>();
  for (const role of [...roles, 'resident'] as const) {
    const token = randomBytes(32).toString('base64url');
    tokens.set(role, token);
    await add(
      `INSERT INTO access.session (token_hash, account_id, resident_id, expires_at) VALUES ($1, $2, $3, now() + interval '8 hours')`,
      [
        createHash('sha256').update(token).digest(),
        role === 'resident' ? null : who(role),
        role === 'resident' ? resident : null,
      ],
    );
  }
  return {
    streetCode,
    tokenOf: (role) => tokens.get(role)!,
    things: {
      site, station, shift, tube: `N${n}OPEN`, sealedTube: `N${n}SEAL`, labTube: `N${n}LAB`, swab, box: `B${n}OPEN`,
      dispatchedBox: `B${n}SENT`, receivedBox: `B${n}RECEIVED`, ticket: ticket!, announcement: announcement!, resident, ward,
      residentCode, round, exemption: exemption!, order: order!, receipt, report, ledgerImport: ledgerImport!,
      exception: exception!, correction: correction!, case: complaint!, merging: merging!, device: device!,
      heldBatch,
      amendment,
    }, // prettier-ignore
    siblings: {
      station: station2,
      tube: `N${n}OPEN2`,
      sealedTube: `N${n}SEAL2`,
      box: `B${n}OPEN2`,
      resident: another,
    },
  };
}
