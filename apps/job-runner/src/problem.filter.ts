import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { problemOf, RouteNotFound, ServiceBusy } from '#platform/errors';

/** Says no without repeating the address that was asked for: somebody may have put a number into it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const known = error instanceof HttpException && error.getStatus() < 500;
    if (!known) this.log.error('unexpected failure', error instanceof Error ? error.stack : String(error));
    const problem = problemOf(known ? new RouteNotFound() : new ServiceBusy());
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }
}
