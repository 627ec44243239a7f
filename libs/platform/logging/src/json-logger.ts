import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Nest's logger on pino: one JSON line an event, on standard output. Nothing personal is ever handed to it. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(app: string, level: string) {
    this.pino = pino({ name: app, level, redact: ['*.authorization', '*.password', '*.token'] });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.pino.info(fields(rest), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn(fields(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(fields(rest), message instanceof Error ? (message.stack ?? message.message) : String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(fields(rest), String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.pino.trace(fields(rest), String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.pino.fatal(fields(rest), String(message));
  }
}

/** Nest hands over an optional stack and the context's name, in this order. */
function fields(rest: unknown[]): Record<string, unknown> {
  const context = rest.at(-1);
  const stack = rest.length > 1 ? rest[0] : undefined;
  return { ...(typeof context === 'string' ? { context } : {}), ...(typeof stack === 'string' ? { stack } : {}) };
}
