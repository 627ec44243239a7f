import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ResidentIsUnknown, ResidentRegister } from '#journey/community';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Acting } from '#platform/database';
import { maySee } from '../community/own-record.js';
import { Answer } from '../front/answer.js';
import { exportQuery, personCells, personHeading, personPage, personQuery, personView } from './audit.dto.js';
import { commaSeparated } from './comma-separated.js';
import type { PersonRow } from './journal-entry.repository.js';
import { JournalReader, type Page } from './journal-reader.service.js';
import { noted, showing } from './people-shown.js';
import { ReadsPeople } from './reads-people.js';

/** Of an export: rows read at once, and how often. */
const exported = { atOnce: 1_000, most: 100 };

/** Who saw me: what was done with a person and who was shown them, for themselves, their guardian and the auditor. */
@ApiTags('audit')
@ApiBearerAuth()
@Controller('residents/:id')
export class PersonJournalController {
  constructor(
    private readonly reader: JournalReader,
    private readonly register: ResidentRegister,
    private readonly acting: Acting,
  ) {}

  @Get('journal')
  @Allow('resident', 'auditor')
  @ApiOperation({ summary: 'What was done with a person or seen of them, the latest first' })
  @ReadsPeople('journal')
  @Answer(200, personPage)
  async journal(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: personQuery }) { cursor, limit }: z.output<typeof personQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof personPage>> {
    const { items, next } = await this.page(id, caller, cursor, limit);
    return { residentId: id, items: items.map(personView), next };
  }

  @Get('journal.csv')
  @Allow('resident', 'auditor')
  @ApiOperation({ summary: 'The same as a table for a spreadsheet, whole' })
  @Answer(200, { file: 'text/csv' })
  @Header('content-disposition', 'attachment; filename="journal.csv"')
  @ReadsPeople('journal', noted)
  async spreadsheet(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: exportQuery }) _: unknown,
    @CallerOf() caller: Caller,
  ): Promise<StreamableFile> {
    const rows: PersonRow[] = [];
    let cursor: string | undefined;
    for (let read = 0; read < exported.most; read += 1) {
      const { items, next } = await this.page(id, caller, cursor, exported.atOnce);
      rows.push(...items);
      if (next === null) break;
      cursor = next;
    }
    const text = commaSeparated([personHeading, ...rows.map(personCells)]);
    return showing(new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8' }), [id]);
  }

  /** @throws ResidentIsUnknown for whoever is not the person, their guardian or the auditor, and where nothing is known */
  private async page(id: string, caller: Caller, cursor: string | undefined, limit: number): Promise<Page<PersonRow>> {
    if (!(await maySee(this.register, caller, id))) throw new ResidentIsUnknown();
    const page = await this.reader.ofPerson(id, caller.kind === 'staff' ? 'auditor' : 'person', cursor, limit);
    // A purged person is nobody's row any more, but what was done with them stays in the journal.
    if (page.items.length === 0) await this.acting.asHouse(() => this.register.find(id));
    return page;
  }
}
