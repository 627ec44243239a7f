import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { reportContentTypes } from '#journey/lab';

/** Hands reports to their handler as a stream, so that nothing is read of one before its sender is known. */
@Injectable()
export class LabBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const type of reportContentTypes) {
      if (fastify.hasContentTypeParser(type)) continue;
      fastify.addContentTypeParser(type, (_, payload, done) => done(null, payload));
    }
  }
}
