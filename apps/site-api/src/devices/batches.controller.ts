import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DeviceActHandlers, DeviceBooksDesk, DeviceIntake } from '#journey/sampling';
import { DeviceRegister } from '#journey/site';
import { Allow, Public } from '#platform/access';
import { Clock } from '#platform/clock';
import { Acting } from '#platform/database';
import { Answer } from '../front/answer.js';
import {
  batch,
  batchAnswer,
  booksAnswer,
  booksView,
  clockHeader,
  deviceList,
  deviceListView,
  holesAnswer,
  holesView,
} from './batches.dto.js';

@ApiTags('devices')
@Controller()
export class BatchesController {
  constructor(
    private readonly intake: DeviceIntake,
    private readonly handlers: DeviceActHandlers,
    private readonly register: DeviceRegister,
    private readonly books: DeviceBooksDesk,
    private readonly clock: Clock,
    private readonly acting: Acting,
  ) {}

  @Post('device-batches')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Take over what a device did: one outcome per act, also when it is sent again',
    description:
      "The device's key signs the canonical JSON (keys in order, no spaces) of everything but the signature; no session is needed. Each act is kept, whatever rule it breaks; those of a device that may not speak are held (`held`) until somebody has decided about them.",
  })
  @ApiHeader({ name: 'x-device-time', required: false, description: "What the device's clock says while it sends" })
  @Answer(200, batchAnswer)
  async receive(
    @Body({ schema: batch }) body: z.infer<typeof batch>,
    @Headers('x-device-time') deviceTime: string | undefined,
  ): Promise<z.input<typeof batchAnswer>> {
    const clock = clockHeader.safeParse(deviceTime).data;
    const deviceClock = clock === undefined ? undefined : new Date(clock);
    // Nobody is signed in: the signature says which device it is, and each act in whose name it was done.
    const answer = await this.acting.asHouse(() => this.intake.receive(body, this.handlers, deviceClock));
    return { ...answer, serverTime: this.clock.now().toISOString() };
  }

  @Get('sites/:id/devices')
  @ApiBearerAuth()
  @Allow('sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'The devices of a site: state, last contact, counter, and how many acts are missing' })
  @Answer(200, deviceList)
  async ofSite(@Param('id', { schema: z.uuid() }) siteId: string): Promise<z.input<typeof deviceList>> {
    const devices = await this.register.ofSite(siteId);
    const contacts = await this.books.lastContacts(devices.map(({ id }) => id));
    return {
      devices: devices.map((device) => {
        const { counter = 0, lastContactAt = null, missing = 0 } = contacts.get(device.id) ?? {};
        return { ...deviceListView(device), counter, lastContactAt: lastContactAt?.toISOString() ?? null, missing };
      }),
    };
  }

  @Get('devices/:id/holes')
  @ApiBearerAuth()
  @Allow('scanner', 'collector', 'sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: "What is missing in a device's sequence, run by run" })
  @Answer(200, holesAnswer)
  async holes(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof holesAnswer>> {
    await this.register.find(id);
    return holesView(id, await this.books.holes(id));
  }

  @Get('devices/:id/books')
  @ApiBearerAuth()
  @Allow('scanner', 'collector', 'sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'The books of a device: received = accepted + exceptions + refused' })
  @Answer(200, booksAnswer)
  async booksOf(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof booksAnswer>> {
    await this.register.find(id);
    return booksView(id, await this.books.books(id));
  }
}
