import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id, instant, label } from './vocabulary.ts';

/** What was asked of a trail, by codes and ids alone: `{ "lateOnly": true, "roles": ["teacher"] }`. */
const exportFilter = z.record(
  z.string().regex(/^[a-zA-Z]{1,40}$/u),
  z.union([label, z.boolean(), z.array(label).max(400)]),
);

const ExportRequested = defineEvent({
  type: 'ExportRequested',
  category: 'export',
  meaning:
    'Somebody asked for a part of the trail as a file: which part, in which form, and whether with proofs.',
  data: z.strictObject({
    export: id,
    kind: z.enum(['auditTrail']),
    format: z.enum(['csv', 'jsonLines']),
    withProofs: z.boolean(),
    filter: exportFilter,
  }),
});

const ExportMade = defineEvent({
  type: 'ExportMade',
  category: 'export',
  meaning:
    'The file of an export was made: how many rows, how many bytes, their SHA-256, the tree its proofs are of, and until when it is kept.',
  data: z.strictObject({
    export: id,
    rows: z.int().min(0),
    sha256: z.string().regex(/^[\da-f]{64}$/u),
    size: z.int().min(0),
    treeSize: z.int().min(0).nullable(),
    expires: instant,
  }),
});

const ExportFailed = defineEvent({
  type: 'ExportFailed',
  category: 'export',
  meaning: 'The file of an export could not be made, and will not be.',
  data: z.strictObject({ export: id, cause: z.enum(['rightEnded', 'noCheckpoint', 'fault']) }),
});

const ExportFetched = defineEvent({
  type: 'ExportFetched',
  category: 'export',
  meaning: 'Whoever asked for an export fetched its file.',
  data: z.strictObject({ export: id }),
});

/** Files made of the history: who took what out of the journal, and when. */
export const exportEvents = { ExportRequested, ExportMade, ExportFailed, ExportFetched } as const;
