import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { Caller } from '#platform/access';
import { peopleReadingOf } from './people-reading.js';
import { ReadingLog } from './reading-log.service.js';

/** Between the room's answer and whoever asked: first the journal knows who read of whom, then the answer leaves. */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(private readonly readings: ReadingLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reading = peopleReadingOf(context.getHandler());
    if (reading === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (answer === undefined || answer === null) return answer;
        // Nobody could be told apart in a bare text: an answer of that kind stays here.
        if (typeof answer !== 'object')
          throw new Error(`${reading.what}: an answer that shows people must be an object`);
        const { siteId } = answer as { siteId?: unknown };
        await this.readings.note({
          what: reading.what,
          counted: reading.counted,
          residentIds: reading.whom(answer),
          purpose: `${request.method} ${request.routeOptions.url ?? ''}`,
          requestId: request.id,
          reader: request.caller,
          siteId: typeof siteId === 'string' ? siteId : undefined,
        });
        return answer;
      }),
    );
  }
}
