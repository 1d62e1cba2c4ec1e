import { refusedAttempts, type RefusedAttemptFilter } from '../../projections/refused-attempts/queries.ts';
import { by } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';
import { algebra, first, happened, ivanova, orlov, petrova, world } from '../support/world.ts';

let side: ReadSide;
let college: string;
let other: string;

const refused = (code: string, account: string, day: string, journal: string | null = algebra) =>
  by(
    happened('AttemptRefused', {
      command: 'RecordMark',
      code,
      facts: { closedOn: '2024-09-23' },
      parameter: 'currentMark.editWindowDays',
      grantable: true,
      clause: '003 §3.3 L89',
      journal,
      lesson: first,
      student: ivanova,
      period: null,
    }),
    { account },
    { at: `${day}T06:00:00.000Z` },
  );

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({
    ...world(),
    [`refusal-${idOf('one')}`]: [refused('EDIT_WINDOW_CLOSED', petrova, '2024-09-24')],
    [`refusal-${idOf('two')}`]: [refused('NOT_IN_LOAD', orlov, '2024-09-25')],
    [`refusal-${idOf('three')}`]: [refused('NOT_PERMITTED', orlov, '2024-09-26', null)],
  });
  other = await side.tell({
    ...world(),
    [`refusal-${idOf('one')}`]: [refused('PERIOD_LOCKED', petrova, '2024-09-24')],
  });
});

afterAll(() => side.close());

const all = (id = college) => scope(id, 'journalAdministrator', 'refusedAttempt.read');

const codes = async (filter: RefusedAttemptFilter, within = all()) =>
  (await refusedAttempts(side.reader, within, filter, { first: 50 })).rows.map(({ code }) => code);

describe('refused attempts', () => {
  it('are read newest first, slice after slice', async () => {
    const page = await refusedAttempts(side.reader, all(), {}, { first: 2 });
    expect(page.rows.map(({ code }) => code)).toEqual(['NOT_PERMITTED', 'NOT_IN_LOAD']);
    expect(page.hasMore).toBe(true);
    const after = page.rows.at(-1)?.position;
    const rest = await refusedAttempts(side.reader, all(), {}, { first: 2, after });
    expect(rest).toMatchObject({
      hasMore: false,
      rows: [{ actor: petrova, command: 'RecordMark', facts: { closedOn: '2024-09-23' }, lesson: first }],
    });
  });

  it('are found by who tried, on which page, by code and by time', async () => {
    expect(await codes({ actor: orlov })).toEqual(['NOT_PERMITTED', 'NOT_IN_LOAD']);
    expect(await codes({ journal: algebra })).toEqual(['NOT_IN_LOAD', 'EDIT_WINDOW_CLOSED']);
    expect(await codes({ code: 'NOT_IN_LOAD' })).toEqual(['NOT_IN_LOAD']);
    expect(await codes({ from: '2024-09-25T00:00:00.000Z', to: '2024-09-26T00:00:00.000Z' })).toEqual([
      'NOT_IN_LOAD',
    ]);
  });

  it('are those of one college, and within the scope', async () => {
    expect(await codes({}, all(other))).toEqual(['PERIOD_LOCKED']);
    const narrow = scope(college, 'teacher', 'markHistory.read', { journals: [algebra] });
    expect(await codes({}, narrow)).toEqual(['NOT_IN_LOAD', 'EDIT_WINDOW_CLOSED']);
    expect(await codes({}, scope(college, 'teacher', 'markHistory.read'))).toEqual([]);
  });
});
