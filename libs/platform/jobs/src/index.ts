export type { ErrandHandler } from './errand-handler.js';
export type { ScheduledWork } from './scheduled-work.js';
export { HandlersDoNotFit } from './handler-table.js';
export { JobEngine } from './job-engine.service.js';
export { JobMetrics } from './job-metrics.js';
export { JobsModule, type JobsModuleOptions } from './jobs.module.js';
export { readJobsOptions, type JobsOptions } from './jobs-options.js';
export { QueueRefused } from './queue-backend.js';
