import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { ResidentIsUnknown, ResidentRegister, UnmaskingDesk, type ResidentSearch } from '#journey/community';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { noted, showing } from '../audit/people-shown.js';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { maySee } from './own-record.js';
import {
  presenceRequest,
  registration,
  residentAnswer,
  residentPage,
  residentView,
  searchBody,
  searchQuery,
  unmaskingAnswer,
  unmaskingRequest,
  unmaskingView,
} from './community.dto.js';

@ApiTags('residents')
@ApiBearerAuth()
@Controller()
export class ResidentsController {
  constructor(
    private readonly register: ResidentRegister,
    private readonly unmaskings: UnmaskingDesk,
  ) {}

  @Post('residents')
  @Allow('gridworker', 'marshal', 'scanner', 'organiser', 'admin')
  @ApiOperation({ summary: 'Register one person; the same request with the same id again answers the same' })
  @ReadsPeople('resident', ({ id }: z.input<typeof residentAnswer>) => [id])
  @Answer(201, residentAnswer)
  async add(
    @Body({ schema: registration }) { id, ...person }: z.output<typeof registration>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof residentAnswer>> {
    return residentView(await this.register.register({ ...person, id: id ?? uuidv7() }, caller.id));
  }

  @Post('resident-searches')
  @HttpCode(200)
  @Allow('gridworker', 'marshal', 'scanner', 'collector', 'organiser', 'admin')
  @ApiOperation({
    summary: 'Find residents by ID number, phone or area, masked',
    description: 'Recommended over GET /residents: numbers in a body do not end up in the logs of proxies.',
  })
  @ReadsPeople('search', ({ items }: z.input<typeof residentPage>) => items.map(({ id }) => id))
  @Answer(200, residentPage)
  searchByBody(
    @Body({ schema: searchBody }) body: z.output<typeof searchBody>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof residentPage>> {
    return this.search(body, caller);
  }

  @Get('residents')
  @Allow('gridworker', 'marshal', 'scanner', 'collector', 'organiser', 'admin')
  @ApiOperation({
    summary: 'Find residents by ID number, phone or area, masked',
    description: 'For ID numbers and phones use POST /resident-searches: addresses end up in the logs of proxies.',
  })
  @ReadsPeople('search', ({ items }: z.input<typeof residentPage>) => items.map(({ id }) => id))
  @Answer(200, residentPage)
  searchByQuery(
    @Query({ schema: searchQuery }) query: z.output<typeof searchQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof residentPage>> {
    return this.search(query, caller);
  }

  @Get('residents/:id')
  @Allow('gridworker', 'marshal', 'scanner', 'collector', 'organiser', 'admin', 'resident')
  @ApiOperation({ summary: 'One resident, masked' })
  @ReadsPeople('resident', ({ id }: z.input<typeof residentAnswer>) => [id])
  @Answer(200, residentAnswer)
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof residentAnswer>> {
    if (!(await maySee(this.register, caller, id))) throw new ResidentIsUnknown();
    return residentView(await this.register.find(id));
  }

  @Post('residents/:id/unmasking')
  @HttpCode(200)
  @Allow('gridworker', 'organiser', 'sitelead')
  @ApiOperation({
    summary: 'See fields of a resident in clear, with a reason',
    description:
      'Written down before it is answered, and rationed: so many people an hour for each account (20 where nothing else is set). The same id with the same body again counts once.',
  })
  @ReadsPeople('in-clear', noted)
  @Answer(200, unmaskingAnswer)
  async unmask(
    @Param('id', { schema: z.uuid() }) residentId: string,
    @Body({ schema: unmaskingRequest }) { id = uuidv7(), ...body }: z.output<typeof unmaskingRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof unmaskingAnswer>> {
    const clear = await this.unmaskings.unmask(residentId, { id, ...body }, caller.id);
    return showing(unmaskingView(id, clear), [residentId]);
  }

  @Put('residents/:id/presence')
  @HttpCode(200)
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'Note that somebody is here, away for now or has moved' })
  @ReadsPeople('resident', ({ id }: z.input<typeof residentAnswer>) => [id])
  @Answer(200, residentAnswer)
  async presence(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: presenceRequest }) { presence }: z.output<typeof presenceRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof residentAnswer>> {
    return residentView(await this.register.notePresence(id, presence, caller.id));
  }

  private async search(search: ResidentSearch, caller: Caller): Promise<z.input<typeof residentPage>> {
    const { residents, next } = await this.register.search(search, caller.id);
    return { items: residents.map(residentView), next: next ?? null };
  }
}
