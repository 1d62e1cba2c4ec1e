import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ReportFault } from './format-error.ts';
import { recordOf } from './fault.ts';

/** The reference site of the schema, and how it is made where it is missing. */
export interface Reference {
  readonly folder: string;
  /** The files of the site, by the path behind `/docs/`. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether the folder holds the site of the schema that is served. */
  readonly isCurrent: (sdl: string) => Promise<boolean>;
  /** Makes it, as on a laptop; `null` where the operator does, as in production. */
  readonly build: ((sdl: string) => Promise<void>) | null;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

interface Kept {
  readonly etag: string;
  readonly type: string;
  readonly zipped: Buffer;
  readonly plain: Buffer;
}

const keep = async (file: string): Promise<Kept> => {
  const plain = await readFile(file);
  const zipped = await promisify(gzip)(plain);
  const etag = `"${hash('sha256', plain, 'base64url')}"`;
  return { etag, type: TYPES[extname(file)] ?? 'application/octet-stream', zipped, plain };
};

/** A page that says how things stand, and asks again by itself while the site is being made. */
const notice = (reply: FastifyReply, status: number, sentence: string): FastifyReply =>
  reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      ...(status === 503 && { 'retry-after': '5', refresh: '5' }),
    })
    .send(`<!doctype html><html lang="en"><title>GradeLedger · Reference</title><p>${sentence}</p></html>`);

/** The reference of the schema at `/docs`: static files, and nothing from elsewhere. */
export const serveReference = (
  app: FastifyInstance,
  { folder, files, isCurrent, build }: Reference,
  sdl: string,
  report: ReportFault,
): void => {
  const kept = new Map<string, Promise<Kept>>();
  let building: Promise<void> | null = null;
  let failed = false;

  const start = (make: (of: string) => Promise<void>): void => {
    building ??= make(sdl)
      .catch((fault: unknown) => {
        failed = true;
        report({ traceId: 'docs', ...recordOf(fault) });
      })
      .finally(() => {
        building = null;
      });
  };
  app.get('/docs', (_request, reply) => reply.redirect('/docs/', 308));
  app.get<{ readonly Params: { readonly '*': string } }>('/docs/*', async (request, reply) => {
    const path = request.params['*'];
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) {
      reply.callNotFound();
      return reply;
    }
    if (kept.size === 0 && !(await isCurrent(sdl))) {
      if (!build || failed)
        return notice(reply, 404, 'The reference has not been made: run <code>npm run docs</code>.');
      start(build);
      return notice(reply, 503, 'The reference is being made from the schema. It takes half a minute.');
    }
    const { etag, type, zipped, plain } = await kept.getOrInsertComputed(path, () =>
      keep(join(folder, file)),
    );
    const headers = {
      etag,
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === etag) return reply.headers(headers).code(304).send();
    const isZipped = request.headers['accept-encoding']?.includes('gzip') ?? false;
    return reply
      .headers({ ...headers, 'content-type': type, ...(isZipped && { 'content-encoding': 'gzip' }) })
      .send(isZipped ? zipped : plain);
  });
};
