import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOutOfSight, isUnavailable, isUnstorable } from '#platform/database';
import {
  DomainError,
  InvalidRequest,
  NotInSight,
  problemOf,
  RouteNotFound,
  ServiceBusy,
  UnexpectedFailure,
  UnreadableRequest,
} from '#platform/errors';

/** Says no in one way: every error leaves as a problem document with a stable code and a sentence in both languages. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(this.domainErrorOf(error), request, reply);
  }

  private domainErrorOf(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    if (isUnstorable(error))
      return new InvalidRequest([
        {
          path: '',
          zh: '有无法保存的内容（NUL 或残缺字符、超出范围的数字或时间）',
          en: 'a value cannot be stored: a NUL or broken character, a number or a moment out of range',
        },
      ]);
    if (isUnavailable(error)) return new ServiceBusy();
    if (isOutOfSight(error)) return new NotInSight();
    const refused = refusedByFront(error);
    if (refused) return refused;
    const reference = randomUUID();
    this.log.error(`unexpected failure ${reference}`, error instanceof Error ? error.stack : String(error));
    return new UnexpectedFailure(reference);
  }
}

export function sendProblem(error: DomainError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request.headers['accept-language']);
  if (problem.status === 503) void reply.header('retry-after', '2');
  else if (typeof problem.retryAfterSeconds === 'number')
    void reply.header('retry-after', String(problem.retryAfterSeconds));
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
}

export function mediaTypeNotSupported(): DomainError {
  return new UnreadableRequest(
    'unsupported',
    'media-type-not-supported',
    '不支持这种内容类型，请按接口说明设置 Content-Type（一般为 application/json）。',
    'This media type is not supported. Set Content-Type as the interface description says (as a rule application/json).',
  );
}

/** Errors of Fastify and of Nest's router: the request never reached a room. */
function refusedByFront(error: unknown): DomainError | undefined {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ServiceBusy();
  switch (status) {
    case 404:
    case 405:
      return new RouteNotFound();
    case 413:
      return new UnreadableRequest(
        'too-large',
        'body-too-large',
        '内容太大，请分批发送。',
        'The body is too large. Send it in parts.',
      );
    case 415:
      return mediaTypeNotSupported();
    case 503:
      return new ServiceBusy();
    default:
      return status !== undefined && status >= 400 && status < 500
        ? new UnreadableRequest(
            'invalid',
            'unreadable-body',
            '无法读取请求内容，请检查是否为完整的 UTF-8 JSON。',
            'The request could not be read. Check that it is complete JSON in UTF-8.',
          )
        : undefined;
  }
}
