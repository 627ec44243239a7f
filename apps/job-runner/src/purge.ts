import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createPublicKey } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '#platform/config';
import { DomainError } from '#platform/errors';
import { readKeys } from '#platform/vault';
import { certificatePage } from './purge/certificate-page.js';
import { isGenuine, type Certificate } from './purge/certificate.js';
import { LegalHolds } from './purge/legal-holds.service.js';
import { PurgeDesk, type Prospect, type Wanted } from './purge/purge-desk.service.js';
import { PurgeRefused } from './purge/purge-refused.js';
import { PurgeModule } from './purge/purge.module.js';
import { PurgeRepository } from './purge/purge.repository.js';
import { PurgeService } from './purge/purge.service.js';

export { PurgeRefused } from './purge/purge-refused.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the second factor, where the account has one. */
  readonly code?: string | undefined;
}

export interface PurgeOrder extends Wanted {
  readonly dryRun: boolean;
  /** Fewest people of whom a figure is kept. */
  readonly k: number;
  /** Where the certificate is written. */
  readonly folder: string;
  /** Asked only when something is to be signed. */
  readonly security: () => Promise<Credentials>;
  readonly auditor: () => Promise<Credentials>;
}

type Environment = Record<string, string | undefined>;
type Say = (line: string) => void;

/** Purges, or goes on with what was begun. @throws PurgeRefused saying what to do */
export function purge(order: PurgeOrder, environment: Environment, say: Say): Promise<void> {
  return inHouse(environment, async (get) => {
    const service = get(PurgeService);
    let id = (await get(PurgeRepository).unfinished())?.id;
    if (id === undefined) {
      const desk = get(PurgeDesk);
      const prospect = await desk.look(order);
      describe(prospect, say);
      if (order.dryRun) {
        say('Nothing was changed.');
        return;
      }
      const security = await signer(desk, 'security', await order.security());
      const auditor = await signer(desk, 'auditor', await order.auditor());
      const rounds = prospect.rounds.map((round) => round.id);
      id = await service.begin({
        rounds,
        through: prospect.through,
        k: order.k,
        securityId: security.id,
        auditorId: auditor.id,
      });
    } else if (order.dryRun) {
      say(`A purge is under way (${id}): run it again without --dry-run to finish it.`);
      return;
    } else say(`Going on with the purge ${id}, which two people have signed.`);
    const certificate = await service.finish(id);
    if (certificate !== undefined) writeCertificate(certificate, order.folder, say);
  });
}

/** Two people keep a round (or everything) from being purged. */
export function placeHold(
  hold: { roundId: string | null; reason: string; by: readonly [Credentials, Credentials] },
  environment: Environment,
  say: Say,
): Promise<void> {
  return inHouse(environment, async (get) => {
    const people = await both(get(PurgeDesk), hold.by);
    say(`Held: ${await get(LegalHolds).place(hold.roundId, hold.reason, people)}`);
  });
}

export function liftHold(
  id: string,
  by: readonly [Credentials, Credentials],
  environment: Environment,
  say: Say,
): Promise<void> {
  return inHouse(environment, async (get) => {
    await get(LegalHolds).lift(id, await both(get(PurgeDesk), by));
    say(`Lifted: ${id}`);
  });
}

/**
 * Says whether a certificate is as it was signed.
 * @param keysFile with it, that it was signed here
 * @returns whether it is
 */
export function verifyCertificate(file: string, keysFile: string | undefined, say: Say): boolean {
  let certificate: Certificate;
  try {
    certificate = JSON.parse(readFileSync(file, 'utf8')) as Certificate;
  } catch {
    throw new PurgeRefused(`${file} cannot be read as a certificate.`);
  }
  const signing = keysFile === undefined ? undefined : readKeys(keysFile).certificateSigning;
  const genuine = isGenuine(certificate, signing && createPublicKey(signing));
  if (!genuine) say('✗ This certificate was changed, or signed by somebody else.');
  else {
    say(`Genuine: ${certificate.id}, ${certificate.residents.gone} residents destroyed, ${certificate.finishedAt}.`);
    say(
      `Signed with ${certificate.signature.keyId}${signing === undefined ? ': compare it with the fingerprint on file.' : ', the key of this installation.'}`,
    );
  }
  return genuine;
}

type Get = <T>(service: new (...given: never[]) => T) => T;

async function inHouse(environment: Environment, work: (get: Get) => Promise<void>): Promise<void> {
  const settings = readSettings(environment);
  const app = await NestFactory.createApplicationContext(PurgeModule.for(settings), {
    logger: false,
    abortOnError: false,
  });
  try {
    await work((service) => app.get(service, { strict: false }));
  } catch (error) {
    if (error instanceof DomainError) throw new PurgeRefused(error.words.en);
    throw error;
  } finally {
    await app.close();
  }
}

function signer(desk: PurgeDesk, role: 'security' | 'auditor', { username, password, code }: Credentials) {
  return desk.signer(role, username, password, code);
}

async function both(desk: PurgeDesk, [first, second]: readonly [Credentials, Credentials]): Promise<[string, string]> {
  return [(await signer(desk, 'security', first)).id, (await signer(desk, 'auditor', second)).id];
}

function describe({ rounds, through, gone, remaining, rows }: Prospect, say: Say): void {
  for (const { id, name, closed_at } of rounds) say(`round ${name} (${id}), closed ${closed_at?.toISOString() ?? ''}`);
  say(`everything up to ${through}; ${gone} residents go, ${remaining} stay because another round needs them`);
  for (const [name, count] of Object.entries(rows)) say(`${String(count).padStart(10)}  ${name}`);
}

function writeCertificate(certificate: Certificate, folder: string, say: Say): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `purge-${certificate.id}`);
  writeFileSync(`${file}.json`, `${JSON.stringify(certificate, null, 2)}\n`, { mode: 0o600, flush: true });
  writeFileSync(`${file}.html`, certificatePage(certificate), { mode: 0o600, flush: true });
  say(`Done. The certificate: ${file}.json and .html, signed with ${certificate.signature.keyId}.`);
  say(
    `Destroy the backups and the copies of the keys file from before ${certificate.finishedAt} by ${certificate.backups.destroyBy}.`,
  );
}
