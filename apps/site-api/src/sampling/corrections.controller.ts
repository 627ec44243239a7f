import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { CorrectionDesk } from '#journey/sampling';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  correctionAnswer,
  correctionPage,
  correctionQuery,
  correctionView,
  nothing,
  proposal,
  refusing,
} from './corrections.dto.js';
import { SwabSubjects } from './swab-subjects.js';

type Binding = Omit<Extract<z.output<typeof proposal>, { kind: 'bind' }>, 'id' | 'reason' | 'note'>;

@ApiTags('corrections')
@ApiBearerAuth()
@Controller('corrections')
export class CorrectionsController {
  constructor(
    private readonly desk: CorrectionDesk,
    private readonly subjects: SwabSubjects,
  ) {}

  @Post()
  @Allow('scanner', 'collector', 'sitelead', 'organiser')
  @ApiOperation({
    summary: 'Put right who is in which tube',
    description:
      'In an open tube the pair does it at once. Once a tube is sealed, or the person may have an answer, it is proposed and takes effect when a second person approves it.',
  })
  @ReadsPeople('corrections')
  @Answer(201, correctionAnswer)
  async propose(
    @Body({ schema: proposal }) { id, reason, note, ...asked }: z.output<typeof proposal>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof correctionAnswer>> {
    const act = asked.kind === 'bind' ? await this.bindingOf(asked, caller.id) : asked;
    return correctionView(await this.desk.propose({ id: id ?? uuidv7(), act, reason, note }, caller.id));
  }

  @Get()
  @Allow('scanner', 'collector', 'sitelead', 'organiser', 'admin')
  @ApiOperation({ summary: 'Corrections of a site, the latest first' })
  @ReadsPeople('corrections')
  @Answer(200, correctionPage)
  async list(
    @Query({ schema: correctionQuery }) { cursor, limit, ...filter }: z.output<typeof correctionQuery>,
  ): Promise<z.input<typeof correctionPage>> {
    const { items, next } = await this.desk.list(filter, cursor, limit);
    return { items: items.map(correctionView), next };
  }

  @Get(':id')
  @Allow('scanner', 'collector', 'sitelead', 'organiser', 'admin')
  @ApiOperation({ summary: 'One correction: who, why, what was before and what is now' })
  @ReadsPeople('corrections')
  @Answer(200, correctionAnswer)
  async one(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof correctionAnswer>> {
    return correctionView(await this.desk.find(id));
  }

  @Put(':id/approval')
  @HttpCode(200)
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'Agree as the second person; it takes effect, or is refused whole' })
  @ReadsPeople('corrections')
  @Answer(200, correctionAnswer)
  async approve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: nothing }) _: unknown,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof correctionAnswer>> {
    return correctionView(await this.desk.approve(id, caller.id));
  }

  @Put(':id/refusal')
  @HttpCode(200)
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'Refuse a proposed correction and say why' })
  @ReadsPeople('corrections')
  @Answer(200, correctionAnswer)
  async refuse(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: refusing }) { reason }: z.output<typeof refusing>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof correctionAnswer>> {
    return correctionView(await this.desk.refuse(id, reason, caller.id));
  }

  @Put(':id/withdrawal')
  @HttpCode(200)
  @Allow('scanner', 'collector', 'sitelead', 'organiser')
  @ApiOperation({ summary: 'Take back what you proposed yourself' })
  @ReadsPeople('corrections')
  @Answer(200, correctionAnswer)
  async withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: nothing }) _: unknown,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof correctionAnswer>> {
    return correctionView(await this.desk.withdraw(id, caller.id));
  }

  private async bindingOf({ kind, tube, swabId, resident }: Binding, actorId: string) {
    return { kind, tube, swabId, residentId: await this.subjects.idOf(resident, actorId) };
  }
}
