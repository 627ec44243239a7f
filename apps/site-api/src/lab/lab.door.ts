import { Module } from '@nestjs/common';
import { LabModule } from '#journey/lab';

/** The HTTP door of the room `lab`. */
@Module({ imports: [LabModule], controllers: [] })
export class LabDoor {}
