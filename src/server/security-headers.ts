import type { FastifyInstance } from 'fastify';

/** For everything but GraphiQL: a browser may not run, frame or load anything from an answer. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers of every answer, whoever writes it. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Headers of every answer, the id of its request among them; a route may set a policy or a caching rule of its own before this. */
export const setSecurityHeaders = (app: FastifyInstance): void => {
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers(SECURITY_HEADERS).header('x-request-id', reply.request.id);
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', NOTHING);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store');
    return Promise.resolve();
  });
};
