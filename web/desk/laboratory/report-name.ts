const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media type to hand a file in with. What is neither is called a table: the house looks at the bytes and says what it is. */
export function mediaTypeOf(fileName: string): string {
  const name = fileName.toLowerCase();
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'application/x-ndjson';
  if (name.endsWith('.hl7')) return 'application/hl7-v2';
  if (name.endsWith('.json')) return 'application/fhir+json';
  return name.endsWith('.xlsx') ? xlsx : 'text/csv';
}

/** A name of at most as many signs as the house keeps, without any that cannot be shown. */
export function shownName(fileName: string): string {
  return fileName
    .replace(/[\u0000-\u001f\u007f]/gu, ' ')
    .trim()
    .slice(0, 200);
}
