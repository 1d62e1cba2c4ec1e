/** `npm run bench -- <name> [part]`: each bench prints lines for people and last one line of JSON. */
const benches = {
  append: () => import('./append.ts'),
  depth: () => import('./append-depth.ts'),
  mutation: () => import('./mutation.ts'),
  page: () => import('./page.ts'),
  graphql: () => import('./graphql.ts'),
  start: () => import('./start.ts'),
  import: () => import('./import.ts'),
  'read-all': () => import('./read-all.ts'),
  rebuild: () => import('./rebuild.ts'),
  visible: () => import('./visible.ts'),
  live: () => import('./live.ts'),
  forecast: () => import('./forecast.ts'),
  verify: () => import('./verify.ts'),
  growth: () => import('./growth.ts'),
  soak: () => import('./soak.ts'),
  country: () => import('./country.ts'),
} as const;

const name = process.argv[2] ?? '';
const load = (benches as Partial<Record<string, () => Promise<{ run(part?: string): Promise<unknown> }>>>)[
  name
];
if (load) {
  const bench = await load();
  console.log(JSON.stringify(await bench.run(process.argv[3])));
} else {
  console.error(`Name a bench: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
}
