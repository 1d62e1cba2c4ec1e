/**
 * `npm run breaking`: holds the contract to that of the last release, the newest tag `v*`, or where there is none to
 * `baseline.graphql`. Fails where a breaking change is not announced in `CHANGELOG.md`.
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { contractChanges } from './breaking-changes.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const text = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

const git = (...args: readonly string[]): string | null => {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return status === 0 ? stdout : null;
};

const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim();
const released = tag === undefined ? null : git('show', `${tag}:./schema.graphql`);
const before = buildSchema(released ?? (await text('baseline.graphql')));
const after = buildSchema(await text('schema.graphql'));
const { breaking, unannounced, others } = await contractChanges(before, after, await text('CHANGELOG.md'));

const since = released === null ? 'baseline.graphql' : (tag ?? '');
console.log(`Since ${since}: ${breaking.length} breaking changes of the contract, ${others} others.`);
if (unannounced.length > 0) {
  console.error(['Not announced in schema/CHANGELOG.md:', ...unannounced].join('\n  '));
  process.exitCode = 1;
}
