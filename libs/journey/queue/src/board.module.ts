import { Module } from '@nestjs/common';
import { BoardReader } from './board-reader.service.js';
import { BoardRepository } from './board.repository.js';

/** Only what reads the public boards: all that a process may hold which reads with the boards' login. */
@Module({ providers: [BoardRepository, BoardReader], exports: [BoardRepository, BoardReader] })
export class BoardModule {}
