export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { Transactions, type Tx } from './transactions.js';
export { isConstraint, isUnavailable, isUnstorableText } from './sql-errors.js';
export { bodyHash } from './body-hash.js';
export { decodeCursor, decodeIdCursor, encodeCursor, CursorRefused } from './cursor.js';
