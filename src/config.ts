import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartFault } from './start-fault.ts';

/** What the operator decides; everything has a default that works. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute; holds the database of our own and its secrets. */
  readonly dataDir: string;
  /** A PostgreSQL server of the operator's; `null` starts one of our own. */
  readonly databaseUrl: string | null;
  /** Whether an empty database is filled with the demo colleges. */
  readonly demo: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const portRule = 'PORT must be a whole number from 0 to 65535';
const urlRule = 'DATABASE_URL must look like postgres://user:password@host:5432/database';

/** An empty value counts as none. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);

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
  DATABASE_URL: z.preprocess(
    given,
    z
      .string()
      .refine((url) => /^postgres(ql)?:\/\/[^/]+\/[^/]+/.test(url) && URL.canParse(url), urlRule)
      .nullable()
      .default(null),
  ),
});

/** Reads the configuration, or throws a `StartFault` with one sentence per wrong value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    throw new StartFault([...new Set(read.error.issues.map(({ message }) => `${message}.`))].join('\n'));
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DEMO } = read.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(root, DATA_DIR),
    databaseUrl: DATABASE_URL,
    demo: DEMO === 'on',
  };
}
