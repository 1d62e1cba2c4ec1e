import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartFault } from './start-fault.ts';

/** An address of its own for a role: whoever has one login can then not act as another role. */
export type RoleUrls = Readonly<
  Partial<Record<'app' | 'projector' | 'reader' | 'signer' | 'auditor' | 'keys', string>>
>;

/** What the operator decides; everything has a default that works. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute; holds the database of our own and its secrets. */
  readonly dataDir: string;
  /** A PostgreSQL server of the operator's; `null` starts one of our own. */
  readonly databaseUrl: string | null;
  /** Addresses of single roles on the operator's server; a role without one acts through `databaseUrl`. */
  readonly roleUrls: RoleUrls;
  /** Whether an empty database is filled with the demo colleges. */
  readonly demo: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const portRule = 'PORT must be a whole number from 0 to 65535';
const urlRule = (name: string): string =>
  `${name} must look like postgres://user:password@host:5432/database`;

/** An empty value counts as none. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);

const address = (name: string) =>
  z.preprocess(
    given,
    z
      .string()
      .refine((url) => /^postgres(ql)?:\/\/[^/]+\/[^/]+/.test(url) && URL.canParse(url), urlRule(name))
      .nullable()
      .default(null),
  );

const Environment = z.object({
  PORT: z.preprocess(
    given,
    z
      .string()
      .regex(/^\d{1,5}$/, portRule)
      .transform(Number)
      .refine((port) => port <= 65_535, portRule)
      .default(4000),
  ),
  HOST: z.preprocess(
    given,
    z
      .string()
      .regex(/^[\w.:-]+$/, 'HOST must be an address or a host name, such as 127.0.0.1')
      .default('127.0.0.1'),
  ),
  DATA_DIR: z.preprocess(
    given,
    z
      .string()
      .regex(/^[^\0]+$/, 'DATA_DIR must be the path of a folder')
      .default('.data'),
  ),
  DEMO: z.preprocess(given, z.enum(['on', 'off'], 'DEMO must be on or off').default('on')),
  DATABASE_URL: address('DATABASE_URL'),
  APP_DATABASE_URL: address('APP_DATABASE_URL'),
  PROJECTOR_DATABASE_URL: address('PROJECTOR_DATABASE_URL'),
  READER_DATABASE_URL: address('READER_DATABASE_URL'),
  SIGNER_DATABASE_URL: address('SIGNER_DATABASE_URL'),
  AUDITOR_DATABASE_URL: address('AUDITOR_DATABASE_URL'),
  KEYS_DATABASE_URL: address('KEYS_DATABASE_URL'),
});

const onlyGiven = (urls: Readonly<Record<keyof RoleUrls, string | null>>): RoleUrls =>
  Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== null)) as RoleUrls;

/** Reads the configuration, or throws a `StartFault` with one sentence per wrong value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    throw new StartFault([...new Set(read.error.issues.map(({ message }) => `${message}.`))].join('\n'));
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DEMO, ...more } = read.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(root, DATA_DIR),
    databaseUrl: DATABASE_URL,
    roleUrls: onlyGiven({
      app: more.APP_DATABASE_URL,
      projector: more.PROJECTOR_DATABASE_URL,
      reader: more.READER_DATABASE_URL,
      signer: more.SIGNER_DATABASE_URL,
      auditor: more.AUDITOR_DATABASE_URL,
      keys: more.KEYS_DATABASE_URL,
    }),
    demo: DEMO === 'on',
  };
}
