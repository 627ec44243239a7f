import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '#platform/config';
import { JsonLogger } from '#platform/logging';
import { DemonstrationDay } from './demonstration/demonstration-day.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';

// Run once before the apps start, when SHIHE_DEMO is on. SHIHE_DEMO_RESIDENTS asks for another number of people.
const settings = readSettings(process.env);
const app = await NestFactory.createApplicationContext(DemonstrationModule.for(settings), {
  logger: new JsonLogger('demonstration', settings.logLevel),
});
await app.get(DemonstrationDay).layOut(settings.demoResidents);
await app.close();
