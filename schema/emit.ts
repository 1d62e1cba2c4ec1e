/** `npm run schema`: writes the contract, and who may read what, as files to be reviewed. */
import { writeFile } from 'node:fs/promises';
import { accessTable } from './access-table.ts';
import { buildGradeLedgerSchema } from './schema.ts';
import { sdlOf } from './sdl.ts';

const schema = buildGradeLedgerSchema();
await writeFile(new URL('schema.graphql', import.meta.url), sdlOf(schema));
await writeFile(new URL('access.md', import.meta.url), accessTable(schema));
