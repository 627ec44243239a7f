import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { BoardReader, type BoardFrame } from '#journey/queue';
import { SiteNotFound } from '#journey/site';
import { framesSent, readsDone, readsFailed } from './board.metrics.js';
import { DISPLAY_TEMPO, type DisplayTempo } from './display-tempo.js';

interface Picture {
  frame: BoardFrame | undefined;
  /** When the last read began; pictures are not read more often than the tempo allows. */
  readAt: number;
  reading: Promise<BoardFrame> | undefined;
  /** Something changed since the last read began. */
  dirty: boolean;
  followers: number;
  timer: NodeJS.Timeout | undefined;
}

/** Pictures nobody follows are remembered only so many at once. */
const rememberAtMost = 1_000;

/**
 * Keeps one current picture of each site's board that somebody looks at, however many look. A change marks it dirty, it
 * is read again at most four times a second, and a slow heartbeat heals what a lost signal missed. While the database
 * is away the last picture stays, with the time it was taken.
 */
@Injectable()
export class BoardPictures implements OnModuleDestroy {
  private readonly log = new Logger(BoardPictures.name);
  private readonly pictures = new Map<string, Picture>();
  private listener: (frame: BoardFrame) => void = () => undefined;
  private stopped = false;

  constructor(
    private readonly boards: BoardReader,
    @Inject(DISPLAY_TEMPO) private readonly tempo: DisplayTempo,
  ) {}

  /** Hands every new picture of a followed site to `listener`. */
  onFrame(listener: (frame: BoardFrame) => void): void {
    this.listener = listener;
  }

  /** The board of a site. @throws SiteNotFound; the database's error when it is away and no picture is held. */
  async current(siteId: string): Promise<BoardFrame> {
    const picture = this.pictureOf(siteId);
    const age = Date.now() - picture.readAt;
    const fresh = picture.followers > 0 ? !picture.dirty : age < this.tempo.readGap;
    if (picture.frame !== undefined && fresh) return picture.frame;
    try {
      return await this.read(siteId, picture);
    } catch (error) {
      if (error instanceof SiteNotFound || picture.frame === undefined) throw error;
      return picture.frame;
    }
  }

  follow(siteId: string): void {
    const picture = this.pictureOf(siteId);
    picture.followers += 1;
    if (picture.followers === 1) this.readLater(siteId, picture, this.heartbeat());
  }

  unfollow(siteId: string): void {
    const picture = this.pictures.get(siteId);
    if (picture === undefined) return;
    picture.followers -= 1;
    if (picture.followers > 0) return;
    clearTimeout(picture.timer);
    this.pictures.delete(siteId);
  }

  /** A site's board changed; without an id all may have. */
  changed(siteId?: string): void {
    const keys = siteId === undefined ? [...this.pictures.keys()] : [siteId];
    for (const key of keys) {
      const picture = this.pictures.get(key);
      if (picture === undefined || picture.followers === 0) continue;
      const alreadyComing = picture.dirty;
      picture.dirty = true;
      if (!alreadyComing && picture.reading === undefined) this.readLater(key, picture, this.gap(picture));
    }
  }

  onModuleDestroy(): void {
    this.stopped = true;
    for (const picture of this.pictures.values()) clearTimeout(picture.timer);
  }

  private pictureOf(siteId: string): Picture {
    let picture = this.pictures.get(siteId);
    if (picture === undefined) {
      if (this.pictures.size >= rememberAtMost) this.forgetUnfollowed();
      picture = { frame: undefined, readAt: 0, reading: undefined, dirty: false, followers: 0, timer: undefined };
      this.pictures.set(siteId, picture);
    }
    return picture;
  }

  private forgetUnfollowed(): void {
    for (const [siteId, { followers }] of this.pictures) if (followers === 0) this.pictures.delete(siteId);
  }

  /** One read at a time for a site, shared by everybody who waits for it. */
  private read(siteId: string, picture: Picture): Promise<BoardFrame> {
    picture.reading ??= this.readNow(siteId, picture).finally(() => {
      picture.reading = undefined;
    });
    return picture.reading;
  }

  private async readNow(siteId: string, picture: Picture): Promise<BoardFrame> {
    picture.dirty = false;
    picture.readAt = Date.now();
    readsDone.inc();
    const frame = await this.boards.read(siteId);
    if (frame === undefined) {
      if (picture.followers === 0) this.pictures.delete(siteId);
      throw new SiteNotFound();
    }
    if (picture.frame !== undefined && frame.version < picture.frame.version) return picture.frame;
    picture.frame = frame;
    return frame;
  }

  private readLater(siteId: string, picture: Picture, delay: number): void {
    clearTimeout(picture.timer);
    if (this.stopped) return;
    picture.timer = setTimeout(() => void this.show(siteId, picture), delay);
  }

  private async show(siteId: string, picture: Picture): Promise<void> {
    let pause: number;
    try {
      const frame = await this.read(siteId, picture);
      this.listener(frame);
      framesSent.inc();
      pause = picture.dirty ? this.gap(picture) : this.heartbeat();
    } catch (error) {
      readsFailed.inc();
      this.log.warn(`a board could not be read: ${error instanceof Error ? error.message : String(error)}`);
      picture.dirty = true;
      pause = this.tempo.retry * (0.5 + Math.random());
    }
    if (picture.followers > 0) this.readLater(siteId, picture, pause);
  }

  private gap(picture: Picture): number {
    return Math.max(0, picture.readAt + this.tempo.readGap - Date.now());
  }

  private heartbeat(): number {
    return this.tempo.heartbeat * (0.8 + Math.random() * 0.4);
  }
}
