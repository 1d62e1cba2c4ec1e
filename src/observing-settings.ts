import { z } from 'zod';
import type { MetricsPlace } from './observing/metrics-port.ts';
import { isNetwork } from './observing/proxies.ts';
import type { TraceSettings } from './observing/traces.ts';
import type { LogLevel } from './server/log.ts';

/** What operators see of a running server, and whom it believes where requests come from. */
export interface ObservingSettings {
  readonly logLevel: LogLevel;
  /** `null`: there are no metrics. */
  readonly metrics: MetricsPlace | null;
  /** `null`: nothing is traced, and nothing of it loaded. */
  readonly traces: TraceSettings | null;
  /** Addresses and networks of the proxies before the server. */
  readonly trustedProxies: readonly string[];
  /** How long events may wait for a projection or a signature before `/readyz` says so, in seconds. */
  readonly readySeconds: number;
}

/** An empty value counts as none. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);

const number = (rule: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule);

const collector = (name: string) =>
  z.preprocess(
    given,
    z
      .string()
      .refine(
        (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
        `${name} must be the http address of a collector of OTLP, such as http://127.0.0.1:4318`,
      )
      .nullable()
      .default(null),
  );

const listIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const portRule = 'METRICS_PORT must be a whole number from 0 to 65535';
const readyRule = 'READY_LAG_SECONDS must be a whole number of seconds from 1 to 86400';
const ratioRule = 'OTEL_TRACES_SAMPLER_ARG must be a part of all requests, from 0 to 1';

/** The variables of observing, with a sentence for each that is wrong. */
export const observingVariables = {
  LOG_LEVEL: z.preprocess(
    given,
    z.enum(['info', 'warn'], 'LOG_LEVEL must be info or warn').nullable().default(null),
  ),
  METRICS_PORT: z.preprocess(given, number(portRule, 0, 65_535).nullable().default(null)),
  METRICS_HOST: z.preprocess(
    given,
    z
      .string()
      .regex(/^[\w.:-]+$/, 'METRICS_HOST must be an address or a host name, such as 127.0.0.1')
      .default('127.0.0.1'),
  ),
  TRUSTED_PROXY: z.preprocess(
    given,
    z
      .string()
      .transform(listIn)
      .refine(
        (networks) => networks.every(isNetwork),
        'TRUSTED_PROXY must be a list of addresses or networks, such as 127.0.0.1,10.0.0.0/8',
      )
      .default([]),
  ),
  READY_LAG_SECONDS: z.preprocess(given, number(readyRule, 1, 86_400).default(60)),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector('OTEL_EXPORTER_OTLP_ENDPOINT'),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'),
  OTEL_SERVICE_NAME: z.preprocess(given, z.string().default('gradeledger')),
  OTEL_TRACES_SAMPLER_ARG: z.preprocess(
    given,
    z
      .string()
      .regex(/^(0|1|0?\.\d+|1\.0+|0\.\d+)$/, ratioRule)
      .transform(Number)
      .default(1),
  ),
};

type Variables = z.infer<z.ZodObject<typeof observingVariables>>;

/** The address of one kind of signal is taken as it is; of the common one, the path of OTLP is added. */
const tracesUrl = (variables: Variables): string | null => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: common, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = variables;
  return own ?? (common === null ? null : `${common.replace(/\/+$/, '')}/v1/traces`);
};

/** What the variables come to: a line for each request in production, unless told otherwise; metrics and traces where asked for. */
export const observingSettings = (variables: Variables, isProduction: boolean): ObservingSettings => {
  const url = tracesUrl(variables);
  const { METRICS_PORT: port, METRICS_HOST: host } = variables;
  return {
    logLevel: variables.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    metrics: port === null ? null : { host, port },
    traces:
      url === null
        ? null
        : { url, service: variables.OTEL_SERVICE_NAME, ratio: variables.OTEL_TRACES_SAMPLER_ARG },
    trustedProxies: variables.TRUSTED_PROXY,
    readySeconds: variables.READY_LAG_SECONDS,
  };
};

/** Faults in the log, and nothing else. */
export const UNOBSERVED: ObservingSettings = {
  logLevel: 'warn',
  metrics: null,
  traces: null,
  trustedProxies: [],
  readySeconds: 60,
};
