import { answerOf, openHouse } from '../../every-page/house.js';
import { house, session, type Report, type ReportPreview } from '../house.js';
import { mediaTypeOf, shownName } from './report-name.js';
import { sending } from './send-file.js';

type OnSent = (share: number) => void;

/** What handing the file in would do. @throws {Refusal} */
export function lookAt(file: File, onSent: OnSent): Promise<ReportPreview> {
  return session.ask(house.POST('/api/v1/lab/reports/preview', asItIs(file, onSent)));
}

/** Hands the file in; the same file again is the same report. @throws {Refusal} */
export async function handIn(file: File, onSent: OnSent): Promise<Report> {
  const name = shownName(file.name);
  const params = { query: name === '' ? {} : { file: name } };
  const { id } = await session.ask(house.POST('/api/v1/lab/reports', { params, ...asItIs(file, onSent) }));
  return session.ask(house.GET('/api/v1/lab/reports/{id}', { params: { path: { id } } }));
}

export interface Credentials {
  username: string;
  password: string;
  /** Of the second factor, where they have one. */
  code?: string;
}

/** Why somebody is no second person: they hand it in themselves, or belong to another laboratory. */
export type NotSecond = 'notYourself' | 'notOfThisLab';

/**
 * A colleague signs at this desk for what the file says is positive, as themselves, and is signed out again at once.
 * @returns why they are no second person; undefined when they are
 * @throws {Refusal} when name or password are not right, or it is nobody of a laboratory
 */
export async function signFor(preview: ReportPreview, who: Credentials): Promise<NotSecond | undefined> {
  const { token, staff } = await answerOf(openHouse().POST('/api/v1/sessions', { body: who }));
  const theirs = openHouse(() => token);
  try {
    if (staff.id === session.current()?.staff.id) return 'notYourself';
    await answerOf(theirs.PUT('/api/v1/lab/report-reviews/{sha256}', { params: { path: { sha256: preview.sha256 } } }));
  } finally {
    const params = { header: { authorization: `Bearer ${token}` } };
    await answerOf(theirs.DELETE('/api/v1/sessions/current', { params })).catch(() => undefined);
  }
  return undefined;
}

function asItIs(file: File, onSent: OnSent) {
  return {
    body: file as unknown as string,
    bodySerializer: (body: unknown) => body as BodyInit,
    headers: { 'content-type': mediaTypeOf(file.name) },
    fetch: sending(file, onSent),
  };
}
