import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildGradeLedgerSchema } from '../schema/schema.ts';
import type { Context } from '../schema/context.ts';
import { buildSite, FILES, isSiteOf, SITE } from '../schema/reference/site.ts';
import type { Config } from './config.ts';
import { readinessOf, startObserving, type Observing } from './observing.ts';
import { observed } from './observing/steps.ts';
import { trustIn } from './observing/proxies.ts';
import { exportFiles } from './exports/export-files.ts';
import { startExports, type Exports } from './exports/exports.ts';
import { fetchExport } from './exports/fetch-export.ts';
import { systemClock, type House } from './house.ts';
import { keepHouse } from './housekeeping.ts';
import { postgresPublished } from './ledger/published/postgres-published.ts';
import type { RunningCollege } from './runtime/college.ts';
import { Feeds } from './runtime/live/feeds.ts';
import { openWebhooks } from './open-webhooks.ts';
import type { Pace } from './webhooks/pace.ts';
import { UNOBSERVED } from './observing-settings.ts';
import { lagOf } from './runtime/projection-lag.ts';
import { openProvider } from './open-provider.ts';
import { pageCache } from './runtime/page-cache.ts';
import { startProjector, type Projector } from './runtime/projector.ts';
import { openReadModels, type ReadModels } from './runtime/read-models.ts';
import { recentReads } from './runtime/recent-reads.ts';
import type { RequestFacts } from './server/context.ts';
import { Passwords } from './identity/passwords.ts';
import { Turns } from './identity/turns.ts';
import { postgresDisclosures } from './disclosure/postgres-disclosures.ts';
import { trustedDocuments } from './server/documents/trusted.ts';
import { authentication } from './server/authentication.ts';
import { PROVIDER_PATH } from './server/provider-route.ts';
import { doors } from './server/doors.ts';
import type { ExecutorKind } from './server/executor.ts';
import { createServer } from './server/http.ts';
import type { LiveLimits } from './server/live/live-limits.ts';
import type { LiveServer } from './server/live/live.ts';
import type { LogDestination } from './server/log.ts';
import { knownViewer, requestContext, sessionContexts, type KnownViewer } from './server/request-context.ts';

/** A server that listens. */
export interface Serving {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly readModels: ReadModels;
  readonly projector: Projector;
  readonly exports: Exports;
  /** The subscriptions that are open. */
  readonly live: LiveServer | null;
  /** Where metrics are fetched; `null` where they are not. */
  readonly metricsUrl: string | null;
  /** Stops taking requests, lets those under way finish, and stops projecting. */
  close(): Promise<void>;
}

/** What a test or a bench chooses otherwise. */
export interface ServeOptions {
  readonly log?: LogDestination;
  readonly executor?: ExecutorKind;
  /** Limits of subscriptions, where a test wants to meet them. */
  readonly liveLimits?: Partial<LiveLimits>;
  /** How deliveries of webhooks are paced. */
  readonly webhookPace?: Partial<Pace>;
}

/** How long a mutation or a query waits for the read models, in milliseconds: long enough for a page, short enough for a person. */
const PATIENCE_MS = 3_000;

/** How long the proofs of an export wait for the signer, in milliseconds. */
const CHECKPOINT_MS = 30_000;

const DISCLOSURE_CONNECTIONS = 2;

const IDENTITY_CONNECTIONS = 4;

const AUDITING_CONNECTIONS = 4;

/** How old a proof may be where something grave is done, unless the operator says otherwise. */
const STEP_UP_SECONDS = 15 * 60;

/** A hash keeps a core busy: half of them are left to who is signed in (T08). */
const HASHES_AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2));

/** Sign-ins that may wait for their hash: a second or two; whoever comes then is asked to come again. */
const MOST_SIGNING_IN = 32;

/** GraphiQL and introspection are for the machine itself; whoever serves a network publishes the schema as a file. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** What a configuration may leave out. */
type Chosen = 'trustedOnly' | 'documentsDir' | 'signIn' | 'webhooks' | 'observing' | 'isSignerBeside';

