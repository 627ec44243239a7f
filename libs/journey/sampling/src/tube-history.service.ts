import { Injectable } from '@nestjs/common';
import { UnknownTube } from './sampling.errors.js';
import { TubeHistoryRepository, type TubeMoment } from './tube-history.repository.js';

/** What happened to a tube at the table and afterwards in the books, so that nobody has to guess how it came about. */
@Injectable()
export class TubeHistory {
  constructor(private readonly history: TubeHistoryRepository) {}

  /** @throws UnknownTube also when the tube is out of sight */
  async of(barcode: string): Promise<TubeMoment[]> {
    if (!(await this.history.exists(barcode))) throw new UnknownTube(barcode);
    return this.history.moments(barcode);
  }
}
