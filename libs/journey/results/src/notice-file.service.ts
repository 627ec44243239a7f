import { Injectable } from '@nestjs/common';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Settings } from '#platform/config';
import { NoticeSender, NoticesNotSent, type Notice } from './notice-sender.js';

/** Writes notices as JSON lines into a file of the data folder instead of sending them. */
@Injectable()
export class NoticeFile extends NoticeSender {
  constructor(private readonly settings: Settings) {
    super();
  }

  get path(): string {
    return join(this.settings.dataDir, 'notices.jsonl');
  }

  async send(notices: readonly Notice[]): Promise<void> {
    const file = await this.openFile();
    try {
      await file.appendFile(notices.map((notice) => `${JSON.stringify(notice)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private async openFile(): ReturnType<typeof open> {
    try {
      await mkdir(this.settings.dataDir, { recursive: true });
      return await open(this.path, 'a', 0o600);
    } catch (error) {
      throw new NoticesNotSent(String(error));
    }
  }
}
