interface SqlFailure {
  code?: string;
  constraint?: string;
  message?: string;
  driverError?: SqlFailure;
}

function failureOf(error: unknown): SqlFailure {
  if (typeof error !== 'object' || error === null) return {};
  const outer = error as SqlFailure;
  return outer.driverError ?? outer;
}

/** Whether PostgreSQL refused a statement because of exactly this constraint or unique index. */
export function isConstraint(error: unknown, name: string): boolean {
  return failureOf(error).constraint === name;
}

/** 40001 and 40P01: the transaction lost against another one and may simply be run again. */
export function isSerializationFailure(error: unknown): boolean {
  const { code } = failureOf(error);
  return code === '40001' || code === '40P01';
}

/** A row was written that does not lie within the actor's scope; nothing of the act was stored. */
export function isOutOfSight(error: unknown): boolean {
  const { code, message = '' } = failureOf(error);
  return code === '42501' && /row-level security/.test(message);
}

const unstorable = new Set(['22021', '22P05', '22003', '22007', '22008']);

/** Text with NUL or broken characters, a number or a moment beyond what a column holds: the sender's mistake, not ours. */
export function isUnstorable(error: unknown): boolean {
  const { code, message = '' } = failureOf(error);
  // Half a surrogate pair is replaced in a text and refused in a JSON.
  return code !== undefined && (unstorable.has(code) || (code === '22P02' && /for type json/.test(message)));
}

const unavailableCodes = new Set([
  '08000', '08001', '08003', '08004', '08006', '53000', '53100', '53200', '53300', '55P03', '57014', '57P01', '57P02',
  '57P03', '25P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT',
]); // prettier-ignore

/** The database is away, full, overloaded or took too long; nothing was stored and the act may be sent again. */
export function isUnavailable(error: unknown): boolean {
  const { code, message = '' } = failureOf(error);
  if (code !== undefined && unavailableCodes.has(code)) return true;
  // TypeORM's word for a connection that was lost between two statements of a transaction.
  if (error instanceof Error && /^QueryRunner(Provider)?AlreadyReleasedError$/.test(error.name)) return true;
  return /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Driver not Connected/i.test(
    message,
  );
}
