export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { Transactions, type Tx } from './transactions.js';
export { isConstraint, isUnavailable, isUnstorable } from './sql-errors.js';
export { bodyHash, canonicalText } from './body-hash.js';
export { decodeCursor, decodeIdCursor, pageOf, CursorRefused } from './cursor.js';
