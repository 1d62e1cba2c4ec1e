import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeEntries } from '../ledger/entry-bundle.ts';
import type { Published } from '../ledger/published/published.ts';
import { parseTilePath } from '../ledger/tile-path.ts';
import { widthOf, type EntryBundle, type Tile } from '../ledger/tiles.ts';
import { scopeOf, type Viewer } from '../policies/scope.ts';
import { factsOf, type RequestFacts } from './context.ts';
import { problem } from '../../schema/errors/problem.ts';
import { refuse } from './refuse.ts';

/** What the files of the log are served from. */
export interface LogFiles {
  readonly published: Published;
  /** Whose token that is, or `null`. */
  readonly viewer: (facts: RequestFacts) => Promise<Viewer | null>;
}

const PATH = /^(?<log>.+?)\/(?<file>checkpoint|tile\/.+)$/u;

/** What is behind such a path will never be anything else. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const BYTES = 'application/octet-stream';

/**
 * The files of a tiled log (C2SP tlog-tiles) under `/log/<origin or id>/`: checkpoint and tiles for anybody, they are
 * hashes; entries for whoever may read the audit trail of that college.
 */
export const serveLogFiles = (app: FastifyInstance, { published, viewer }: LogFiles): void => {
  const checkpoint = async (college: string, reply: FastifyReply): Promise<FastifyReply> => {
    const latest = await published.latest(college);
    if (!latest) return refuse(reply, problem('NOTHING_HERE'));
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(latest.note);
  };

  /** Why somebody may not read the entries of a college, or `null` for who may. */
  const obstacle = async (
    college: string,
    request: FastifyRequest,
  ): Promise<'ENTRIES_NEED_TOKEN' | 'ENTRIES_FOR_AUDITORS' | null> => {
    const found = await viewer(factsOf(request));
    if (!found) return 'ENTRIES_NEED_TOKEN';
    return found.college === college && scopeOf(found, 'auditTrail.read').everything
      ? null
      : 'ENTRIES_FOR_AUDITORS';
  };

  const tile = async (
    college: string,
    { level, n, width }: Tile,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const size = (await published.latest(college))?.size ?? 0;
    if (width > widthOf(level, n, size)) return refuse(reply, problem('NOTHING_HERE'));
    const [hashes] = await published.tiles(college)([{ level, n, width }]);
    return reply.type(BYTES).header('cache-control', FOR_EVER).send(hashes);
  };

  const entries = async (
    college: string,
    { n, width }: EntryBundle,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const size = (await published.latest(college))?.size ?? 0;
    if (width > widthOf(0, n, size)) return refuse(reply, problem('NOTHING_HERE'));
    const bodies = await published.entries(college, n, width);
    return reply.type(BYTES).send(writeEntries(bodies.map((body) => Buffer.from(body, 'utf8'))));
  };

  app.get<{ Params: { '*': string } }>('/log/*', async (request, reply) => {
    const { log, file } = PATH.exec(request.params['*'])?.groups ?? {};
    const college = log === undefined ? null : await published.collegeOf(log);
    if (college === null || file === undefined) return refuse(reply, problem('NOTHING_HERE'));
    if (file === 'checkpoint') return checkpoint(college, reply);
    const path = parseTilePath(file);
    if (!path) return refuse(reply, problem('TILE_PATH_MALFORMED'));
    const { level, ...bundle } = path;
    if (level !== 'entries') return tile(college, { level, ...bundle }, reply);
    const stopped = await obstacle(college, request);
    if (stopped === 'ENTRIES_NEED_TOKEN') void reply.header('www-authenticate', 'Bearer');
    return stopped ? refuse(reply, problem(stopped)) : entries(college, bundle, reply);
  });
};
