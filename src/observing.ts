import { systemClock, type House } from './house.ts';
import type { LogClock } from './log/event-log.ts';
import type { ObservingSettings } from './observing-settings.ts';
import { startMetrics, type Metrics } from './observing/metrics.ts';
import { serveMetrics, type MetricsPort } from './observing/metrics-port.ts';
import type { RequestWatch } from './server/observed-requests.ts';
import type { LiveServer } from './server/live/live.ts';
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

const watchOf = (metrics: Metrics): RequestWatch => ({
  ended(request, { took }) {
    metrics.requestEnded(request, took / 1_000);
  },
});

/** Traces bring libraries with them: they are loaded where they are wanted. */
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

/** Starts what the operator asked for; nothing where that is nothing. Rejects where the address of metrics is taken. */
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
    const metrics = startMetrics({
      standings: async (most) => {
        const colleges = (await house.colleges()).slice(0, most);
        return await Promise.all(
          colleges.map(async ({ id, clock }) => measured(await standingOf(looked, id), nowOf(clock))),
        );
      },
      live: () => live()?.open() ?? { connections: 0, subscriptions: 0 },
      pools: () => house.database.pools(),
    });
    const served = await serveMetrics(metrics, place);
    port = served;
    watches.push(watchOf(metrics));
    closing.push(async () => {
      await served.close();
      metrics.close();
    });
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
