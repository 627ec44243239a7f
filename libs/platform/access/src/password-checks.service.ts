import { Injectable } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { SignInsAreBusy } from './access.errors.js';
import { BoundedWork } from '#platform/pace';

/**
 * A password takes a processor for some 30 ms. Half of the processors at most are given to that, so that those who are
 * signed in go on scanning while a whole shift, or somebody who guesses passwords, stands at this door.
 */
@Injectable()
export class PasswordChecks extends BoundedWork {
  constructor() {
    super({ atOnce: Math.max(1, Math.floor(availableParallelism() / 2)), waiting: 64 }, () => new SignInsAreBusy());
  }
}
