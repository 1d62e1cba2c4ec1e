import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { getStaticFile } from 'ruru/static';

const STATIC = '/graphiql/static/';

/** Only what comes from this server runs; the editor sets its styles from script, hence `unsafe-inline` there. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The documents of the screens, by whose they are. */
const EXAMPLES = '../../../schema/documents/examples.json';

const own = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** GraphiQL from the npm package `ruru`: the page and its script are ours, the bundle is the package's. */
export const serveGraphiql = (app: FastifyInstance): void => {
  const files = [
    ['/graphiql', 'text/html; charset=utf-8', own('page.html')],
    ['/graphiql/page.css', 'text/css; charset=utf-8', own('page.css')],
    ['/graphiql/start.mjs', 'text/javascript; charset=utf-8', own('start.mjs')],
    ['/graphiql/examples.json', 'application/json; charset=utf-8', own(EXAMPLES)],
  ] as const;

  app.get('/', (_request, reply) => reply.redirect('/graphiql'));
  for (const [url, type, text] of files)
    app.get(url, (_request, reply) =>
      reply
        .headers({ 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
        .send(text),
    );
  app.get(`${STATIC}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (file === null) {
      reply.callNotFound();
      return reply;
    }
    const headers = { ...file.headers, 'content-security-policy': POLICY, 'cache-control': 'no-cache' };
    if (request.headers['if-none-match'] === file.headers['etag'])
      return reply.headers({ etag: file.headers['etag'] }).code(304).send();
    return reply.headers(headers).send(file.content);
  });
};
