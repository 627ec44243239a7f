import { peopleReadingOf } from '../../../apps/site-api/src/audit/people-reading.js';
import { openFront, type Front } from '../../support/house.js';
import { routesOf, type Route } from '../../support/routes.js';

/** Routes that name or mask a resident in their answer and are not journalled as a reading, and why not. */
const excused: Record<string, string> = {
  'SwabsController.record':
    'the swab itself is journalled in its own transaction, with the person and who scanned them',
};

/** Routes that answer something without a schema, and why nobody is in it. */
const withoutSchema: Record<string, string> = {
  'SessionsController.signOut': 'answers nothing',
  'ResidentCodesController.revoke': 'answers nothing',
};

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: unknown;
}

/** The fields of an answer that hold a person: an id of theirs, or what is shown in place of their name or number. */
function personalFields(schema: unknown, name = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((one) => personalFields(one, name));
  const named =
    /^(residentIds?|residents|people|wards|idNumber|documentNumber|phone|guardian(Id)?|absorbedId|survivorId|.*masked.*)$/i.test(
      name,
    ) && isShown(schema)
      ? [name]
      : [];
  const { properties, ...others } = schema as Schema;
  return [
    ...named,
    ...Object.entries(properties ?? {}).flatMap(([key, one]) => personalFields(one, key)),
    ...Object.entries(others).flatMap(([key, one]) => personalFields(one, key === 'items' ? name : '')),
  ];
}

/** A number of people is nobody. */
function isShown(schema: object): boolean {
  return !['integer', 'number', 'boolean'].includes(String((schema as { type?: string }).type));
}

function answersOf({ handler }: Route): Record<string, { schema?: unknown }> {
  const all = (Reflect.getMetadata('swagger/apiResponse', handler) ?? {}) as Record<string, { schema?: unknown }>;
  return Object.fromEntries(Object.entries(all).filter(([status]) => status !== 'default'));
}

describe('a route that shows a resident', () => {
  it('says so, and is journalled', () => {
    const forgotten = routesOf(front).filter(
      (route) =>
        personalFields(Object.values(answersOf(route))).length > 0 &&
        peopleReadingOf(route.handler) === undefined &&
        !(route.name in excused),
    );
    expect(forgotten.map(({ name }) => name)).toEqual([]);
  });

  it('is recognised by the fields of its answer', () => {
    const shown = routesOf(front).filter((route) => personalFields(Object.values(answersOf(route))).length > 0);
    const names = shown.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'ResidentsController.one',
        'TubesController.show',
        'CoverageController.missing',
        'CorrectionsController.list',
        'QueueController.call',
        ...Object.keys(excused),
      ]),
    );
    expect(names).not.toContain('SitesController.find');
    expect(names).not.toContain('TicketsController.find');
  });

  it('cannot hide behind an answer without a schema', () => {
    const silent = routesOf(front).filter(
      (route) =>
        Object.keys(answersOf(route)).length === 0 &&
        peopleReadingOf(route.handler) === undefined &&
        Reflect.getMetadata('__httpCode__', route.handler) !== 204 &&
        !(route.name in withoutSchema),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
