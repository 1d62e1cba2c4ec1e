import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';
import { observingSettings, observingVariables, type ObservingSettings } from './observing-settings.ts';
import { signInFaults, signInSettings, signInVariables, type SignInSettings } from './sign-in-settings.ts';
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
  /** Where the log lies: a KurrentDB, with its index in the database; `null` keeps it in the database. */
  readonly logUrl: string | null;
  /** Addresses of single roles on the operator's server; a role without one acts through `databaseUrl`. */
  readonly roleUrls: RoleUrls;
  /** The file of the keys that wrap the keys of personal texts; `null` takes the data folder's own, made when missing. */
  readonly kekFile: string | null;
  readonly signIn: SignInSettings;
  /** What operators see of it while it runs. */
  readonly observing: ObservingSettings;
  /** Whether real people depend on it: what is fit for a laptop alone is then refused. */
  readonly isProduction: boolean;
  /** Whether an empty database is filled with the demo colleges. */
  readonly demo: boolean;
  /** Whether a signer is kept beside the server; where it runs by itself, as a user of its own, it is not. */
  readonly isSignerBeside: boolean;
  /** Whether this process delivers webhooks; `loopback`: to the machine itself too, over plain HTTP, for development. */
  readonly webhooks: 'on' | 'off' | 'loopback';
  /** Whether `/graphql` takes trusted documents alone: in production, unless the operator says otherwise. */
  readonly trustedOnly: boolean;
  /** A folder of manifests of trusted documents beside the project's own; `null`: none. */
  readonly documentsDir: string | null;
  /** The signer's own folder, outside PostgreSQL. */
  readonly signerFolder: string;
  /** Whether a log that was never signed gets a key by itself: on a laptop, never in production. */
  readonly makeSignerKeys: boolean;
}

/** What the signer's own process reads, and all of it. */
export interface SignerConfig {
  /** Connects as gradeledger_signer. */
  readonly databaseUrl: string;
  readonly folder: string;
  readonly makeKeys: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const portRule = 'PORT must be a whole number from 0 to 65535';
const urlRule = (name: string): string =>
  `${name} must look like postgres://user:password@host:5432/database`;

const logUrlRule =
  'LOG_URL must be the connection string of a KurrentDB, such as kurrentdb://user:password@host:2113?tls=true';

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
  ...signInVariables,
  ...observingVariables,
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
  KEK_FILE: z.preprocess(
    given,
    z
      .string()
      .regex(/^[^\0]+$/, 'KEK_FILE must be the path of a file')
      .nullable()
      .default(null),
  ),
  DEMO: z.preprocess(given, z.enum(['on', 'off'], 'DEMO must be on or off').default('on')),
  DOCUMENTS: z.preprocess(
    given,
    z.enum(['trusted', 'any'], 'DOCUMENTS must be trusted or any').nullable().default(null),
  ),
  DOCUMENTS_DIR: z.preprocess(
    given,
    z
      .string()
      .regex(/^[^\0]+$/, 'DOCUMENTS_DIR must be the path of a folder')
      .nullable()
      .default(null),
  ),
  SIGNER: z.preprocess(given, z.enum(['on', 'off'], 'SIGNER must be on or off').default('on')),
  WEBHOOKS: z.preprocess(
    given,
    z.enum(['on', 'off', 'loopback'], 'WEBHOOKS must be on, off or loopback').default('on'),
  ),
  SIGNER_DIR: z.preprocess(
    given,
    z
      .string()
      .regex(/^[^\0]+$/, 'SIGNER_DIR must be the path of a folder')
      .nullable()
      .default(null),
  ),
  SIGNER_KEYS: z.preprocess(
    given,
    z.enum(['make', 'given'], 'SIGNER_KEYS must be make or given').default('make'),
  ),
  DATABASE_URL: address('DATABASE_URL'),
  LOG_URL: z.preprocess(
    given,
    z
      .string()
      .regex(/^kurrentdb(\+discover)?:\/\/[^/\s]+/, logUrlRule)
      .nullable()
      .default(null),
  ),
  APP_DATABASE_URL: address('APP_DATABASE_URL'),
  PROJECTOR_DATABASE_URL: address('PROJECTOR_DATABASE_URL'),
  READER_DATABASE_URL: address('READER_DATABASE_URL'),
  SIGNER_DATABASE_URL: address('SIGNER_DATABASE_URL'),
  AUDITOR_DATABASE_URL: address('AUDITOR_DATABASE_URL'),
  KEYS_DATABASE_URL: address('KEYS_DATABASE_URL'),
});

const onlyGiven = (urls: Readonly<Record<keyof RoleUrls, string | null>>): RoleUrls =>
  Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== null));

type Variables = Readonly<Record<string, string | undefined>>;

const parsed = (environment: Variables): z.infer<typeof Environment> => {
  const read = Environment.safeParse(environment);
  const faults = read.success
    ? signInFaults(read.data)
    : [...new Set(read.error.issues.map(({ message }) => `${message}.`))];
  if (read.success && faults.length === 0) return read.data;
  throw new StartFault(faults.join('\n'));
};

const signerFolder = ({ SIGNER_DIR, DATA_DIR }: z.infer<typeof Environment>): string =>
  SIGNER_DIR === null ? resolve(root, DATA_DIR, 'signer') : resolve(root, SIGNER_DIR);

/** Reads what the signer needs, or throws a `StartFault`. */
export function readSignerConfig(environment: Variables = process.env): SignerConfig {
  const read = parsed(environment);
  const { SIGNER_DATABASE_URL, SIGNER_KEYS } = read;
  if (SIGNER_DATABASE_URL === null)
    throw new StartFault('SIGNER_DATABASE_URL must be set: the address at which the signer connects.');
  return {
    databaseUrl: SIGNER_DATABASE_URL,
    folder: signerFolder(read),
    makeKeys: SIGNER_KEYS === 'make',
  };
}

/** Reads the configuration, or throws a `StartFault` with one sentence per wrong value. */
export function readConfig(environment: Variables = process.env): Config {
  const read = parsed(environment);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, KEK_FILE, DEMO, ...more } = read;
  const isProduction = environment['NODE_ENV'] === 'production';
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(root, DATA_DIR),
    databaseUrl: DATABASE_URL,
    logUrl: more.LOG_URL,
    roleUrls: onlyGiven({
      app: more.APP_DATABASE_URL,
      projector: more.PROJECTOR_DATABASE_URL,
      reader: more.READER_DATABASE_URL,
      signer: more.SIGNER_DATABASE_URL,
      auditor: more.AUDITOR_DATABASE_URL,
      keys: more.KEYS_DATABASE_URL,
    }),
    kekFile: KEK_FILE === null ? null : resolve(root, KEK_FILE),
    signIn: signInSettings(read),
    observing: observingSettings(read, isProduction),
    isProduction,
    trustedOnly: more.DOCUMENTS === null ? isProduction : more.DOCUMENTS === 'trusted',
    documentsDir: more.DOCUMENTS_DIR === null ? null : resolve(root, more.DOCUMENTS_DIR),
    demo: DEMO === 'on',
    isSignerBeside: more.SIGNER === 'on',
    webhooks: more.WEBHOOKS,
    signerFolder: signerFolder(read),
    makeSignerKeys: more.SIGNER_KEYS === 'make',
  };
}
