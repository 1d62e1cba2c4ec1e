/** `npm run docs`: makes the reference site that the server shows at `/docs`, unless it stands already. */
import { readFile } from 'node:fs/promises';
import { buildSite, isSiteOf, SITE } from './site.ts';

const sdl = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
if (await isSiteOf(SITE, sdl)) console.log(`The reference in ${SITE} is that of the schema.`);
else {
  await buildSite(sdl);
  console.log(`The reference stands in ${SITE}; the server shows it at /docs.`);
}
