import type { FastifyInstance } from 'fastify';

/** A named part the server needs; the check rejects when the part is out of reach. */
export type HealthChecks = Readonly<Record<string, () => Promise<unknown>>>;

/** Why the server should get no requests now, each in a word of a closed list; none where it should. */
export type Readiness = () => Promise<readonly string[]>;

/** How long an answer to `/readyz` is good for, in milliseconds: anybody may ask, and it costs queries. */
const GOOD_MS = 1_000;

/**
 * `/healthz`: 200 and `ok` where every check passes, else 503 and the names of those that fail; never why. Whoever asks may
 * end the process: what comes back by itself, as a database does, is for `/readyz`.
 */
export const serveHealth = (app: FastifyInstance, checks: HealthChecks): void => {
  app.get('/healthz', async (_request, reply) => {
    const names = Object.keys(checks).sort();
    const settled = await Promise.allSettled(names.map(async (name) => checks[name]?.()));
    const parts = names.map(
      (name, i) => [name, settled[i]?.status === 'fulfilled' ? 'ok' : 'failing'] as const,
    );
    const well = parts.every(([, state]) => state === 'ok');
    return reply
      .code(well ? 200 : 503)
      .send({ status: well ? 'ok' : 'failing', checks: Object.fromEntries(parts) });
  });
};

/** `/readyz`: 200 and `ready`, else 503 and the reasons; which college it is about is for those to see who may. */
export const serveReadiness = (app: FastifyInstance, readiness: Readiness): void => {
  let [asked, until] = [Promise.resolve<readonly string[]>([]), 0];
  app.get('/readyz', async (_request, reply) => {
    if (performance.now() > until) [asked, until] = [readiness(), performance.now() + GOOD_MS];
    const reasons = await asked;
    const ready = reasons.length === 0;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'failing', reasons });
  });
};
