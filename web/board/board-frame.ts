import type { components } from '../../contract/client.js';

/** One picture of a site's board, as the contract has it. */
export type BoardFrame = components['schemas']['BoardFrame'];
