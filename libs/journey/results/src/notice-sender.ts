import type { AnswerStatus } from './gate.js';

/** The one channel of the demonstration; a city adds those of its providers. */
export const noticeChannel = 'message';

/** What leaves the house: ids and the status, no name and no number. The provider's side looks up whom to reach. */
export interface Notice {
  roundId: string;
  residentId: string;
  version: number;
  channel: string;
  status: AnswerStatus;
}

/** The sender is sure that none of the notices has left; they may be sent again. */
export class NoticesNotSent extends Error {}

/** Where notices go out. Round, resident, version and channel together are the key by which a provider knows a repeat. */
export abstract class NoticeSender {
  /**
   * @throws NoticesNotSent when certainly nothing was sent; after any other error nobody knows, and the notices are
   *   never sent again by themselves
   */
  abstract send(notices: readonly Notice[]): Promise<void>;
}
