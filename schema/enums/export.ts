import type { EventNamed } from '../../events/register.ts';
import type { ExportJob } from '../../projections/exports/table.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** The form of an exported file. */
export const ExportFormat = graphqlEnum<ExportJob['format']>(
  'ExportFormat',
  'The form of an exported file.',
  {
    csv: 'A table for people: RFC 4180 with commas, UTF-8 with a byte order mark. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    jsonLines:
      'A line of JSON for each event, its stored bytes word for word among them; the first line tells of the file and has the signed checkpoint.',
  },
);

/** What became of an export. */
export const ExportState = graphqlEnum<ExportJob['state']>('ExportState', 'What became of an export.', {
  requested: 'It is being made.',
  made: 'The file lies there until it expires.',
  failed: 'It could not be made, and will not be.',
});

/** Why an export failed. */
export const ExportFailure = graphqlEnum<EventNamed<'ExportFailed'>['data']['cause']>(
  'ExportFailure',
  'Why an export could not be made.',
  {
    rightEnded: 'Whoever asked for it may not read the trail any more.',
    noCheckpoint: 'Proofs were asked for, and no signed checkpoint covers its events in time.',
    fault: 'A fault of the server; ask again.',
  },
);
