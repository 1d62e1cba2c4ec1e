import fc from 'fast-check';
import type { Command } from '../../src/decisions/register.ts';
import { attest, correctMark, recordMark, withdrawMark } from './acts.ts';
import type { Asking } from './given.ts';
import { idOf } from './names.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  curator,
  deputy,
  father,
  first,
  ivanova,
  orlov,
  petrova,
  second,
  smirnov,
} from './world.ts';

const lesson = fc.constantFrom(first, second);
const student = fc.constantFrom(ivanova, smirnov);
const value = fc.constantFrom('2', '3', '4', '5', 'pass');
const expectedRevision = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 3 }));
const reason = fc.oneof({ weight: 5, arbitrary: fc.constant('Ошибка') }, fc.constant(''));
const day = fc
  .integer({ min: 0, max: 160 })
  .map((days) => Temporal.PlainDate.from('2024-09-02').add({ days }).toString());

const thrown: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ lesson, student, value }).map(recordMark) },
  { weight: 12, arbitrary: fc.record({ lesson, student, value, expectedRevision, reason }).map(correctMark) },
  { weight: 6, arbitrary: fc.record({ lesson, student, expectedRevision, reason }).map(withdrawMark) },
  fc.record({ student, heldOn: day }).map(attest),
  fc.record({ lesson, student }).map((cell) => command('RecordAbsence', { journal: algebra, ...cell })),
  fc
    .record({ lesson, student, reason })
    .map((cell) => command('CancelAbsence', { journal: algebra, ...cell })),
  fc.record({ lesson }).map(({ lesson: held }) =>
    command('ConductLesson', {
      journal: algebra,
      lesson: held,
      deliveryForm: 'inPerson',
      workTypes: ['lessonWork'],
      topic: 'Корни',
    }),
  ),
  fc
    .record({ lesson, date: day, reason })
    .map((moved) => command('MoveLesson', { journal: algebra, startsAt: '08:30', room: null, ...moved })),
  fc
    .record({ lesson, reason })
    .map((cancelled) => command('CancelLesson', { journal: algebra, ...cancelled })),
  fc
    .record({
      lesson: fc.option(lesson),
      until: day,
      grant: fc.uuid(),
      account: fc.option(fc.constantFrom(petrova, orlov)),
    })
    .map((granted) =>
      command('GrantEditWindow', { journal: algebra, covers: 'currentMarks', reason: 'Болезнь', ...granted }),
    ),
  fc.constant(command('LockAttestationPeriod', { period: autumn, reason: null })),
  {
    weight: 3,
    arbitrary: fc.constant(command('ReopenAttestationPeriod', { period: autumn, reason: 'Ошибка' })),
  },
  fc
    .record({ lesson, account: fc.constantFrom(orlov, curator) })
    .map((substitute) => command('AssignSubstitute', { journal: algebra, reason: null, ...substitute })),
  fc.record({ effectiveFrom: day, days: fc.nat(40), change: fc.uuid() }).map(({ days, ...change }) =>
    command('ProposeRegulationChange', {
      ...change,
      values: [{ parameter: 'currentMark.editWindowDays', value: days, clause: null }],
      order: '№ 7',
      reason: 'Приказ',
    }),
  ),
  fc.record({ student, on: day }).map((left) =>
    command('ExpelStudent', {
      ...left,
      order: { number: '8-с', date: '2024-09-02' },
      reason: 'Заявление',
    }),
  ),
);

const asked: fc.Arbitrary<Asking> = fc.record({
  by: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(petrova, petrova, administrator) },
    fc.constantFrom(orlov, curator, deputy, father, idOf('stranger')),
  ),
  source: fc.oneof({ weight: 4, arbitrary: fc.constant('online' as const) }, fc.constant('import' as const)),
});

/** Acts of all sorts by all sorts of people, some of them absurd, on days that never go back. */
export const history = fc
  .tuple(
    fc.array(fc.tuple(thrown, asked), { minLength: 20, maxLength: 40 }),
    fc.array(fc.nat(4), { minLength: 40, maxLength: 40 }),
  )
  .map(([acts, steps]) => {
    let today = Temporal.PlainDate.from('2024-09-02');
    return acts.map(([act, who], index) => {
      today = today.add({ days: steps[index] ?? 0 });
      return { act, who: { ...who, on: today.toString() } };
    });
  });
