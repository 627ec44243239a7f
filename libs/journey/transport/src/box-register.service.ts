import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf } from '#platform/database';
import { BoxRepository, type BoxListRow, type Removal } from './box.repository.js';
import type { BoxState, HandoverKind } from './box-states.js';
import { CustodyRepository } from './custody.repository.js';
import { UnknownBox } from './transport.errors.js';

export interface BoxSummary {
  code: string;
  siteId: string;
  labCode: string | null;
  state: BoxState;
  /** Tubes in the box that are not lost. */
  tubes: number;
  countedTubes: number | null;
  hubCode: string | null;
  openedAt: Date;
  sealedAt: Date | null;
  receivedAt: Date | null;
}

export interface BoxRecord extends BoxSummary {
  contents: { barcode: string; lost: boolean }[];
  /** Tubes taken out again before the box was sealed; `removedBy` is a user name. */
  removals: Removal[];
  custody: {
    leg: number;
    kind: HandoverKind;
    /** User name; null where a hub hands the box out. */
    givenBy: string | null;
    takenBy: string;
    hubCode: string | null;
    plate: string | null;
    signedAt: Date;
  }[];
}

/** What is known of the boxes: state, content and chain of custody. */
@Injectable()
export class BoxRegister {
  constructor(
    private readonly boxes: BoxRepository,
    private readonly custody: CustodyRepository,
  ) {}

  /** @throws UnknownBox */
  async record(code: string): Promise<BoxRecord> {
    const box = await this.boxes.find(code);
    if (box === undefined) throw new UnknownBox(code);
    const contents = await this.boxes.tubes(code);
    const legs = await this.custody.legs(code);
    return {
      ...summary({ ...box, tubes: contents.filter(({ lost }) => !lost).length }),
      contents,
      removals: await this.boxes.removals(code),
      custody: legs.map((leg) => ({
        leg: leg.leg,
        kind: leg.kind,
        givenBy: leg.giver,
        takenBy: leg.taker,
        hubCode: leg.hub_code,
        plate: leg.plate,
        signedAt: leg.signed_at,
      })),
    };
  }

  /** Boxes in the order of their codes, `limit` a page; of one laboratory those addressed to it. @throws CursorRefused */
  async list(
    filter: {
      siteId?: string | undefined;
      state?: BoxState | undefined;
      labCode?: string | undefined;
      cursor?: string | undefined;
    },
    limit: number,
  ): Promise<{ boxes: BoxSummary[]; next: string | null }> {
    const after = filter.cursor === undefined ? undefined : String(decodeCursor(filter.cursor, 1)[0]);
    const rows = await this.boxes.list(
      { siteId: filter.siteId, state: filter.state, labCode: filter.labCode, after },
      limit + 1,
    );
    const { page, next } = pageOf(rows, limit, (last) => [last.code]);
    return { boxes: page.map(summary), next };
  }
}

function summary(row: BoxListRow): BoxSummary {
  return {
    code: row.code,
    siteId: row.site_id,
    labCode: row.lab_code,
    state: row.state,
    tubes: row.tubes,
    countedTubes: row.counted_tubes,
    hubCode: row.hub_code,
    openedAt: row.opened_at,
    sealedAt: row.sealed_at,
    receivedAt: row.received_at,
  };
}
