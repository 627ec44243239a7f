import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z
  .enum(['true', 'false', '1', '0', 'on', 'off', ''])
  .transform((word) => word === 'true' || word === '1' || word === 'on');

const environment = z.object({
  SITE_API_PORT: port.default(3000),
  QUEUE_DISPLAY_PORT: port.default(3001),
  JOB_RUNNER_PORT: port.default(3002),
  SHIHE_HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().startsWith('postgres', 'must be a postgres:// address'),
  DISPLAY_DATABASE_URL: z.string().startsWith('postgres', 'must be a postgres:// address').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATABASE_WAIT_SECONDS: z.coerce.number().positive().max(60).default(2),
  REDIS_URL: z.union([z.literal(''), z.string().regex(/^rediss?:\/\//, 'must be a redis:// address')]).optional(),
  SHIHE_DATA_DIR: z.string().min(1).default('.shihe'),
  SHIHE_KEYS_FILE: z.string().min(1).optional(),
  SHIHE_LOGINS_FILE: z.string().min(1).optional(),
  SHIHE_JOURNAL_HEADS_FILE: z.string().min(1).optional(),
  SHIHE_DEMO: flag.default(false),
  SHIHE_TRAINING: flag.default(false),
  SHIHE_DEMO_PASSWORD: z.string().min(8).default('shihe-demo'),
  SHIHE_DEMO_RESIDENTS: z.coerce.number().int().min(0).max(200_000).default(20_000),
  SHIHE_SESSION_HOURS: z.coerce.number().positive().max(24).default(12),
  SHIHE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What a process was told by its environment, checked once at its start. Handed to whoever asks for `Settings`. */
export class Settings {
  constructor(
    readonly siteApiPort: number,
    readonly queueDisplayPort: number,
    readonly jobRunnerPort: number,
    readonly host: string,
    readonly databaseUrl: string,
    readonly displayDatabaseUrl: string | undefined,
    readonly databasePool: number,
    readonly databaseWaitSeconds: number,
    readonly redisUrl: string | undefined,
    readonly dataDir: string,
    readonly keysFile: string,
    readonly loginsFile: string,
    readonly journalHeadsFile: string,
    readonly demo: boolean,
    readonly training: boolean,
    readonly demoPassword: string,
    readonly demoResidents: number,
    readonly sessionHours: number,
    readonly logLevel: string,
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /**
   * What one part of the house asks of the environment for itself; a variable that is set to nothing counts as not set.
   * @throws SettingsRefused naming every variable that is wrong
   */
  read<Output>(piece: z.ZodType<Output>): Output {
    const read = piece.safeParse(this.environment);
    if (!read.success) throw refused(read.error);
    return read.data;
  }
}

/** The environment does not say what is needed; the message names each variable and what it must be. */
export class SettingsRefused extends Error {}

/** @throws SettingsRefused naming every variable that is missing or wrong. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const read = environment.safeParse(env);
  if (!read.success) throw refused(read.error);
  const e = read.data;
  return new Settings(
    e.SITE_API_PORT,
    e.QUEUE_DISPLAY_PORT,
    e.JOB_RUNNER_PORT,
    e.SHIHE_HOST,
    e.DATABASE_URL,
    e.DISPLAY_DATABASE_URL,
    e.DATABASE_POOL,
    e.DATABASE_WAIT_SECONDS,
    e.REDIS_URL === '' ? undefined : e.REDIS_URL,
    e.SHIHE_DATA_DIR,
    e.SHIHE_KEYS_FILE ?? join(e.SHIHE_DATA_DIR, 'keys.json'),
    e.SHIHE_LOGINS_FILE ?? join(e.SHIHE_DATA_DIR, 'logins.json'),
    e.SHIHE_JOURNAL_HEADS_FILE ?? join(e.SHIHE_DATA_DIR, 'journal-heads.jsonl'),
    e.SHIHE_DEMO,
    e.SHIHE_TRAINING,
    e.SHIHE_DEMO_PASSWORD,
    e.SHIHE_DEMO_RESIDENTS,
    e.SHIHE_SESSION_HOURS,
    e.SHIHE_LOG_LEVEL,
    piecesOf(env),
  );
}

/** What the parts of the house may ask for: variables of Shihe's own that are set to something. */
function piecesOf(env: Record<string, string | undefined>): Record<string, string> {
  const isPiece = (entry: [string, string | undefined]): entry is [string, string] =>
    entry[0].startsWith('SHIHE_') && entry[1] !== undefined && entry[1] !== '';
  return Object.fromEntries(Object.entries(env).filter(isPiece));
}

function refused(error: z.ZodError): SettingsRefused {
  const lines = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return new SettingsRefused(`Settings refused. ${lines.join('; ')}`);
}
