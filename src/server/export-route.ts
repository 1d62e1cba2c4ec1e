import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { parseGlobalId } from '../../schema/global-id.ts';
import type { Viewer } from '../policies/scope.ts';
import { factsOf, type RequestFacts } from './context.ts';

/** Where exports are fetched from. */
export interface ExportSource {
  /** Whose token that is, or `null`. */
  readonly viewer: (facts: RequestFacts) => Promise<Viewer | null>;
  /** The file, for who asked for it; `null` for anybody else. */
  readonly fetch: (
    viewer: Viewer,
    id: string,
  ) => Promise<{
    readonly type: string;
    readonly name: string;
    readonly size: number;
    readonly bytes: AsyncIterable<Buffer>;
  } | null>;
}

const says = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** `GET /exports/<id>`, with the bearer token of who asked for it; to anybody else there is nothing, whatever the id. */
export const serveExports = (app: FastifyInstance, { viewer, fetch }: ExportSource): void => {
  app.get<{ Params: { id: string } }>('/exports/:id', async (request, reply) => {
    const found = await viewer(factsOf(request));
    if (!found)
      return await reply.code(401).send(says('UNAUTHENTICATED', 'Exports are fetched with a bearer token.'));
    const id = parseGlobalId(request.params.id);
    const file = id?.type === 'Export' ? await fetch(found, id.uuid) : null;
    if (!file) return await reply.code(404).send(says('NOT_FOUND', 'There is no such export.'));
    return await reply
      .type(file.type)
      .header('cache-control', 'no-store')
      .header('content-length', file.size)
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(Readable.from(file.bytes, { objectMode: false }));
  });
};
