import type { Scenes } from '../request.js';
import { devices } from './devices.js';
import { ledger } from './ledger.js';
import { peopleAtTheDoor } from './people-at-the-door.js';
import { queue } from './queue.js';
import { road } from './road.js';
import { roundsAndSites } from './rounds-and-sites.js';
import { tubes } from './tubes.js';

/** Every operation of the contract, each with what it needs to be carried out. */
export const scenes: Scenes = {
  ...peopleAtTheDoor,
  ...ledger,
  ...roundsAndSites,
  ...devices,
  ...queue,
  ...tubes,
  ...road,
};
