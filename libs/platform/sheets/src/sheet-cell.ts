/** What is wrong with a cell before anybody asks what it means. */
export type CellTrouble = 'formula' | 'lost-digits' | 'error-value' | 'broken-characters' | 'too-long';

/** One row as it stood in the file. `line` is the line (CSV) or row number (XLSX) a spreadsheet program shows. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
  /** Troubles by place in the row, where there are any. */
  readonly troubles?: ReadonlyMap<number, CellTrouble>;
}

/** No cell needs more; a longer one is a broken quote or an attack. Characters. */
export const longestCell = 200;

/** True for what no name or number holds: control characters, broken encodings, halves of characters. */
export function hasBrokenCharacters(text: string): boolean {
  return /[\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Cs}/u.test(text);
}

/** True when nothing was written in any cell. */
export function isBlank(line: SheetLine): boolean {
  return line.cells.every((cell) => cell.trim() === '') && line.troubles === undefined;
}

export const troubleSentences: Readonly<Record<CellTrouble, { readonly zh: string; readonly en: string }>> = {
  formula: {
    zh: '单元格是公式，请复制后“选择性粘贴为数值”再上传。',
    en: 'The cell is a formula; paste it as a value and upload again.',
  },
  'lost-digits': {
    zh: '号码被存成数字，末几位已丢失，请把该列设为文本后重新录入。',
    en: 'The number was stored as a numeric value and lost its last digits; format the column as text and enter it again.',
  },
  'error-value': {
    zh: '单元格是错误值（如 #REF!），请改正。',
    en: 'The cell holds an error value (such as #REF!); please correct it.',
  },
  'broken-characters': {
    zh: '单元格有乱码，请用 UTF-8 或 GB18030 重新保存后上传。',
    en: 'The cell has broken characters; save the file as UTF-8 or GB18030 and upload again.',
  },
  'too-long': {
    zh: `单元格超过${longestCell}个字，请缩短。`,
    en: `The cell has more than ${longestCell} characters; please shorten it.`,
  },
};
