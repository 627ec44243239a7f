import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { ExceptionReadings } from '#journey/sampling';
import { Allow, CallerOf, type Caller, type Staff } from '#platform/access';
import { noted, showing } from '../audit/people-shown.js';
import { ReadsPeople } from '../audit/reads-people.js';
import { unmaskingWhy } from '../community/community.dto.js';
import { Answer } from '../front/answer.js';
import { clearReading, personOfException, readingAnswer } from './exceptions.dto.js';

/** What lies sealed beside an exception, for whoever settles it. */
@ApiTags('exceptions')
@ApiBearerAuth()
@Controller('exceptions/:id')
export class ExceptionReadingsController {
  constructor(private readonly readings: ExceptionReadings) {}

  @Get('reading')
  @Allow('sitelead', 'organiser', 'security', 'gridworker')
  @ApiOperation({ summary: 'What the device really sent, masked: for the owner of the exception and the site lead' })
  @ReadsPeople('exception-reading', noted)
  @Answer(200, readingAnswer)
  async masked(
    @Param('id', { schema: z.uuid() }) exceptionId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof readingAnswer>> {
    const { exception, text } = await this.readings.masked(exceptionId, caller as Staff);
    const answer = { exceptionId, siteId: exception.siteId, masked: true, reading: text };
    return showing(answer, personOfException(exception));
  }

  @Post('unmasking')
  @HttpCode(200)
  @Allow('sitelead', 'organiser', 'security', 'gridworker')
  @ApiOperation({
    summary: 'The same in clear, with a reason',
    description: 'Written down before it is answered; counts in the ration for people seen in clear.',
  })
  @ReadsPeople('in-clear', noted)
  @Answer(200, clearReading)
  async unmask(
    @Param('id', { schema: z.uuid() }) exceptionId: string,
    @Body({ schema: unmaskingWhy }) { id: requestId = uuidv7(), ...why }: z.output<typeof unmaskingWhy>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof clearReading>> {
    const wish = { id: requestId, ...why };
    const { exception, text } = await this.readings.unmask(exceptionId, wish, caller as Staff);
    const answer = { exceptionId, siteId: exception.siteId, masked: false, reading: text, requestId };
    return showing(answer, personOfException(exception));
  }
}
