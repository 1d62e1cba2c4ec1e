import fc from 'fast-check';
import { attestationHandlers } from '../../projections/gradebook/apply-attestation.ts';
import { pageHandlers } from '../../projections/gradebook/apply-page.ts';
import { rosterHandlers } from '../../projections/gradebook/apply-roster.ts';
import { replayPage } from '../../projections/gradebook/replay.ts';
import type { Recorded } from '../../events/recorded.ts';
import { absent, announced, attested, marked, withdrawn } from '../support/acts.ts';
import { inOrder, placed, rowsOf } from '../support/folding.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  algebra,
  autumn,
  conducted,
  first,
  happened,
  ivanova,
  newcomer,
  orlov,
  petrova,
  second,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova };
const corrected = (from: string, to: string) =>
  happened(
    'MarkCorrected',
    { ...cell, workType: 'lessonWork', scale: 'fivePoint', from, to },
    { reason: 'Ошибка' },
  );
const page = inOrder({ [streams.page]: world()[streams.page] ?? [] });

describe('the page', () => {
  it('knows its teachers', () => {
    const joins = happened('JournalTeacherAssigned', {
      journal: algebra,
      account: orlov,
      from: '2024-09-03',
      order: null,
    });
    const leaves = happened('JournalTeacherReleased', { journal: algebra, account: petrova });
    expect(rowsOf(pageHandlers, ...page, joins)).toMatchObject([{ teachers: [petrova, orlov] }]);
    expect(rowsOf(pageHandlers, ...page, joins, leaves)).toMatchObject([{ teachers: [orlov] }]);
  });

  it('has a new revision whenever anything on it changes, a cell among them', () => {
    const [before] = rowsOf(pageHandlers, ...page);
    expect(before?.revision).toBe(BigInt(page.length));
    for (const event of [marked('5'), absent(), attested('grade4'), conducted(second)])
      expect(rowsOf(pageHandlers, ...page, event)).toMatchObject([{ revision: BigInt(page.length + 1) }]);
  });

  it('T-32: keeps a leaver on the roster with the last day', () => {
    const left = happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-10-01' });
    const back = happened('RosterExtended', {
      journal: algebra,
      students: [smirnov, newcomer],
      from: '2024-11-01',
    });
    expect(rowsOf(rosterHandlers, ...page, left, back)).toEqual([
      { journal: algebra, student: ivanova, stays: [{ from: '2024-09-01', until: null }] },
      {
        journal: algebra,
        student: smirnov,
        stays: [
          { from: '2024-09-01', until: '2024-10-01' },
          { from: '2024-11-01', until: null },
        ],
      },
      { journal: algebra, student: newcomer, stays: [{ from: '2024-11-01', until: null }] },
    ]);
  });

  it('T-25: keeps the original attestation mark beside the repeats', () => {
    const of = { journal: algebra, student: ivanova, period: autumn };
    const repeat = happened('RepeatAttestationRecorded', {
      ...of,
      attempt: 1,
      result: 'grade3',
      heldOn: '2025-02-01',
      order: null,
      commission: [],
    });
    expect(rowsOf(attestationHandlers, attested('academicDebt'), repeat)).toEqual([
      {
        journal: algebra,
        student: ivanova,
        original: 'academicDebt',
        heldOn: '2024-12-20',
        repeats: [{ attempt: 1, result: 'grade3', heldOn: '2025-02-01' }],
        current: 'grade3',
        revision: 1,
      },
    ]);
    const correction = happened('AttestationMarkCorrected', { ...of, from: 'grade4', to: 'grade5' });
    expect(rowsOf(attestationHandlers, attested('grade4'), correction)).toMatchObject([
      { original: 'grade5', current: 'grade5', revision: 1 },
    ]);
  });
});

describe('the fold of a page', () => {
  const after: History = {
    page: [
      conducted(second),
      happened('RosterExtended', { journal: algebra, students: [newcomer], from: '2024-10-01' }),
    ],
    mark: [marked('5'), corrected('5', '4'), marked('3', 'control'), withdrawn('4')],
    attendance: [announced(), absent(), happened('AbsenceCancelled', { ...cell, was: 'absent' })],
    ahead: [announced(second)],
    attestation: [attested('grade4')],
  };

  /** Every event with the place its stream gives it, and one position of its own whatever the order. */
  const opening = placed(page);
  let position = BigInt(opening.length);
  const queues: readonly (readonly Recorded[])[] = Object.values(after).map((events) =>
    placed(events).map((event) => ({ ...event, position: (position += 1n) })),
  );

  it('gives the same rows in whatever order the streams came in between each other', () => {
    const stateless = (rows: unknown): unknown =>
      JSON.parse(
        JSON.stringify(rows, (key, value: unknown) =>
          // Which event was the last one is what the order decides.
          ['revision', 'position'].includes(key) && typeof value === 'bigint' ? undefined : value,
        ),
      );
    const expected = stateless(replayPage([...opening, ...queues.flat()]));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        const left = queues.map((queue) => [...queue]);
        const order: Recorded[] = [];
        for (const choice of choices) {
          const open = left.filter((queue) => queue.length > 0);
          const next = open[choice % open.length]?.shift();
          if (!next) break;
          order.push(next);
        }
        expect(stateless(replayPage([...opening, ...order]))).toEqual(expected);
      }),
    );
  });
});
