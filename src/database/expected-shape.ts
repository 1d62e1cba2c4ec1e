import { readFileSync } from 'node:fs';
import type { Room } from './roles.ts';

/** The lines that a database of this version holds, as `npm run shape` wrote them down: a right is a line of a diff. */
export const expectedShape = (room: Room): readonly string[] =>
  readFileSync(new URL(`shape-${room}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

/** The schemas that lines speak of. */
export const schemasOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => /^schema (?<name>\S+) \| owner/u.exec(line)?.groups?.['name'] ?? []);
