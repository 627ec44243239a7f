import { HandoverDesk, PackingBench } from '#journey/transport';
import { LabRegister } from '#journey/lab';
import type { Database } from '#platform/database';
import { AccountRegister } from '#platform/access';
import { testPassword, type Front, type House } from './house.js';
import { account, type Street } from './street.js';

/** The people a tube passes through, with the accounts `packer`, `courier` and `lab`; the last acts for LAB1. */
export interface Way {
  packer: string;
  courier: string;
  lab: string;
}

export async function layWay(house: House): Promise<Way> {
  const way = {
    packer: await account(house.database, 'packer'),
    courier: await account(house.database, 'courier'),
    lab: await account(house.database, 'lab'),
  };
  const labs = house.get(LabRegister);
  await labs.put('LAB1', '第一实验室', null);
  await labs.assign(way.lab, 'LAB1', null);
  return way;
}

/** Somebody of a laboratory as they are, without any scope but it; of none when no code is given. Asks as themselves. */
export async function labMember(front: Front, username: string, labCode?: string): Promise<Asking> {
  const given = { username, role: 'lab', displayName: username, password: testPassword } as const;
  const { id } = await front.get(AccountRegister).add(given);
  if (labCode !== undefined) await front.get(LabRegister).assign(id, labCode, null);
  const { body } = await front.send(undefined, 'POST', '/sessions', { username, password: testPassword });
  return (method, path, sent, contentType = 'application/json') =>
    front.send(undefined, method, path, sent, {
      authorization: `Bearer ${body.token}`,
      ...(sent === undefined ? {} : { 'content-type': contentType }),
    });
}

type Asking = (method: string, path: string, sent?: unknown, contentType?: string) => ReturnType<Front['send']>;

/** Packs these sealed tubes into a box and carries it to the laboratory, which signs for it. */
export async function carryBox(
  house: House,
  street: Street,
  way: Way,
  code: string,
  barcodes: string[],
  labCode = 'LAB1',
): Promise<void> {
  const bench = house.get(PackingBench);
  const desk = house.get(HandoverDesk);
  await bench.open({ code, siteId: street.siteId }, way.packer);
  await bench.pack(code, barcodes, way.packer);
  await bench.seal(code, barcodes.length, way.packer);
  await desk.dispatch(code, { givenBy: 'packer' }, way.courier);
  await desk.receive(code, { givenBy: 'courier', labCode }, way.lab);
}

/** Thousands of tubes laid straight into the tables as accepted by LAB1, without a box's way. */
export async function layAcceptedTubes(
  database: Database,
  street: Street,
  way: Way,
  prefix: string,
  count: number,
): Promise<string[]> {
  const barcodes = Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(5, '0')}`);
  await database.query(
    `WITH box AS (
       INSERT INTO transport.box (code, site_id, lab_code, state, opened_by, sealed_at, received_at, body_hash)
       VALUES ($1, $2, 'LAB1', 'received', $3, now(), now(), '') RETURNING code
     ), receipt AS (
       INSERT INTO lab.receipt (id, lab_code, box_code, accepted, rejected, missing, surplus, received_by, body_hash)
       SELECT gen_random_uuid(), 'LAB1', code, $4, 0, 0, 0, $3, '' FROM box RETURNING id
     ), tube AS (
       INSERT INTO sampling.tube (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, state,
                                  opened_by, sealed_at, body_hash)
       SELECT b, $5, $2, $6, $7, '10', 10, 'sealed', $3, now(), '' FROM unnest($8::text[]) AS b RETURNING barcode
     )
     INSERT INTO lab.tube (barcode, lab_code, receipt_id, accepted, received_at)
     SELECT tube.barcode, 'LAB1', receipt.id, true, now() - interval '1 minute' FROM tube, receipt`,
    [`${prefix}-BOX`, street.siteId, way.lab, count, street.roundId, street.stationId, street.shiftId, barcodes],
  );
  return barcodes;
}
