import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { CaseDesk, UnknownResident } from '#journey/sampling';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  candidateList,
  candidateView,
  caseAnswer,
  caseList,
  caseOpening,
  caseQuery,
  caseSettling,
  caseView,
  settledAnswer,
} from './cases.dto.js';
import { correctionView } from './corrections.dto.js';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('cases')
export class CasesController {
  constructor(private readonly desk: CaseDesk) {}

  @Post()
  @Allow('resident', 'gridworker', 'marshal', 'scanner', 'collector', 'sitelead', 'organiser')
  @ApiOperation({
    summary: 'Say that somebody was swabbed and is not listed, or that a swab or answer is not theirs',
    description:
      'A resident speaks for themselves or their ward, staff in somebody’s name. The same case again is the same.',
  })
  @ReadsPeople('cases')
  @Answer(201, caseAnswer)
  async open(
    @Body({ schema: caseOpening }) { id, residentId, around, ...asked }: z.output<typeof caseOpening>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof caseAnswer>> {
    const request = {
      ...asked,
      id: id ?? uuidv7(),
      residentId: personOf(residentId, caller),
      around: around === undefined ? undefined : new Date(around),
    };
    return caseView(await this.desk.open(request, caller.id));
  }

  @Get()
  @Allow('resident', 'gridworker', 'marshal', 'scanner', 'collector', 'sitelead', 'organiser')
  @ApiOperation({ summary: 'The cases about one person with what became of them' })
  @ReadsPeople('cases')
  @Answer(200, caseList)
  async ofPerson(
    @Query({ schema: caseQuery }) { residentId }: z.output<typeof caseQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof caseList>> {
    return { cases: (await this.desk.ofPerson(personOf(residentId, caller))).map(caseView) };
  }

  @Get(':id/candidates')
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'Swabs of nobody at that site around that time' })
  @Answer(200, candidateList)
  async candidates(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof candidateList>> {
    return { candidates: (await this.desk.candidates(id)).map(candidateView) };
  }

  @Put(':id/resolution')
  @HttpCode(200)
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'Settle a case; where it changes a tube, by a correction' })
  @ReadsPeople('cases')
  @Answer(200, settledAnswer)
  async settle(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: caseSettling }) body: z.output<typeof caseSettling>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof settledAnswer>> {
    const end =
      body.outcome === 'bind' || body.outcome === 'unbind'
        ? { ...body, correctionId: body.correctionId ?? uuidv7() }
        : body;
    const { settled, correction } = await this.desk.settle(id, end, caller.id);
    return { case: caseView(settled), correction: correction === undefined ? null : correctionView(correction) };
  }
}

function personOf(residentId: string | undefined, caller: Caller): string {
  if (residentId !== undefined) return residentId;
  if (caller.kind === 'resident') return caller.id;
  throw new UnknownResident();
}
