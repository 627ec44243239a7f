// The points of an app that works with jobs. Apart from the others, so that an app without jobs starts as quickly as in use.
import { Queue, Worker } from 'bullmq';
import { hook } from './fail-points.mjs';

hook(Queue.prototype, 'addBulk', 'publish jobs to the queue');
hook(Worker.prototype, 'processJob', 'a job taken from the queue');
