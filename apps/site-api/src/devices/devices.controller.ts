import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DeviceEnrolment, DeviceRegister } from '#journey/site';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { codeAnswer, codeMaking, deviceAnswer, deviceView, enrolling, revoking } from './devices.dto.js';

type DeviceAnswer = z.input<typeof deviceAnswer>;

@ApiTags('devices')
@ApiBearerAuth()
@Controller()
export class DevicesController {
  constructor(
    private readonly register: DeviceRegister,
    private readonly enrolment: DeviceEnrolment,
  ) {}

  @Post('device-enrolments')
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'A one-time code for one device: told once, good for ten minutes and five tries at most' })
  @Answer(201, codeAnswer)
  async makeCode(
    @Body({ schema: codeMaking }) body: z.infer<typeof codeMaking>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof codeAnswer>> {
    const made = await this.enrolment.makeCode({ ...body, roundId: body.roundId ?? null }, caller.id);
    return { ...made, expiresAt: made.expiresAt.toISOString() };
  }

  @Post('devices')
  @Allow('scanner', 'collector', 'marshal', 'packer', 'gridworker', 'sitelead')
  @ApiOperation({
    summary: 'Enrol this device with its code and the public key that it made',
    description:
      'The key signs {"enrolmentId":…,"id":…} (ECDSA P-256, SHA-256, r and s in base64url). The device works once a second person has approved it.',
  })
  @Answer(201, deviceAnswer)
  async enrol(
    @Body({ schema: enrolling }) body: z.infer<typeof enrolling>,
    @CallerOf() caller: Caller,
  ): Promise<DeviceAnswer> {
    const { publicKey, ...request } = body;
    const key = { x: publicKey.x, y: publicKey.y };
    return deviceView(await this.enrolment.enrol({ ...request, key }, caller.id));
  }

  @Get('devices/:id')
  @Allow('scanner', 'collector', 'marshal', 'packer', 'gridworker', 'sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'A device and its certificate' })
  @Answer(200, deviceAnswer)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<DeviceAnswer> {
    return deviceView(await this.register.find(id));
  }

  @Put('devices/:id/approval')
  @HttpCode(200)
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'Let a device in: by somebody who neither made its code nor enrolled it' })
  @Answer(200, deviceAnswer)
  async approve(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<DeviceAnswer> {
    return deviceView(await this.register.approve(id, caller.id));
  }

  @Put('devices/:id/renewal')
  @HttpCode(200)
  @Allow('sitelead', 'organiser')
  @ApiOperation({ summary: 'Let the certificate of a device run anew from now' })
  @Answer(200, deviceAnswer)
  async renew(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<DeviceAnswer> {
    return deviceView(await this.register.renew(id, caller.id));
  }

  @Put('devices/:id/revocation')
  @HttpCode(200)
  @Allow('sitelead', 'organiser', 'security')
  @ApiOperation({ summary: 'Take nothing from this device from now on' })
  @Answer(200, deviceAnswer)
  async revoke(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: revoking }) body: z.infer<typeof revoking>,
    @CallerOf() caller: Caller,
  ): Promise<DeviceAnswer> {
    return deviceView(await this.register.revoke(id, body.reason, caller.id));
  }
}
