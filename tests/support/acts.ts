import type { EventNamed } from '../../events/register.ts';
import type { CommandNamed } from '../../src/decisions/register.ts';
import { idOf } from './names.ts';
import { told, type History } from './pure-ledger.ts';
import { algebra, autumn, college, command, first, group, happened, ivanova, streams } from './world.ts';

/*
 * What happens every day in the small college of world.ts, told with as few words as possible: each word of the past
 * or of a command is about Ivanova at the first lesson of algebra unless it is told otherwise.
 */
const cell = { journal: algebra, lesson: first, student: ivanova };
const work = { ...cell, workType: 'lessonWork' } as const;
const reason = 'Ошибка при вводе';

type Changes<Type extends CommandNamed<'RecordMark' | 'CorrectMark'>['type']> = Partial<
  CommandNamed<Type>['data']
>;

/** Record a mark: 5 for class work. */
export const recordMark = (changes: Changes<'RecordMark'> = {}) =>
  command('RecordMark', { ...work, value: '5', ...changes });

/** Correct a mark to 4. */
export const correctMark = (changes: Changes<'CorrectMark'> = {}) =>
  command('CorrectMark', { ...work, value: '4', expectedRevision: 0, reason, ...changes });

/** Take a mark back. */
export const withdrawMark = (changes: Partial<CommandNamed<'WithdrawMark'>['data']> = {}) =>
  command('WithdrawMark', { ...work, expectedRevision: 0, reason, ...changes });

/** Record an attestation mark after the exam of Friday 20 December. */
export const attest = (changes: Partial<CommandNamed<'RecordAttestationMark'>['data']> = {}) =>
  command('RecordAttestationMark', {
    journal: algebra,
    student: ivanova,
    result: 'grade4',
    heldOn: '2024-12-20',
    ...changes,
  });

/** A mark that was recorded. */
export const marked = (
  value: string,
  workType: EventNamed<'MarkRecorded'>['data']['workType'] = 'lessonWork',
) => happened('MarkRecorded', { ...cell, workType, scale: 'fivePoint', value });

/** A mark that was taken back. */
export const withdrawn = (value: string) => happened('MarkWithdrawn', { ...work, value }, { reason });

/** An absence that was announced, recorded, or turned out a late arrival. */
export const announced = (lesson = first) => happened('AbsenceAnnounced', { ...cell, lesson });
export const absent = () => happened('AbsenceRecorded', { ...cell, academicHours: 2 });
export const late = () => happened('LateArrivalRecorded', { ...cell, minutes: 10 });

/** An attestation mark that was recorded. */
export const attested = (result: EventNamed<'AttestationMarkRecorded'>['data']['result']) =>
  happened('AttestationMarkRecorded', {
    journal: algebra,
    student: ivanova,
    period: autumn,
    result,
    heldOn: '2024-12-20',
  });

/** A debt in algebra. */
export const indebted = () =>
  happened('AcademicDebtIncurred', { student: ivanova, journal: algebra, period: autumn, cause: 'failed' });

/** The period was locked, or opened again. */
export const locked = () => happened('AttestationPeriodLocked', { period: autumn });
export const reopened = () => happened('AttestationPeriodReopened', { period: autumn }, { reason });

/** A grant for the first lesson's closed window until Monday 30 September. */
export const granted = (changes: Partial<EventNamed<'EditWindowGranted'>['data']> = {}) =>
  happened(
    'EditWindowGranted',
    {
      journal: algebra,
      grant: idOf('grant'),
      covers: 'currentMarks',
      lesson: first,
      account: null,
      until: '2024-09-30',
      ...changes,
    },
    { reason },
  );

/** An event that an import brought in. */
export const imported = (event: Parameters<typeof told>[0]) => told(event, { source: 'import' });

/** The group moved on from its first semester. */
export const promoted = () =>
  happened('GroupPromoted', {
    group,
    promotion: 'semester',
    fromYear: 1,
    fromSemester: 1,
    toYear: 1,
    toSemester: 2,
    students: 2,
    conditional: 0,
    order: null,
  });

/** Parameters of the regulation took new values from a day on, by an order. */
export const regulationChanged = (
  effectiveFrom: string,
  values: Readonly<Record<string, EventNamed<'RegulationChanged'>['data']['values'][number]['value']>>,
) =>
  happened(
    'RegulationChanged',
    {
      college,
      change: idOf(`change of ${effectiveFrom}`),
      effectiveFrom,
      values: Object.entries(values).map(([parameter, value]) => ({
        parameter,
        value,
        clause: 'Приказ № 7',
      })),
      order: 'Приказ № 7',
    },
    { reason: 'Решение педагогического совета' },
  );

/** The college started from one of the known regulations. */
export const adopted = (preset: string) => happened('RegulationAdopted', { college, preset });

/** Changes the world to that of a college under another regulation. */
export const under = (preset: string): History => ({ [streams.regulation]: [adopted(preset)] });
