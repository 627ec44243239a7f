import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '#platform/config';
import { JsonLogger } from '#platform/logging';
import type { JobsOptions } from '#platform/jobs';
import { JobRunnerModule } from './job-runner.module.js';

/**
 * The process that carries the journal's errands through BullMQ and does what is scheduled; it serves its health only.
 * @param onSilence called once when the worker is taken for dead; the process is expected to end with an error then
 * @throws when a job has no handler, a handler no job, or the queue cannot be used
 */
export async function createJobRunner(
  settings: Settings,
  options: JobsOptions,
  onSilence: () => void,
): Promise<NestFastifyApplication> {
  const nest: NestApplicationOptions = { logger: new JsonLogger('job-runner', settings.logLevel) };
  // A refusal to start is told in one line by main.ts, not in a stack trace.
  nest.abortOnError = false;
  const app = await NestFactory.create<NestFastifyApplication>(
    JobRunnerModule.for(settings, options, onSilence),
    new FastifyAdapter({ bodyLimit: 1_024 }),
    nest,
  );
  app.enableShutdownHooks();
  return app;
}
