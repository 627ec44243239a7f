import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '#platform/clock';
import { readSettings, SettingsModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { KeyKeeper, readKeys, VaultModule } from '#platform/vault';
import { RekeyRepository } from './keys/rekey.repository.js';
import { sealedTables } from './keys/sealed-tables.js';

@Module({ providers: [RekeyRepository] })
class KeysModule {}

export type KeysAct = 'rotate' | 'rotate-wrapping' | 'forget';

/** Renews keys of the database in DATABASE_URL and of SHIHE_KEYS_FILE; says what was done and what follows. */
export async function renewKeys(
  act: KeysAct,
  environment: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<void> {
  const settings = readSettings(environment);
  const app = await NestFactory.createApplicationContext(
    {
      module: KeysModule,
      imports: [
        SettingsModule.of(settings),
        ClockModule,
        DatabaseModule.to({ url: settings.databaseUrl, pool: 2, applicationName: 'renew-keys' }),
        VaultModule.with(readKeys(settings.keysFile)),
      ],
    },
    { logger: false, abortOnError: false },
  );
  try {
    const keeper = app.get(KeyKeeper, { strict: false });
    if (act === 'rotate') {
      const { dataKey } = await keeper.renewLedgerKey();
      say(
        `The ledger has a new key, no. ${dataKey}. The job-runner seals everything anew with it; nobody has to wait.`,
      );
    } else if (act === 'rotate-wrapping') {
      const { wrappingKey, wrapped } = await keeper.renewWrappingKey();
      say(`${settings.keysFile} has a new key, ${wrappingKey}; ${wrapped} data keys are wrapped with it.`);
      say('Copy the file to its safe place now. Where the apps read a copy of it, replace that and start them again.');
      say('Older keys stay in the file for the backups that need them; "forget" destroys them.');
    } else {
      const rows = app.get(RekeyRepository);
      let first = false;
      for (const place of sealedTables) first ||= await rows.holds(place, [0]);
      const forgotten = await keeper.forgetUnused(!first);
      say(forgotten.length === 0 ? 'There was nothing to forget.' : `Destroyed in the file: ${forgotten.join(', ')}.`);
      if (forgotten.length > 0) say('Destroy the copies of the older file too. Backups that need it open no longer.');
    }
  } finally {
    await app.close();
  }
}
