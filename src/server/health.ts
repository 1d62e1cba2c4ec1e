import type { FastifyInstance } from 'fastify';

/** A named part the server needs; the check rejects when the part is out of reach. */
export type HealthChecks = Readonly<Record<string, () => Promise<unknown>>>;

/** `/healthz`: 200 and `ok` where every check passes, else 503 and the names of those that fail; never why. */
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
