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

function asItIs(file: File, onSent: OnSent) {
  return {
    body: file as unknown as string,
    bodySerializer: (body: unknown) => body as BodyInit,
    headers: { 'content-type': mediaTypeOf(file.name) },
    fetch: sending(file, onSent),
  };
}
