import { Injectable } from '@nestjs/common';
import { DeviceBooksRepository, type DeviceBooks, type DeviceHoles } from './device-books.repository.js';

/** What a device has sent, what became of it, and what is missing. */
@Injectable()
export class DeviceBooksDesk {
  constructor(private readonly repository: DeviceBooksRepository) {}

  /** Undefined for a device that never sent anything. */
  async books(deviceId: string): Promise<DeviceBooks | undefined> {
    const [books] = await this.repository.books([deviceId]);
    return books;
  }

  /** The runs of a device, the latest first, with the holes in each. */
  holes(deviceId: string): Promise<DeviceHoles[]> {
    return this.repository.holes(deviceId);
  }

  /** By device, for those that have sent something. */
  async lastContacts(
    deviceIds: readonly string[],
  ): Promise<Map<string, { counter: number; lastContactAt: Date | null; missing: number }>> {
    const rows = await this.repository.lastContacts(deviceIds);
    return new Map(rows.map(({ deviceId, ...contact }) => [deviceId, contact]));
  }
}
