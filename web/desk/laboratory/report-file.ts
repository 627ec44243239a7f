import { house, session, type Report, type ReportPreview } from '../house.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media type to hand a file in with. What is neither is called a table: the house looks at the bytes and says what it is. */
export function mediaTypeOf(fileName: string): string {
  const name = fileName.toLowerCase();
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'application/x-ndjson';
  return name.endsWith('.xlsx') ? xlsx : 'text/csv';
}

/** A name of at most as many signs as the house keeps, without any that cannot be shown. */
export function shownName(fileName: string): string {
  return fileName
    .replace(/[\u0000-\u001f\u007f]/gu, ' ')
    .trim()
    .slice(0, 200);
}

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
