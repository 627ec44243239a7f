import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** `info`: nobody knows whether it had its effect; a time-out, a broken line or a busy house is never a `fail`. */
export type LineKind = 'invoke' | 'ok' | 'fail' | 'info';

/** One step of one client, one JSON line. Holds ids and codes only, nothing about a person. */
export interface HistoryLine {
  op: string;
  /** What the act is about: its own id, a barcode, a box's code. */
  key: string;
  kind: LineKind;
  /** Number of the attempt: its invoke and its end carry the same one. */
  attempt: number;
  /** Milliseconds on the driver's monotonic clock. */
  t_mono: number;
  t_wall: string;
  device: string;
  body_sha: string;
  /** On `invoke`: what was asked, in ids. */
  asked?: Record<string, unknown>;
  /** On `ok`: the part of the answer that must never change. */
  answer?: Record<string, unknown>;
  /** On `fail` and `info`. */
  status?: number;
  code?: string;
}

/** What the clients wrote down themselves, in the order in which it happened to them. */
export class History {
  readonly lines: HistoryLine[] = [];
  private attempts = 0;

  constructor(private readonly file?: string) {}

  invoke(op: string, key: string, device: string, body: unknown, asked: Record<string, unknown>): HistoryLine {
    this.attempts += 1;
    const body_sha = createHash('sha256')
      .update(typeof body === 'string' ? body : JSON.stringify(body ?? null))
      .digest('hex')
      .slice(0, 16);
    return this.add({ op, key, kind: 'invoke', attempt: this.attempts, device, body_sha, asked, ...moment() });
  }

  end(
    { op, key, attempt, device, body_sha }: HistoryLine,
    kind: 'ok' | 'fail' | 'info',
    told: Pick<HistoryLine, 'answer' | 'status' | 'code'>,
  ): void {
    this.add({ op, key, kind, attempt, device, body_sha, ...told, ...moment() });
  }

  private add(line: HistoryLine): HistoryLine {
    this.lines.push(line);
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(line)}\n`);
    return line;
  }
}

function moment(): { t_mono: number; t_wall: string } {
  return { t_mono: performance.now(), t_wall: new Date().toISOString() };
}
