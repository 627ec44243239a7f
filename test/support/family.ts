import { uuidv7 } from 'uuidv7';
import { checkCharacterOf } from '../../libs/journey/community/src/check-digit.js';
import type { Front } from './house.js';

export interface FamilyMember {
  id: string;
  /** What their QR says. */
  code: string;
  /** The last four characters of their document. */
  ending: string;
  maskedName: string;
}

let count = 0;

/** Somebody who was registered at the door of the ledger and was given a resident code; their number cannot exist. */
export async function registerWithCode(
  front: Front,
  areaCode: string,
  name = '欧阳小明',
  extra: object = {},
): Promise<FamilyMember> {
  count += 1;
  const seventeen = `00800019520101${String(count).padStart(3, '0')}`;
  const number = seventeen + checkCharacterOf(seventeen);
  const registration = { id: uuidv7(), name, document: { kind: 'resident-id', number }, areaCode, ...extra };
  const { status, body } = await front.send('gridworker', 'POST', '/residents', registration);
  if (status !== 201) throw new Error(`registering answered ${status} ${JSON.stringify(body)}`);
  const { body: code } = await front.send('gridworker', 'POST', `/residents/${body.id}/codes`);
  return {
    id: body.id as string,
    code: code.payload as string,
    ending: number.slice(-4),
    maskedName: body.maskedName as string,
  };
}
