import { existing, type Change, type Handlers } from '../projection.ts';
import type { ExportJob } from './table.ts';

interface OfExport {
  readonly type: string;
  readonly position: bigint;
  readonly data: { readonly export: string };
}

const amend = (
  event: OfExport,
  amended: (row: ExportJob) => Partial<ExportJob>,
): readonly Change<ExportJob>[] => [
  {
    key: [event.data.export],
    next: (row) => {
      const job = existing(row, event);
      return { ...job, ...amended(job) };
    },
  },
];

/** From the wish for a file to its being fetched. */
export const exportHandlers: Handlers<ExportJob> = {
  ExportRequested: ({ data: { export: id, format, withProofs, filter }, position, meta: { at, actor } }) => [
    {
      key: [id],
      next: () => ({
        export: id,
        position,
        owner: actor.account,
        format,
        withProofs,
        filter,
        requestedAt: at,
        state: 'requested',
        cause: null,
        rows: null,
        size: null,
        sha256: null,
        treeSize: null,
        expires: null,
        fetched: 0,
      }),
    },
  ],
  ExportMade: (event) => {
    const { rows, sha256, size, treeSize, expires } = event.data;
    const made = { rows, sha256, size: BigInt(size), expires, state: 'made' } as const;
    return amend(event, () => ({ ...made, treeSize: treeSize === null ? null : BigInt(treeSize) }));
  },
  ExportFailed: (event) => amend(event, () => ({ state: 'failed', cause: event.data.cause })),
  ExportFetched: (event) => amend(event, ({ fetched }) => ({ fetched: fetched + 1 })),
};
