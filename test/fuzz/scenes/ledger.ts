import { workbookOf } from '../../support/workbook.js';
import type { Lane, Resident } from '../lane.js';
import type { Scenes, Valid } from '../request.js';

const heading = ['姓名', '证件类型', '证件号码', '手机号', '区域编码', '户号', '单采'];

function rowsOf(lane: Lane): string[][] {
  const people = [lane.person(), lane.person()];
  return [
    heading,
    ...people.map(({ name, idNumber, phone }) => [name, '身份证', idNumber, phone, lane.building, '101', '否']),
  ];
}

async function imported(lane: Lane): Promise<string> {
  const file = `${rowsOf(lane).map((row) => row.join(',')).join('\n')}\n`; // prettier-ignore
  return (await lane.call(lane.staff.gridworker.token, 'POST', '/ledger-imports', file, 'text/csv')).id as string;
}

/** A resident who has a code, and is signed in by it. */
export async function signedIn(lane: Lane): Promise<Resident & { token: string; payload: string; reference: string }> {
  const resident = await lane.newResident();
  const { payload, reference } = await lane.as('gridworker', 'POST', `/residents/${resident.id}/codes`);
  const asked = { code: payload, documentEnding: resident.idNumber.slice(-4) };
  const { token } = await lane.call(undefined, 'POST', '/resident-sessions', asked);
  return { ...resident, token, payload, reference };
}

const onResident = async (lane: Lane, given: Partial<Valid> = {}): Promise<Valid> => ({
  as: lane.staff.gridworker.token,
  path: { id: (await lane.newResident()).id },
  ...given,
});

/** Areas, the ledger, resident codes and residents. */
export const ledger: Scenes = {
  'GET /areas': async (lane) => ({ as: lane.staff.organiser.token, query: { parent: lane.grid, limit: '5' } }),
  'PUT /areas': async (lane) => ({
    as: lane.staff.organiser.token,
    body: { areas: [{ code: lane.grid, name: '网格' }, { code: `${lane.grid}-2`, name: '2号楼' }] },
  }), // prettier-ignore
  'GET /areas/{code}': async (lane) => ({ as: lane.staff.organiser.token, path: { code: lane.grid } }),
  'PUT /areas/{code}': async (lane) => ({
    as: lane.staff.organiser.token, path: { code: `${lane.grid}-${2 + (lane.next() % 90)}` }, body: { name: '3号楼' },
  }), // prettier-ignore
  'POST /ledger-imports': async (lane) => {
    const rows = rowsOf(lane);
    const as = lane.staff.gridworker.token;
    if (lane.dice.chance(0.3)) {
      return {
        as,
        raw: workbookOf(rows),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      };
    }
    return { as, raw: `${rows.map((row) => row.join(',')).join('\n')}\n`, contentType: 'text/csv' };
  },
  'GET /ledger-imports/{id}': async (lane) => ({ as: lane.staff.gridworker.token, path: { id: await imported(lane) } }),
  'GET /ledger-imports/{id}/errors': async (lane) => ({
    as: lane.staff.gridworker.token, path: { id: await imported(lane) }, query: { limit: '5' },
  }), // prettier-ignore
  'POST /residents/{id}/codes': (lane) => onResident(lane),
  'POST /resident-sessions': async (lane) => {
    const { payload, idNumber } = await signedIn(lane);
    return { body: { code: payload, documentEnding: idNumber.slice(-4) } };
  },
  'PUT /resident-codes/{reference}/revocation': async (lane) => ({
    as: lane.staff.gridworker.token, path: { reference: (await signedIn(lane)).reference },
  }), // prettier-ignore
  'POST /resident-code-checks': async (lane) => ({
    as: lane.staff.scanner.token, body: { code: (await signedIn(lane)).payload },
  }), // prettier-ignore
  'GET /resident-code-keys': async (lane) => ({ as: lane.staff.scanner.token }),
  'POST /residents': async (lane) => {
    const { name, idNumber, phone } = lane.person();
    const document = { kind: 'resident-id', number: idNumber };
    const guardian = { kind: 'resident-id', number: (await lane.newResident()).idNumber };
    const child = { kind: 'none', number: '', guardian, ordinal: 1 + (lane.next() % 99), relation: 'daughter' };
    const common = {
      id: lane.id(),
      name,
      phone,
      areaCode: lane.building,
      household: '101',
      homeVisit: false,
      singleOnly: false,
    };
    const as = lane.staff.gridworker.token;
    if (lane.dice.chance(0.3)) return { as, body: { ...common, document: child, birthYear: 2020, sex: 'female' } };
    const more = { categories: ['medical', 'student'], lane: 'general', birthYear: 1990 };
    return { as, body: { ...common, ...more, document, guardian } };
  },
  'GET /residents': async (lane): Promise<Valid> => {
    const as = lane.staff.gridworker.token;
    if (lane.dice.chance(0.5)) return { as, query: { area: lane.grid, limit: '5' } };
    return { as, query: { idNumber: (await lane.newResident()).idNumber, documentKind: 'resident-id' } };
  },
  'POST /resident-searches': async (lane) => {
    const { idNumber, phone } = await lane.newResident();
    const body = lane.dice.chance(0.5) ? { idNumber, documentKind: 'resident-id', limit: 5 } : { phone };
    return { as: lane.staff.gridworker.token, body };
  },
  'GET /residents/{id}': (lane) => onResident(lane),
  'POST /residents/{id}/unmasking': async (lane) =>
    onResident(lane, {
      as: (await lane.newStaff('gridworker')).token,
      body: { id: lane.id(), reason: 'contact-resident', text: '电话打不通，上门找人', fields: ['name', 'phone'] },
    }),
  'PUT /residents/{id}/presence': (lane) => onResident(lane, { body: { presence: 'moved' } }),
};
