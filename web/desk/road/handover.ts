import { house, session, type BoxRecord, type BoxState } from '../house.js';
import { keepBox } from '../packing/pack-tube.js';

/** What a courier can do with boxes, and which boxes it can be done with. */
export const steps = {
  dispatch: 'sealed',
  arrival: 'dispatched',
  departure: 'at-hub',
} as const satisfies Record<string, BoxState>;
export type Step = keyof typeof steps;

export interface Signature {
  givenBy: string;
  plate: string;
  hubCode: string;
}

/** Signs for one box. The same signature again is harmless. @throws {Refusal} */
export async function sign(step: Step, box: BoxRecord, { givenBy, plate, hubCode }: Signature): Promise<void> {
  const params = { path: { code: box.code } };
  if (step === 'dispatch') {
    const body = { givenBy, ...(plate === '' ? {} : { plate }) };
    keepBox(await session.ask(house.PUT('/api/v1/boxes/{code}/dispatch', { params, body })));
  } else if (step === 'arrival') {
    keepBox(await session.ask(house.PUT('/api/v1/boxes/{code}/hub-arrival', { params, body: { hubCode } })));
  } else keepBox(await session.ask(house.PUT('/api/v1/boxes/{code}/hub-departure', { params, body: { hubCode } })));
}
