import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

const root = join(import.meta.dirname, '..', '..');

let served: ServedHouse;
let college: College;
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

/** Runs a script as if it stood in a file beside package.json, until it has said something, which it goes on from. */
const ran = async (script: string, env: Readonly<Record<string, string>>, until: RegExp) => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(script);
  const ended = once(child, 'close');
  const errors = text(child.stderr);
  let output = '';
  for await (const some of child.stdout) {
    output += String(some);
    if (until.test(output)) child.kill();
  }
  await ended;
  return { output, errors: await errors };
};

it('a gradebook screen in an afternoon is what its description prints, without a network and as it happens too', async () => {
  const readme = await readFile(join(root, 'schema', 'documents', 'README.md'), 'utf8');
  const script = [...readme.matchAll(/^```ts$(.*?)^```$/gmsu)].map(([, code = '']) => code).join('');
  const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
  const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Числа' };
  await college.as('teacher').do('conductLesson', held);

  const env = { ORIGIN: served.origin, TOKEN: college.as('teacher').token ?? '' };
  const { output, errors } = await ran(script, env, /now: .*\n.*now: .*\n/su);
  expect(errors).toBe('');
  const lines = output.trim().split('\n');
  expect(lines[0]).toBe('ИС-11, Алгебра');
  expect(lines.filter((line) => line.startsWith('Фамилия-'))).toHaveLength(3);
  expect(lines).toContain('2026-10-05: closed on 2026-10-26 (003 §3.3 L89); ask JOURNAL_ADMINISTRATOR');
  expect(lines).toContain('2026-11-19: recorded');
  expect(lines.some((line) => line.startsWith('2026-11-21: '))).toBe(true);
  expect(lines.filter((line) => line.startsWith('later: '))).toHaveLength(4);
  expect(lines).toContain('later: recorded');
  const now = lines.filter((line) => line.startsWith('now: '));
  expect(now.sort()).toEqual(['now: Фамилия-ivanova, 2026-11-19: 5', 'now: Фамилия-petrov, 2026-11-19: 4']);
});
