import type { DomainEvent } from '../../events/register.ts';
import type { Command } from '../../src/decisions/register.ts';
import { marked, recordMark, correctMark, withdrawMark, absent, announced } from '../support/acts.ts';
import { asking } from '../support/given.ts';
import { PureLedger, type History } from '../support/pure-ledger.ts';
import { algebra, command, first, happened, ivanova, orlov, streams, world } from '../support/world.ts';

/*
 * Whoever has no right to a page is told that and nothing else (T19): the same no, whatever stands on it. So every
 * command about a lesson is put to worlds that differ only in what such a person does not see.
 */
const { page, mark, attendance } = streams;
const key = { journal: algebra, lesson: first };
const cell = { ...key, student: ivanova };
const reason = 'Ошибка';
const record = {
  deliveryForm: 'inPerson',
  workTypes: ['lessonWork'],
  topic: 'Тема',
  planItem: null,
} as const;

const cancelled = happened('LessonCancelled', { ...key }, { reason });

const WORLDS: Readonly<Record<string, History>> = {
  'a lesson that was held': world(),
  'a lesson that was cancelled': world({ [page]: [cancelled] }),
  'a lesson that was not held yet': withoutHolding(world()),
  'a mark': world({ [mark]: [marked('5')] }),
  'an absence': world({ [attendance]: [absent()] }),
  'an announced absence': world({ [attendance]: [announced(first)] }),
};

function withoutHolding(history: History): History {
  const events = (history[page] ?? []) as readonly DomainEvent[];
  return { ...history, [page]: events.filter(({ type }) => type !== 'LessonConducted') };
}

const COMMANDS: readonly Command[] = [
  recordMark(),
  correctMark(),
  withdrawMark(),
  command('RecordAbsence', cell),
  command('RecordLateArrival', { ...cell, minutes: 10 }),
  command('CancelAbsence', { ...cell, reason }),
  command('ClassifyAbsence', { ...cell, as: 'excused', reason: null }),
  command('TakeAttendance', { ...key, absent: [ivanova] }),
  command('AnnounceAbsence', { ...cell, reason: null }),
  command('ProposeAbsenceCorrection', { ...cell, correction: first, to: 'absent', reason }),
  command('ConductLesson', { ...key, ...record } as never),
  command('CorrectLessonRecord', { ...key, ...record, reason } as never),
  command('AssignHomework', { ...key, homework: '№ 5', dueOn: null }),
];

it.each(COMMANDS.map((asked) => [asked.type, asked] as const))(
  'T19: %s tells who has no right to the page nothing of what stands there',
  (_, asked) => {
    const answers = Object.entries(WORLDS).map(([name, history]) => {
      const decision = new PureLedger(history).decide(asking({ by: orlov }), asked);
      return [name, decision.accepted ? 'accepted' : decision.refusal];
    });
    const [[, first] = []] = answers;
    expect(first).toMatchObject({
      code: expect.stringMatching(/^NOT_(IN_LOAD|PERMITTED|IN_GROUP)$/u) as string,
    });
    for (const answer of answers) expect(answer).toEqual([answer[0], first]);
  },
);
