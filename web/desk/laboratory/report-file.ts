import { house, session, type Report, type ReportPreview } from '../house.js';
import { mediaTypeOf, shownName } from './report-name.js';

const asItIs = (file: unknown) => file as BodyInit;

/** What handing the file in would do. @throws {Refusal} */
export function lookAt(file: File): Promise<ReportPreview> {
  return session.ask(
    house.POST('/api/v1/lab/reports/preview', {
      body: file as unknown as string,
      bodySerializer: asItIs,
      headers: { 'content-type': mediaTypeOf(file.name) },
    }),
  );
}

/** Hands the file in; the same file again is the same report. @throws {Refusal} */
export async function handIn(file: File): Promise<Report> {
  const name = shownName(file.name);
  const { id } = await session.ask(
    house.POST('/api/v1/lab/reports', {
      params: { query: name === '' ? {} : { file: name } },
      body: file as unknown as string,
      bodySerializer: asItIs,
      headers: { 'content-type': mediaTypeOf(file.name) },
    }),
  );
  return session.ask(house.GET('/api/v1/lab/reports/{id}', { params: { path: { id } } }));
}
