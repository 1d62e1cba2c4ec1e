import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { SignedIn } from '../../schema/context.ts';
import { parseGlobalId } from '../../schema/global-id.ts';
import { factsOf, type RequestFacts } from './context.ts';
import { problem } from '../../schema/errors/problem.ts';
import { refuse } from './refuse.ts';

/** Where exports are fetched from. */
export interface ExportSource {
  /** Whose token that is, or `null`. */
  readonly viewer: (facts: RequestFacts) => Promise<SignedIn | null>;
  /** The file, for who asked for it; `null` for anybody else. */
  readonly fetch: (
    viewer: SignedIn,
    id: string,
    request: string,
  ) => Promise<{
    readonly type: string;
    readonly name: string;
    readonly size: number;
    readonly bytes: AsyncIterable<Buffer>;
  } | null>;
}

/** `GET /exports/<id>`, with the bearer token of who asked for it; to anybody else there is nothing, whatever the id. */
export const serveExports = (app: FastifyInstance, { viewer, fetch }: ExportSource): void => {
  app.get<{ Params: { id: string } }>('/exports/:id', async (request, reply) => {
    const found = await viewer(factsOf(request));
    if (!found) return await refuse(reply, problem('EXPORT_NEEDS_TOKEN'));
    const id = parseGlobalId(request.params.id);
    const file = id?.type === 'Export' ? await fetch(found, id.uuid, request.id) : null;
    if (!file) return await refuse(reply, problem('NO_SUCH_EXPORT'));
    return await reply
      .type(file.type)
      .header('cache-control', 'no-store')
      .header('content-length', file.size)
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(Readable.from(file.bytes, { objectMode: false }));
  });
};
