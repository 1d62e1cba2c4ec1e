import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/* What the system is attacked by from outside, by whom it lets in, and through what they may ask: each has a test here. */
const ATTACKS = {
  'A: identity and sessions': {
    T01: 'guessing a password by many aliases, one after the other, or at many servers',
    T02: 'a batch of operations in one request',
    T03: 'finding out by time or text who has an account',
    T04: 'forged proofs of an identity provider',
    T05: 'a session that outlives its right',
    T06: 'a request that another site makes a browser send',
    T07: 'an administrator who signs in as a teacher',
    T08: 'a flood of sign-ins',
    T09: 'a stolen device, a planted session',
  },
  'B: authorization': {
    T10: 'naming what is not one’s own',
    T11: 'a roundabout path to it',
    T12: 'a guardian who is shown another’s child',
    T13: 'a guardianship that has ended',
    T14: 'a substitute at other lessons',
    T15: 'a colleague’s column',
    T16: 'a right that one grants oneself',
    T17: 'fields that an input does not declare',
    T18: 'a subscription that flows on after its right',
    T19: 'filters, sorts, counts and texts that tell of hidden data',
    T20: 'forged cursors and ids',
    T21: 'rows that one viewer leaves to the next',
    T22: 'another college',
  },
  'D: commands, queries, exports': {
    T30: 'a command sent many times',
    T31: 'a command id with other content',
    T32: 'an update that overwrites another',
    T33: 'a storm on one cell',
    T34: 'poison in a text or a number',
    T35: 'a payload that reaches a prototype',
    T36: 'an operation too deep, too wide, too dear or too slow',
    T37: 'what the server tells of how it is made',
    T38: 'SQL in a text',
    T39: 'a second line in the log',
    T40: 'a formula in a table',
    T41: 'active content in a file',
    T42: 'an export that leaks',
    T43: 'a name that looks like another',
    T44: 'subscriptions without end',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const texts = async (): Promise<readonly string[]> => {
  const names = (await readdir(import.meta.dirname)).filter(
    (name) => name.endsWith('.test.ts') && !name.startsWith('every-attack'),
  );
  return await Promise.all(names.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
};

/** The numbers that the titles of the tests of a file name. */
const titled = (text: string): readonly string[] =>
  (text.match(/(?<=(?:describe|it)(?:\.each\([\s\S]*?\))?\(\s*)(['`])[\s\S]*?\1/gu) ?? []).flatMap(
    (title) => title.match(/\bT\d\d\b/gu) ?? [],
  );

it.each(Object.entries(ATTACKS))(
  '%s: every attack is named by a test of this folder',
  async (_part, attacks) => {
    const named = new Set((await texts()).flatMap(titled));
    expect(Object.keys(attacks).filter((id) => !named.has(id))).toEqual([]);
  },
);
