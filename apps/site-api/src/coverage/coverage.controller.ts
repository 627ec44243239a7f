import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CoverageLedger, ProgressReader } from '#journey/coverage';
import { Allow } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  coverageAnswer,
  coverageQuery,
  missingPage,
  missingQuery,
  progressAnswer,
  progressView,
} from './coverage.dto.js';

const pageSize = 200;

@ApiTags('coverage')
@ApiBearerAuth()
@Controller('rounds/:id')
export class CoverageController {
  constructor(
    private readonly ledger: CoverageLedger,
    private readonly progress: ProgressReader,
  ) {}

  @Get('coverage')
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'How far a round is, by home area at one level; shares are named after their denominator' })
  @Answer(200, coverageAnswer)
  async coverage(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: coverageQuery }) query: z.infer<typeof coverageQuery>,
  ): Promise<z.input<typeof coverageAnswer>> {
    const coverage = await this.ledger.read(id, query);
    return { ...coverage, asOf: coverage.asOf.toISOString(), area: coverage.area ?? null };
  }

  @Get('missing')
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'Who should have been sampled and was not, or has to come again, in the order of doors' })
  @ReadsPeople('missing')
  @Answer(200, missingPage)
  async missing(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: missingQuery }) query: z.infer<typeof missingQuery>,
  ): Promise<z.input<typeof missingPage>> {
    const { residents, next } = await this.ledger.missing(id, query, pageSize);
    return {
      residents: residents.map((resident) => ({ ...resident, deadline: resident.deadline?.toISOString() ?? null })),
      next,
    };
  }

  @Get('progress')
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Where the tubes of a round are, how fast its sites work and what stands still' })
  @Answer(200, progressAnswer)
  async whereItStands(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof progressAnswer>> {
    return progressView(await this.progress.read(id));
  }
}
