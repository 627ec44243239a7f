import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, problemOf, RouteNotFound, ServiceBusy } from '#platform/errors';

/** Every error leaves as a problem document. Whatever is not a refusal means that the board cannot be read just now. */
@Catch()
export class DisplayProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(DisplayProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(this.domainErrorOf(error), request.headers['accept-language']);
    if (problem.status === 503) void reply.header('retry-after', '2');
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }

  private domainErrorOf(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    if (error instanceof HttpException && error.getStatus() < 500) return new RouteNotFound();
    this.log.warn(`not answered: ${error instanceof Error ? error.message : String(error)}`);
    return new ServiceBusy();
  }
}
