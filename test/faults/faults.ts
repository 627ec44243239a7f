import type { Fault } from './fault.js';
import { clockFaults } from './scenarios/clocks.js';
import { crashPoints } from './scenarios/crash-points.js';
import { crowding } from './scenarios/crowding.js';
import { fileFaults } from './scenarios/files.js';
import { kills } from './scenarios/kills.js';
import { lineFaults } from './scenarios/lines.js';
import { offlineFaults } from './scenarios/offline.js';
import { queueStoreFaults } from './scenarios/queue-store.js';

/** All faults, in the order in which they are tried. */
export const faults: readonly Fault[] = [
  ...kills,
  ...queueStoreFaults,
  ...lineFaults,
  ...crowding,
  ...clockFaults,
  ...fileFaults,
  ...crashPoints,
  ...offlineFaults,
];
