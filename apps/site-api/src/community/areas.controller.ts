import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AreaRegister } from '#journey/community';
import { Allow, CallerOf, roles, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { areaAnswer, areaList, areaListAnswer, areaNaming, areaPage, areaQuery, areaView } from './community.dto.js';

const code = z.string().min(1).max(32);

@ApiTags('areas')
@ApiBearerAuth()
@Controller('areas')
export class AreasController {
  constructor(private readonly areas: AreaRegister) {}

  @Get()
  @Allow(...roles)
  @ApiOperation({ summary: 'The areas directly under one; without `parent` the top of the tree' })
  @Answer(200, areaPage)
  async children(@Query({ schema: areaQuery }) query: z.output<typeof areaQuery>): Promise<z.input<typeof areaPage>> {
    const { areas, next } = await this.areas.children(query.parent, query.cursor, query.limit);
    return { items: areas.map(areaView), next: next ?? null };
  }

  @Get(':code')
  @Allow(...roles)
  @ApiOperation({ summary: 'One area with everything above it' })
  @Answer(200, areaAnswer)
  async one(@Param('code', { schema: code }) areaCode: string): Promise<z.input<typeof areaAnswer>> {
    return areaView(await this.areas.find(areaCode));
  }

  @Put()
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Load many areas, all or none: a whole district, or the grids of a street' })
  @Answer(200, areaListAnswer)
  load(
    @Body({ schema: areaList }) { areas }: z.output<typeof areaList>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof areaListAnswer>> {
    return this.areas.load(areas, caller.id);
  }

  @Put(':code')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Register an area under an existing one (a new grid, say), or give it another name' })
  @Answer(200, areaAnswer)
  async name(
    @Param('code', { schema: code }) areaCode: string,
    @Body({ schema: areaNaming }) { name }: z.output<typeof areaNaming>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof areaAnswer>> {
    await this.areas.load([{ code: areaCode, name }], caller.id);
    return areaView(await this.areas.find(areaCode));
  }
}
