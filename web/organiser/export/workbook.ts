import { zipOf } from './zip-archive.js';

export interface Sheet {
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of one sheet for Excel or WPS. Every cell is text, in value and in format: a number of eighteen digits
 * keeps them all, a leading zero stays, and nothing that somebody typed can become a formula.
 */
export function workbookOf(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const rows = [sheet.head, ...sheet.rows].map((cells, at) => rowOf(cells, at + 1, at === 0 ? 2 : 1)).join('');
  const widths = sheet.head
    .map((head, at) => {
      const widest = Math.max(...[head, ...sheet.rows.map((row) => row[at] ?? '')].map(widthOf));
      return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(widest + 2, 60)}" customWidth="1" style="1"/>`;
    })
    .join('');
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    // Format 49 is text: what is typed into such a cell later stays text as well.
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipOf(Object.entries(files).map(([name, content]) => ({ name, content: declaration + content })));
}

function rowOf(cells: readonly string[], row: number, style: number): string {
  const inside = cells
    .map((text, at) => {
      const place = `${columnOf(at)}${row}`;
      return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    })
    .join('');
  return `<row r="${row}">${inside}</row>`;
}

export function columnOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnOf(Math.floor(at / 26) - 1) + letter;
}

/** What XML cannot hold is left out: a program that reads the file would refuse all of it. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** At most 31 signs, without those that a sheet's name may not have. */
function sheetName(name: string): string {
  return (
    Array.from(name.replace(/[\\/?*:[\]']/g, ' '))
      .slice(0, 31)
      .join('')
      .trim() || 'Sheet1'
  );
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > '\u{2E7F}' ? 2 : 1), 0);
}
