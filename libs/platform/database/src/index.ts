export { Acting, type ActingCard, type Actor } from './acting.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { addressFor, logins, readLogins, LoginsRefused, type Login, type LoginPasswords } from './logins.js';
export { Transactions, type Tx } from './transactions.js';
export { isConstraint, isOutOfSight, isUnavailable, isUnstorable } from './sql-errors.js';
export { bodyHash, canonicalMembers, CanonicalPart, canonicalText, NestedTooDeep, textOf } from './body-hash.js';
export { arrayOf } from './array-of.js';
export { decodeCursor, decodeIdCursor, decodeMomentCursor, pageOf, CursorRefused, type MomentAndId } from './cursor.js';
