import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LabRegister } from '#journey/lab';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { lab, labCode, labList, labStaff, labNaming } from './lab.dto.js';

/** Which laboratories there are, and who works for which. */
@ApiTags('lab')
@ApiBearerAuth()
@Controller('labs')
export class LabsController {
  constructor(private readonly register: LabRegister) {}

  @Get()
  @Allow('admin', 'organiser', 'sitelead', 'packer', 'courier', 'lab')
  @ApiOperation({ summary: 'All laboratories' })
  @Answer(200, labList)
  async list(): Promise<z.input<typeof labList>> {
    return { labs: await this.register.list() };
  }

  @Put(':code')
  @Allow('admin')
  @ApiOperation({ summary: 'Add a laboratory, or give it another name' })
  @Answer(200, lab)
  put(
    @Param('code', { schema: labCode }) code: string,
    @Body({ schema: labNaming }) { name }: z.infer<typeof labNaming>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof lab>> {
    return this.register.put(code, name, caller.id);
  }

  @Get(':code/staff')
  @Allow('admin')
  @ApiOperation({ summary: 'Who works for a laboratory' })
  @Answer(200, labStaff)
  async staffOf(@Param('code', { schema: labCode }) code: string): Promise<z.input<typeof labStaff>> {
    return { staff: await this.register.staffOf(code) };
  }

  @Put(':code/staff/:accountId')
  @Allow('admin')
  @ApiOperation({ summary: 'From now on this account acts for this laboratory, and for no other' })
  @Answer(200, labStaff)
  async assign(
    @Param('code', { schema: labCode }) code: string,
    @Param('accountId', { schema: z.uuid() }) accountId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof labStaff>> {
    await this.register.assign(accountId, code, caller.id);
    return { staff: await this.register.staffOf(code) };
  }
}
