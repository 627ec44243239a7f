import { FastifyAdapter } from '@nestjs/platform-fastify';

/** Knows from the first moment of a shutdown that the house is closing, before its hooks run and its port goes away. */
export class DoorAdapter extends FastifyAdapter {
  isClosingDown = false;

  override beforeClose(): void {
    this.isClosingDown = true;
    super.beforeClose();
  }
}
