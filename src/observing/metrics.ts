import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ObservedRequest } from './request.ts';
import { keptAnswers, listenTo, type Step, type StepName } from './steps.ts';

/** How far something has come that follows the log of a college. */
export interface Standing {
  readonly college: string;
  /** The last position in the log. */
  readonly head: number;
  readonly projections: readonly {
    readonly projection: string;
    readonly position: number;
    /** How long the first event has waited that it does not show yet, in seconds. */
    readonly behindSeconds: number;
  }[];
  readonly signed: number;
  readonly signedAgoSeconds: number | null;
  /** Whether the log stopped at a record that is not its own. */
  readonly isBlocked: boolean;
}

/** What metrics ask for whenever they are fetched. */
export interface MeasuredServer {
  /** Of so many colleges at most: a label with no bound is a leak. */
  readonly standings: (most: number) => Promise<readonly Standing[]>;
  readonly live: () => { readonly connections: number; readonly subscriptions: number };
  readonly pools: () => readonly {
    readonly role: string;
    readonly open: number;
    readonly idle: number;
    readonly waiting: number;
  }[];
}

/** Metrics of this process. */
export interface Metrics {
  requestEnded(request: ObservedRequest, seconds: number): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
  close(): void;
}

const MOST_COLLEGES = 20;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128];

/** Measures steps of one kind from their beginning to their end, in seconds. */
const timing = (name: StepName, ended: (step: Step, seconds: number) => void): (() => void) => {
  const begun = new WeakMap<Step, number>();
  return listenTo(
    name,
    (step) => {
      begun.set(step, performance.now());
    },
    (step) => {
      ended(step, (performance.now() - (begun.get(step) ?? performance.now())) / 1_000);
    },
  );
};

/** Gauges are filled whenever they are fetched; between that they cost nothing. */
const gaugesOf = (server: MeasuredServer, registers: Registry[]): (() => Promise<void>) => {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name: `gradeledger_${name}`, help, labelNames: [...labelNames], registers });
  const of = ['college'] as const;
  const each = ['college', 'projection'] as const;
  const head = gauge('log_head_position', 'The last position in the log.', of);
  const position = gauge('projection_position', 'The position that a projection shows.', each);
  const lag = gauge('projection_lag_events', 'Events that a projection does not show yet.', each);
  const behind = gauge('projection_lag_seconds', 'How long the first of them has waited.', each);
  const signed = gauge('signed_size', 'Events that the latest checkpoint covers.', of);
  const age = gauge('signed_age_seconds', 'How long ago the latest checkpoint was signed.', of);
  const blocked = gauge('log_blocked', '1 where the log stopped at a record that is not its own.', of);
  const perCollege = [head, position, lag, behind, signed, age, blocked];
  const show = ({ college, ...standing }: Standing): void => {
    head.set({ college }, standing.head);
    for (const { projection, position: shown, behindSeconds } of standing.projections) {
      position.set({ college, projection }, shown);
      lag.set({ college, projection }, standing.head - shown);
      behind.set({ college, projection }, behindSeconds);
    }
    signed.set({ college }, standing.signed);
    if (standing.signedAgoSeconds !== null) age.set({ college }, standing.signedAgoSeconds);
    blocked.set({ college }, standing.isBlocked ? 1 : 0);
  };
  const live = gauge('live_open', 'What is open for subscriptions.', ['what']);
  const pools = gauge('pool_connections', 'Connections to the database, and queries that wait for one.', [
    'role',
    'state',
  ]);
  return async () => {
    const standings = await server.standings(MOST_COLLEGES);
    // A college or a projection that is gone is not told of any more.
    for (const one of perCollege) one.reset();
    standings.forEach(show);
    const { connections, subscriptions } = server.live();
    live.set({ what: 'connections' }, connections);
    live.set({ what: 'subscriptions' }, subscriptions);
    for (const { role, open, idle, waiting } of server.pools()) {
      pools.set({ role, state: 'busy' }, open - idle);
      pools.set({ role, state: 'idle' }, idle);
      pools.set({ role, state: 'waiting' }, waiting);
    }
  };
};

/** Starts to measure. Labels are bounded: names of trusted documents, codes of closed lists, a few colleges by their ids. */
export const startMetrics = (server: MeasuredServer): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const refresh = gaugesOf(server, registers);
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[],
  ) => new Histogram<Label>({ name: `gradeledger_${name}`, help, buckets, labelNames, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter<Label>({ name: `gradeledger_${name}`, help, labelNames, registers });

  const requests = histogram('request_duration_seconds', 'Requests, by route and operation.', SECONDS, [
    'route',
    'operation',
  ]);
  const errors = counter('errors_total', 'Errors in answers, by code.', ['code']);
  const commands = counter('commands_total', 'Decisions on commands: accepted, or the code of the refusal.', [
    'outcome',
  ]);
  const decided = histogram('decide_duration_seconds', 'Decisions, what they read included.', SECONDS, []);
  const appended = histogram(
    'append_duration_seconds',
    'Batches of appends, until they are kept.',
    SECONDS,
    [],
  );
  const sizes = histogram('append_batch_size', 'Appends that share a batch.', SIZES, []);
  const shown = histogram('projection_wait_seconds', 'How long answers wait for projections.', SECONDS, []);
  const cached = counter('body_cache_total', 'Answers that were kept, and that were put together.', [
    'result',
  ]);

  const onKept = (isAtHand: unknown): void => {
    cached.inc({ result: isAtHand === true ? 'hit' : 'miss' });
  };
  keptAnswers.subscribe(onKept);
  const stop = [
    () => {
      keptAnswers.unsubscribe(onKept);
    },
    timing('decide', ({ outcome = 'fault' }, seconds) => {
      commands.inc({ outcome });
      decided.observe(seconds);
    }),
    timing('batch', ({ size = 1 }, seconds) => {
      sizes.observe(size);
      appended.observe(seconds);
    }),
    timing('shown', (_step, seconds) => {
      shown.observe(seconds);
    }),
  ];
  return {
    requestEnded({ route, operation, codes, isStream }, seconds) {
      if (!isStream) requests.observe({ route, operation: operation ?? '' }, seconds);
      for (const code of codes) errors.inc({ code });
    },
    async text() {
      await refresh();
      return { type: registry.contentType, body: await registry.metrics() };
    },
    close() {
      for (const one of stop) one();
      registry.clear();
    },
  };
};