/** Serves the API of a house: projects its colleges, and listens. Throws `StartFault` when it can not. */
export const serve = async (
  house: House,
  {
    host,
    port,
    trustedOnly = false,
    documentsDir = null,
    signIn = { stepUpSeconds: STEP_UP_SECONDS, provider: null },
    webhooks: webhookSetting = 'on',
    observing: settings = UNOBSERVED,
    isSignerBeside = false,
  }: Pick<Config, 'host' | 'port'> & Partial<Pick<Config, Chosen>>,
  { log = process.stdout, executor = 'jit', liveLimits, webhookPace }: ServeOptions = {},
): Promise<Serving> => {
  const schema = buildGradeLedgerSchema();
  const provider = await openProvider(signIn);
  const documents = await trustedDocuments(schema, { only: trustedOnly, folder: documentsDir });
  const readModels = openReadModels(house.database);
  const projector = await startProjector(house.log, readModels);
  for (const { id } of await house.colleges()) projector.follow(id);

  const pool = house.database.app.pool(IDENTITY_CONNECTIONS);
  const passwords = new Passwords(pool, new Turns(HASHES_AT_ONCE, MOST_SIGNING_IN));
  const shownIn = (models: readonly string[]) => (college: string, position: bigint) =>
    observed(
      'shown',
      { college, of: models.length === 1 ? 'page' : 'everywhere' },
      async () => {
        const reached = models.map((name) => projector.waitFor(name, college, position, PATIENCE_MS));
        return (await Promise.all(reached)).every(Boolean);
      },
      (isShown) => (isShown ? 'shown' : 'late'),
    );
  const settled = shownIn(readModels.models.map(({ name }) => name));
  const published = postgresPublished(house.database.auditor.pool(AUDITING_CONNECTIONS));
  const pages = pageCache({ revisions: recentReads((college) => projector.changed('gradebook', college)) });
  const webhooks = openWebhooks(house, webhookSetting, webhookPace);
  const report = (fault: unknown): void => {
    server.report(fault);
  };
  const feeds = new Feeds({ log: house.log, projector, models: readModels.models, report });
  const parts = {
    pool,
    readers: readModels.readers,
    viewers: recentReads<KnownViewer>((college) => projector.changed('directory', college)),
    pages,
    published,
    webhooks: webhooks.door,
    disclosures: postgresDisclosures(house.database.app.pool(DISCLOSURE_CONNECTIONS)),
    clock: systemClock,
    doors: doors(
      pool,
      systemClock,
      authentication({
        pool,
        clock: systemClock,
        passwords,
        stepUpSeconds: signIn.stepUpSeconds,
        provider: provider && { issuer: provider.settings.issuer, path: PROVIDER_PATH },
      }),
    ),
    college: (id: string) => house.college(id),
    settled,
    pageShown: shownIn(['gradebook']),
    projections: (college: string) => lagOf(house.log, college, () => projector.standing(college)),
  };
  const contexts = sessionContexts(parts);
  const context = requestContext(contexts, parts);
  const files = exportFiles(join(house.dataDir, 'exports'), house.keyring);
  const viewer = async (facts: RequestFacts) => (await context(facts)).viewer;
  const looked = { log: house.log, projector, published };
  const observing: Observing = await startObserving(settings, looked, house, () => server.live).catch(
    async (error: unknown) => {
      await projector.stop();
      throw error;
    },
  );
  const server = await createServer<Context>({
    schema,
    documents,
    executor,
    introspection: isLoopback(host),
    graphiql: isLoopback(host),
    health: {},
    readiness: readinessOf(looked, house, settings, isSignerBeside),
    log,
    logLevel: settings.logLevel,
    trusts: trustIn(settings.trustedProxies),
    watches: observing.watches,
    context,
    logFiles: { published, viewer },
    reference: {
      folder: SITE,
      files: FILES,
      isCurrent: (sdl) => isSiteOf(SITE, sdl),
      build: isLoopback(host) && !trustedOnly ? buildSite : null,
    },
    live: {
      ...parts,
      contexts,
      ...(liveLimits && { limits: liveLimits }),
      feeds,
    },
    ...(provider && {
      provider: { provider, pool, clock: systemClock, colleges: () => house.colleges() },
    }),
    exports: {
      viewer,
      fetch: async (found, id, request) =>
        await fetchExport(files, await house.college(found.college), found, id, request),
    },
  });
  const owner = async (college: RunningCollege, account: string): Promise<KnownViewer> => {
    const reader = readModels.readers({ college: college.id, students: null });
    return await knownViewer(reader, { college: college.id, account }, college);
  };
  const exports = startExports({
    files,
    readers: readModels.readers,
    published,
    viewer: owner,
    shown: (college, position) => projector.waitFor('audit-trail', college, position, PATIENCE_MS),
    checkpointMs: CHECKPOINT_MS,
    colleges: () => house.colleges(),
    college: (id) => house.college(id),
    report,
  });
  const deliveries = webhooks.deliver({ projector, readModels, published, feeds, owner, report });
  const housekeeping = keepHouse(house, { projector, readModels, pool, pages });
  const close = async (): Promise<void> => {
    await housekeeping.stop();
    await exports.stop();
    await deliveries?.stop();
    await server.close();
    await projector.stop();
    await observing.close();
  };
  try {
    return {
      origin: await server.listen({ host, port }),
      readModels,
      projector,
      exports,
      live: server.live,
      metricsUrl: observing.metricsUrl,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
