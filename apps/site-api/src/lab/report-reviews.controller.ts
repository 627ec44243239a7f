import { Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ReportReviews } from '#journey/lab';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { fileDigest, reportReview } from './lab.dto.js';

@ApiTags('lab')
@ApiBearerAuth()
@Controller('lab/report-reviews')
export class ReportReviewsController {
  constructor(private readonly reviews: ReportReviews) {}

  @Put(':sha256')
  @Allow('lab')
  @ApiOperation({
    summary: 'Sign for what a colleague’s file says is positive',
    description:
      'By the SHA-256 of the bytes of the file, as the preview tells it. Whoever hands the file in is somebody else; until then it is refused with positives-need-second-person, where the round asks for it.',
  })
  @Answer(200, reportReview)
  async sign(
    @Param('sha256', { schema: fileDigest }) sha256: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof reportReview>> {
    const review = await this.reviews.sign(sha256, caller.id);
    return { sha256: review.sha256, reviewedAt: review.reviewedAt.toISOString() };
  }
}
