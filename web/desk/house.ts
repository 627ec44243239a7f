import { QueryClient } from '@tanstack/react-query';
import type { paths } from '../../contract/client.js';
import { Refusal } from '../every-page/house.js';
import { StaffSession } from '../every-page/staff/staff-session.js';

type Answered<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type BoxRecord = Answered<'/api/v1/boxes/{code}'>;
export type BoxSummary = Answered<'/api/v1/boxes'>['boxes'][number];
export type BoxState = BoxSummary['state'];
export type Receipt = Answered<'/api/v1/lab/receipts'>;
export type Report = Answered<'/api/v1/lab/reports/{id}'>;
export type ReportPreview =
  paths['/api/v1/lab/reports/preview']['post']['responses'][200]['content']['application/json'];
export type Exception = Answered<'/api/v1/exceptions'>['exceptions'][number];
export type Alarm = Answered<'/api/v1/alarms'>['alarms'][number];
export type Difference = Answered<'/api/v1/lab/differences'>['differences'][number];
export type Contradiction = Answered<'/api/v1/lab/contradictions'>['contradictions'][number];
export type Correction = Answered<'/api/v1/corrections'>['items'][number];
export type Amendment = Answered<'/api/v1/amendments'>['items'][number];
export type Merging = Answered<'/api/v1/mergings'>['items'][number];

/** Who is signed in at this desk. */
export const session = new StaffSession();
export const { house } = session;

const isAway = (error: unknown) => error instanceof Refusal && error.isUnreachable;

/** What the house said last. Only what could not be reached is asked for again by itself. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => isAway(error) && count < 2, retryDelay: 1_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** How often a list is read again while somebody looks at it. */
export const freshEveryMs = 10_000;
