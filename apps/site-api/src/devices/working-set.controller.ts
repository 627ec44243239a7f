import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import { WorkingSet } from '#journey/sampling';
import { DeviceRegister, DeviceSignatureWrong } from '#journey/site';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Acting, canonicalText } from '#platform/database';
import { noted, showing } from '../audit/people-shown.js';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { signature } from './devices.dto.js';
import { workingPart, workingSetQuery } from './working-set.dto.js';

const pack = promisify(gzip);

@ApiTags('devices')
@ApiBearerAuth()
@Controller('devices/:id/working-set')
export class WorkingSetController {
  constructor(
    private readonly workingSet: WorkingSet,
    private readonly register: DeviceRegister,
    private readonly acting: Acting,
  ) {}

  @Get()
  @Allow('scanner', 'collector', 'marshal', 'packer', 'gridworker', 'sitelead')
  @ApiOperation({
    summary: 'What the device takes along to work without a network, part by part, packed',
    description:
      'Somebody of the site is signed in, and the device signs {"after":…,"deviceId":…,"since":…,"version":…} with those that it sends. Masked residents with blind keys of this device alone; with `since` what has changed.',
  })
  @ApiHeader({ name: 'x-device-signature', required: true, description: 'ECDSA P-256, r and s in base64url' })
  // Every device takes its people along in the morning: that is no alarm.
  @ReadsPeople('working-set', noted, { counted: false })
  @Answer(200, workingPart)
  async part(
    @Param('id', { schema: z.uuid() }) deviceId: string,
    @Query({ schema: workingSetQuery }) query: z.infer<typeof workingSetQuery>,
    @Headers('x-device-signature') signed: string | undefined,
    @Headers('accept-encoding') encodings: string | undefined,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    // In the caller's own name: a device of another site is not found.
    await this.register.find(deviceId);
    const given = signature.safeParse(signed);
    if (!given.success) throw new DeviceSignatureWrong();
    const text = canonicalText({ ...query, deviceId });
    // A table meets people of any grid of the city, so the house hands out what the device may know.
    const part = await this.acting.asHouse(async () => {
      const device = await this.register.speaking(deviceId, text, given.data);
      return this.workingSet.part(device, query, caller.id);
    });
    const body = JSON.stringify(part satisfies z.input<typeof workingPart>);
    void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
    const packed = /\bgzip\b/u.test(encodings ?? '');
    if (packed) void reply.header('content-encoding', 'gzip');
    return showing(
      packed ? await pack(body) : Buffer.from(body),
      part.residents.map(({ id }) => id),
    );
  }
}
