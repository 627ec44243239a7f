import { Injectable } from '@nestjs/common';
import type { ActContext, ActResult, DeviceAct, DeviceActHandler } from '#journey/site';
import type { Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { line } from './act-fields.js';
import { DeviceTubeRepository } from './device-tube.repository.js';
import { DeviceNoteWritten } from './offline.events.js';

interface Note {
  text: string;
}

/** What somebody at a table wrote down, sealed: it may name a person. */
@Injectable()
export class NoteActs implements DeviceActHandler<Note> {
  readonly kind = 'note';
  readonly phase = 0;
  readonly fields = { text: line(500) };

  constructor(
    private readonly tubes: DeviceTubeRepository,
    private readonly journal: Journal,
    private readonly vault: Vault,
  ) {}

  thingsOf(): string[] {
    return [];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Note>[], { deviceId, siteId }: ActContext): Promise<ActResult[]> {
    for (const { id, actorId, takenAt, body } of acts) {
      const sealed = this.vault.seal(body.text, { table: 'sampling.device_note', column: 'text_sealed', rowId: id });
      await this.tubes.addNote(tx, { id, deviceId, siteId, actorId, at: takenAt, sealed });
      const payload = { deviceId, noteId: id };
      await this.journal.record(tx, DeviceNoteWritten, { actorId, siteId, subject: `device:${deviceId}`, payload });
    }
    return acts.map(() => ({ broken: [] }));
  }
}
