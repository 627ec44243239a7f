import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { BoardFrame } from '#journey/queue';
import { Public } from '#platform/access';
import { BoardPictures } from './board-pictures.service.js';

/** The board as one snapshot, for screens that cannot hold a socket and for whoever wants to check. */
@Controller(['sites', 'api/v1/sites'])
export class BoardController {
  constructor(private readonly pictures: BoardPictures) {}

  @Get(':id/board')
  @Public()
  async board(
    @Param('id', { schema: z.uuid() }) siteId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardFrame | undefined> {
    const frame = await this.pictures.current(siteId);
    const tag = tagOf(frame);
    void reply.headers({
      etag: tag,
      'cache-control': 'public, max-age=1',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    if (known !== tag) return frame;
    void reply.status(304);
    return undefined;
  }
}

/** The same picture has the same tag, whenever it was taken. */
function tagOf(frame: BoardFrame): string {
  const content = JSON.stringify({ ...frame, asOf: '' });
  return `"${frame.version}-${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
}
