import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { traceOf, traceParentOf } from './request-id.ts';
import { requestNow, type ObservedRequest } from './request.ts';
import { listenTo, type Step } from './steps.ts';

/** Where traces go. */
export interface TraceSettings {
  /** A collector that takes OTLP over HTTP, `http://127.0.0.1:4318/v1/traces`. */
  readonly url: string;
  /** What the program is called there. */
  readonly service: string;
  /** Which part of all requests is traced, from 0 to 1. */
  readonly ratio: number;
}

/** Traces of requests: a span for each, and one for each step of it. */
export interface Traces {
  began(request: ObservedRequest, headers: IncomingHttpHeaders | null): void;
  ended(request: ObservedRequest, method: string, status: number): void;
  /** Sends what is left, and ends. */
  close(): Promise<void>;
}

/** How long the end waits for what is not sent yet, in milliseconds. */
const LAST_MS = 2_000;

/** The steps that are traced: a batch is shared by requests, and belongs to the trace of none. */
const NAMES = { decide: 'decide', append: 'append', shown: 'projection wait' } as const;

type Traced = keyof typeof NAMES;

const TRACED: readonly Traced[] = ['decide', 'append', 'shown'];

const isContext = (value: unknown): value is Context =>
  typeof value === 'object' && value !== null && 'getValue' in value;

/** The span that a trusted proxy was in; its trace is the request's id. */
const parentIn = ({ id }: ObservedRequest, headers: IncomingHttpHeaders | null): Context => {
  const parent = headers && traceParentOf(headers);
  if (parent?.trace !== traceOf(id)) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: parent.trace,
    spanId: parent.span,
    traceFlags: parent.isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });
};

/**
 * Sends traces to a collector, as JSON. A trace has the id of its request; spans say which operation, which college, how
 * it ended and how long that took, and nothing of who asked or of what.
 */
export const startTraces = ({ url, service, ratio }: TraceSettings): Traces => {
  let begun: ObservedRequest | undefined;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    idGenerator: {
      generateTraceId: () => (begun ? traceOf(begun.id) : randomBytes(16).toString('hex')),
      generateSpanId: () => randomBytes(8).toString('hex'),
    },
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const tracer = provider.getTracer('gradeledger');
  const spans = new WeakMap<Step, Span>();
  const end = (span: Span | undefined, failed: boolean): void => {
    if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };

  const began = (name: Traced, step: Step): void => {
    const context = requestNow()?.trace;
    // Work that nobody asked for would be a trace each; what it costs, the metrics say.
    if (!isContext(context)) return;
    const attributes = {
      'gradeledger.of': step.of,
      'gradeledger.college': step.college,
    };
    spans.set(step, tracer.startSpan(NAMES[name], { attributes }, context));
  };
  const ended = (step: Step, isFault: boolean): void => {
    const span = spans.get(step);
    if (step.outcome !== undefined) span?.setAttribute('gradeledger.outcome', step.outcome);
    end(span, isFault);
  };
  const listening = TRACED.map((name) =>
    listenTo(
      name,
      (step) => {
        began(name, step);
      },
      ended,
    ),
  );

  return {
    began(request, headers) {
      begun = request;
      const { operation, route } = request;
      const span = tracer.startSpan(
        operation === null ? route : `${route} ${operation}`,
        {
          kind: SpanKind.SERVER,
          attributes: {
            'http.route': route,
            ...(operation !== null && { 'graphql.operation.name': operation }),
          },
        },
        parentIn(request, headers),
      );
      begun = undefined;
      request.trace = trace.setSpan(ROOT_CONTEXT, span);
    },

    ended({ trace: context, college, codes }, method, status) {
      const span = isContext(context) ? trace.getSpan(context) : undefined;
      span?.setAttributes({
        'http.request.method': method,
        'http.response.status_code': status,
        ...(college !== null && { 'gradeledger.college': college }),
        ...(codes.length > 0 && { 'gradeledger.codes': [...new Set(codes)] }),
      });
      end(span, status >= 500 || codes.includes('INTERNAL_SERVER_ERROR'));
    },

    async close() {
      for (const stop of listening) stop();
      // A collector that does not answer holds nobody up: its last spans are lost.
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, sleep(LAST_MS, undefined, { ref: false })]);
    },
  };
};
