import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from './api-client.ts';
import type { ServedHouse } from './served-house.ts';

/** An export as its owner reads it. */
export interface ExportAnswer {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly rows: number | null;
  readonly size: string | null;
  readonly sha256: string | null;
  readonly treeSize: string | null;
  readonly expires: string | null;
  readonly fetched: number;
  readonly path: string | null;
}

/** The exports of whoever asks. */
export const exportsOf = async (client: ApiClient): Promise<readonly ExportAnswer[]> =>
  (await client.read('{ exports { id state failure rows size sha256 treeSize expires fetched path } }'))[
    'exports'
  ] as readonly ExportAnswer[];

/** Asks for an export and waits until it is made or given up. */
export const exported = async (client: ApiClient, input: object): Promise<ExportAnswer> => {
  const { id, accepted, userErrors } = await client.do('exportAuditTrail', { ...input });
  if (!accepted) throw new Error(JSON.stringify(userErrors));
  for (;;) {
    const job = (await exportsOf(client)).find((each) => each.id === id);
    if (job && job.state !== 'REQUESTED') return job;
    await setTimeout(100);
  }
};

/** Fetches the file behind a path with somebody's token. */
export const fetchExport = async (
  { origin }: Pick<ServedHouse, 'origin'>,
  { token }: Pick<ApiClient, 'token'>,
  path: string | null,
): Promise<Response> =>
  await fetch(`${origin}${path ?? ''}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
