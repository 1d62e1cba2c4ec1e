/** `npm run schema`: writes the contract, who may read what, and every error there is, as files to be reviewed. */
import { writeFile } from 'node:fs/promises';
import { accessTable } from './access-table.ts';
import { buildGradeLedgerSchema } from './schema.ts';
import { sdlOf } from './sdl.ts';
import { catalogueMarkdown } from './errors/catalogue-texts.ts';

const schema = buildGradeLedgerSchema();
await writeFile(new URL('schema.graphql', import.meta.url), sdlOf(schema));
await writeFile(new URL('access.md', import.meta.url), accessTable(schema));
await writeFile(new URL('errors.md', import.meta.url), catalogueMarkdown('en'));
await writeFile(new URL('errors.ru.md', import.meta.url), catalogueMarkdown('ru'));
