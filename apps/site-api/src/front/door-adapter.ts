import { FastifyAdapter } from '@nestjs/platform-fastify';

/** What was let in ends within this, by the time limit of a statement; who still sends then is cut off. Milliseconds. */
const patience = 6_000;

/**
 * Knows from the first moment of a shutdown that the house is closing, before its hooks run and its port goes away; and
 * does not wait for ever for a request that never arrives whole.
 */
export class DoorAdapter extends FastifyAdapter {
  isClosingDown = false;

  override beforeClose(): void {
    this.isClosingDown = true;
    super.beforeClose();
  }

  override async close(): Promise<void> {
    const cutOff = setTimeout(() => this.getInstance().server.closeAllConnections(), patience);
    try {
      await super.close();
    } finally {
      clearTimeout(cutOff);
    }
  }
}
