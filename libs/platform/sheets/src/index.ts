export { isBlank, troubleSentences, type CellTrouble, type SheetLine } from './sheet-cell.js';
export { SheetProbe, type SheetFormat } from './sheet-probe.js';
export { sheetLines } from './sheet-lines.js';
export { UnreadableSheet } from './unreadable-sheet.js';
export type { SeekableBytes } from './zip-archive.js';
