import fc from 'fast-check';
import type { Past } from '../../events/recorded.ts';
import { journals } from '../../src/decisions/folds/journal.ts';
import { marks } from '../../src/decisions/folds/mark.ts';
import { markCell } from '../../src/decisions/mark.ts';
import { asking } from '../support/given.ts';
import { history } from '../support/histories.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import { algebra, autumn, world } from '../support/world.ts';

/* Whatever is thrown at the core, in whatever order, by whomever: some things never happen. */

const written = (ledger: PureLedger) => [...ledger.streams].flatMap(([, events]) => events);
const isOf =
  (...prefixes: readonly string[]) =>
  ({ type }: Past) =>
    prefixes.some((prefix) => type.startsWith(prefix));
const isLocked = (ledger: PureLedger) =>
  (ledger.streams.get(`period-${autumn}`) ?? [])
    .filter(isOf('AttestationPeriodLocked', 'AttestationPeriodReopened'))
    .at(-1)?.type === 'AttestationPeriodLocked';

/** Carries out a history and hands each step to the eye: what the ledger was, and what was added. */
const watch = (
  eye: (
    before: readonly Past[],
    added: readonly Past[],
    step: { ledger: PureLedger; wasLocked: boolean; accepted: boolean; today: string },
  ) => void,
) => {
  fc.assert(
    fc.property(history, (acts) => {
      const ledger = new PureLedger(world());
      for (const { act, who } of acts) {
        const before = written(ledger);
        const wasLocked = isLocked(ledger);
        const { accepted } = ledger.execute(asking(who), act);
        const known = new Set(before);
        eye(
          before,
          written(ledger).filter((event) => !known.has(event)),
          { ledger, wasLocked, accepted, today: who.on },
        );
      }
    }),
    { numRuns: 300, seed: 20241122 },
  );
};

const entries = isOf('Mark', 'Absence', 'LateArrival', 'AttestationMark', 'Lesson', 'EditWindowGrant');

describe('whatever is thrown at the journal', () => {
  it('T-49: nothing is entered behind a lock', () => {
    watch((_, added, { wasLocked }) => {
      expect(wasLocked ? added.filter(entries) : []).toEqual([]);
    });
  });

  it('T-02, T-03: no mark is recorded, corrected or withdrawn after its day has passed, save under a grant or by an import', () => {
    watch((_, added, { ledger, today }) => {
      for (const { data, meta } of added.filter(isOf('Mark'))) {
        const held =
          'lesson' in data ? ledger.state(journals, algebra).lessons.get(data.lesson ?? '') : undefined;
        const { deadline = null, grant = null } = meta.rule ?? {};
        if (meta.source !== 'import') expect(today <= (deadline ?? '')).toBe(true);
        expect(grant === null && meta.source !== 'import' ? deadline : held?.marksUntil).toBe(
          held?.marksUntil,
        );
      }
    });
  });

  it('the value in force is what was last recorded', () => {
    watch((_, added, { ledger }) => {
      for (const event of added.filter(isOf('Mark'))) {
        if (event.type !== 'MarkRecorded' && event.type !== 'MarkCorrected' && event.type !== 'MarkWithdrawn')
          continue;
        const inForce = ledger.state(marks, markCell(event.data)).marks.get(event.data.workType)?.value;
        const told = { MarkRecorded: 'value', MarkCorrected: 'to', MarkWithdrawn: 'none' }[event.type];
        expect(inForce).toBe((event.data as Readonly<Record<string, string>>)[told]);
      }
    });
  });

  it('a refused command writes nothing, and what was written never changes', () => {
    watch((before, added, { ledger, accepted }) => {
      expect(accepted ? [] : added).toEqual([]);
      const now = new Set(written(ledger));
      expect(before.every((event) => now.has(event))).toBe(true);
    });
  });

  it('T-50: nobody but the page’s teachers, its substitutes and an import enters marks', () => {
    watch((_, added) => {
      for (const { meta } of added.filter(isOf('Mark', 'AttestationMark')))
        expect(['teacher', 'substituteTeacher', 'journalAdministrator']).toContain(meta.actor.role);
      const byOffice = added
        .filter(isOf('Mark'))
        .filter(({ meta }) => meta.actor.role === 'journalAdministrator');
      expect(byOffice.every(({ meta }) => meta.source === 'import')).toBe(true);
    });
  });

  it('an import never changes or takes back what a person entered', () => {
    watch((before, added) => {
      for (const event of added) {
        if (event.type !== 'MarkCorrected' && event.type !== 'MarkWithdrawn') continue;
        if (event.meta.source !== 'import') continue;
        const { lesson: at, student: of, workType } = event.data;
        const previous = before.findLast(
          ({ type, data }) =>
            type.startsWith('Mark') &&
            'workType' in data &&
            'lesson' in data &&
            'student' in data &&
            data.lesson === at &&
            data.student === of &&
            data.workType === workType,
        );
        expect(previous?.meta.source).toBe('import');
      }
      expect(added.length).toBeLessThan(10);
    });
  });

  it('and enough is thrown: every kind of mark event happens, under grants and in imports too', () => {
    const seen = new Set<string>();
    watch((_, added) => {
      for (const { type, meta } of added)
        seen.add(type).add(`${type} ${meta.rule?.grant ? 'granted' : meta.source}`);
      expect(seen.has('RoleGranted')).toBe(false);
    });
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['MarkRecorded granted', 'MarkRecorded import', 'MarkRecorded online', 'MarkCorrected online'],
        ...[
          'MarkCorrected import',
          'MarkWithdrawn online',
          'LessonMoved',
          'LessonCancelled',
          'AbsenceRecorded',
        ],
        ...[
          'AttestationMarkRecorded',
          'AttestationPeriodLocked',
          'AttestationPeriodReopened',
          'RegulationChangeProposed',
        ],
      ]),
    );
  });
});
