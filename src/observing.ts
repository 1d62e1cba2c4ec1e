import { systemClock, type House } from './house.ts';
import type { LogClock } from './log/event-log.ts';
import type { ObservingSettings } from './observing-settings.ts';
import { serveMetrics, type MetricsPlace, type MetricsPort } from './observing/metrics-port.ts';
import type { RequestWatch } from './server/observed-requests.ts';
import type { LiveServer } from './server/live/live.ts';
import { StartFault } from './start-fault.ts';
import { measured, standingOf, unreadyIn, type Looked, type Unready } from './standing.ts';

/** What watches over a server. */
export interface Observing {
  readonly watches: readonly RequestWatch[];
  /** Where metrics are fetched; `null`: there are none. */
  readonly metricsUrl: string | null;
  close(): Promise<void>;
}

/** By which clock the instants of a college are held against now: those of a virtual one say nothing of today. */
const nowOf = (clock: LogClock): string | null => (clock === 'server' ? systemClock() : null);

/** Libraries of metrics are loaded where they are wanted, as those of traces are. */
const measuring = async (
  place: MetricsPlace,
  looked: Looked,
  { colleges, database }: Pick<House, 'colleges' | 'database'>,
  live: () => LiveServer | null,
): Promise<{ readonly served: MetricsPort; readonly watch: RequestWatch }> => {
  const { startMetrics } = await import('./observing/metrics.ts');
  const metrics = startMetrics({
    standings: async (most) => {
      const first = (await colleges()).slice(0, most);
      return await Promise.all(
        first.map(async ({ id, clock }) => measured(await standingOf(looked, id), nowOf(clock))),
      );
    },
    live: () => live()?.open() ?? { connections: 0, subscriptions: 0 },
    pools: () => database.pools(),
  });
  const port = await serveMetrics(metrics, place).catch((cause: unknown) => {
    metrics.close();
    throw new StartFault(
      `Metrics cannot be served at ${place.host}, port ${place.port}: choose others with METRICS_HOST and METRICS_PORT.`,
      { cause },
    );
  });
  const close = async (): Promise<void> => {
    await port.close();
    metrics.close();
  };
  const watch: RequestWatch = {
    ended(request, { took }) {
      metrics.requestEnded(request, took / 1_000);
    },
  };
  return { served: { ...port, close }, watch };
};

const tracing = async (settings: NonNullable<ObservingSettings['traces']>) => {
  const { startTraces } = await import('./observing/traces.ts');
  const traces = startTraces(settings);
  const watch: RequestWatch = {
    began(request, headers) {
      traces.began(request, headers);
    },
    ended(request, { method, status }) {
      traces.ended(request, method, status);
    },
  };
  return { watch, close: () => traces.close() };
};

/** Starts what the operator asked for; nothing where that is nothing. Throws `StartFault` where metrics cannot be served. */
export const startObserving = async (
  { metrics: place, traces }: ObservingSettings,
  looked: Looked,
  house: Pick<House, 'colleges' | 'database'>,
  live: () => LiveServer | null,
): Promise<Observing> => {
  const watches: RequestWatch[] = [];
  const closing: (() => Promise<void>)[] = [];
  let port: MetricsPort | null = null;
  if (place) {
    const { served, watch } = await measuring(place, looked, house, live);
    port = served;
    watches.push(watch);
    closing.push(() => served.close());
  }
  if (traces) {
    const { watch, close } = await tracing(traces);
    watches.push(watch);
    closing.push(close);
  }
  return {
    watches,
    metricsUrl: port?.url ?? null,
    async close() {
      for (const close of closing) await close();
    },
  };
};

/** Why a server should get no requests now: about all its colleges together, each reason once. */
export const readinessOf =
  (
    looked: Looked,
    house: Pick<House, 'colleges'>,
    { readySeconds }: Pick<ObservingSettings, 'readySeconds'>,
    isSigned: boolean,
  ) =>
  async (): Promise<readonly Unready[]> => {
    try {
      const bounds = { seconds: readySeconds, isSigned };
      const found = new Set<Unready>();
      for (const { id, clock } of await house.colleges())
        for (const reason of unreadyIn(await standingOf(looked, id), bounds, nowOf(clock))) found.add(reason);
      return [...found].sort();
    } catch {
      return ['DATABASE_OUT_OF_REACH'];
    }
  };
