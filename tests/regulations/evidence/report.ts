import type { Standing } from './judge.ts';

const TITLES = {
  shown: 'shown by tests',
  later: 'later',
  outside: 'outside of the software',
  open: 'open',
} as const;

const bySection = (all: readonly Standing[]) => [...Map.groupBy(all, ({ section }) => section)];

/** How many stand how: `152 shown by tests, 98 later, …`. */
export const tally = (all: readonly Standing[]): string =>
  Object.entries(TITLES)
    .map(([status, title]) => `${all.filter((each) => each.status === status).length} ${title}`)
    .join(', ');

const shownBy = ({ tests, status, reason }: Standing): readonly string[] =>
  status === 'shown'
    ? tests.map(({ file, name }) => `${file}: ${name}`)
    : [reason === '' ? status : `${status}: ${reason}`];

/** Every id and what shows it, as lines for a terminal. */
export const asText = (all: readonly Standing[]): string =>
  bySection(all)
    .flatMap(([section, standings]) => [
      `\n§${section}  ${tally(standings)}`,
      ...standings.flatMap((standing) => [
        `${standing.id.padEnd(10)} ${standing.binding}`.trimEnd(),
        ...shownBy(standing).map((line) => `    ${line}`),
      ]),
    ])
    .join('\n');

const escaped = (text: string) => text.replaceAll(/[\\<>[\]*_`|]/gu, String.raw`\$&`);

/** Every id and what shows it, as a document; prettier lays it out. */
export const asMarkdown = (all: readonly Standing[]): string =>
  [
    '# Which test shows which requirement',
    'Written by `npm run requirements`; what each id demands stands in [requirements.md](requirements.md).',
    ...bySection(all).flatMap(([section, standings]) => [
      `## §${section}`,
      tally(standings),
      ...standings.map((standing) =>
        [
          `- **${standing.id}**${standing.binding === '' ? '' : ` (${standing.binding})`} ${standing.says}`,
          ...shownBy(standing).map((line) => `  - ${escaped(line)}`),
        ].join('\n'),
      ),
    ]),
  ].join('\n\n');
