import type { Meta, Past } from '../../events/recorded.ts';
import type { DomainEvent } from '../../events/register.ts';
import { markChanges } from '../../projections/monitoring/changes.ts';
import { STANDS_OUT, type StandsOut } from '../../projections/monitoring/stands-out.ts';
import { HOURS_AFTER_RESET } from '../../src/policies/credential-reset.ts';
import { MARKS_OF_ONE_VALUE } from '../../src/policies/one-value.ts';
import { attested, imported, locked, marked } from '../support/acts.ts';
import { by } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';
import {
  administrator,
  algebra,
  autumn,
  deputy,
  first,
  happened,
  ivanova,
  orlov,
  petrova,
  second,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const zone = 'Asia/Yekaterinburg';
const year = { from: '2024-09-01', until: '2025-06-30', zone };
const cell = { journal: algebra, lesson: first, student: ivanova, workType: 'lessonWork' } as const;

const told = (event: DomainEvent, at: string, who: Partial<Meta['actor']> = {}, meta: Partial<Meta> = {}) =>
  by(
    event,
    { account: petrova, role: 'teacher', ...who },
    { at, command: at, occurredOn: '2024-09-02', ...meta },
  );
const corrected = (from: string, to: string) =>
  happened('MarkCorrected', { ...cell, scale: 'fivePoint', from, to }, { reason: 'Ошибка' });
const code = (account: string) => happened('SignInCodeIssued', { account });
const marksOf = (lesson: string, values: readonly string[]): readonly (readonly [string, DomainEvent])[] =>
  values.map((value, index) => {
    const student = idOf(`student ${lesson} ${String(index)}`);
    const event = happened('MarkRecorded', { ...cell, lesson, student, scale: 'fivePoint', value });
    return [`mark-${lesson}.${student}`, event];
  });
const alike = Array.from({ length: MARKS_OF_ONE_VALUE }, () => '5');

let side: ReadSide;
beforeAll(async () => {
  side = await readSide();
});
afterAll(() => side.close());

/** What stands out for a reason in a history: values before and after, newest first. */
const found = async (history: ReturnType<typeof world>, standsOut: StandsOut) => {
  const college = await side.tell(history);
  const within = scope(college, 'deputyDirector', 'markChange.read');
  return (await markChanges(side.reader, within, { standsOut }, year, { first: 100 })).rows;
};

const NOON = '2024-12-25T07:00:00.000Z';
const NIGHT = '2024-12-25T18:30:00.000Z';
const council = happened(
  'CouncilScheduled',
  { council: idOf('council'), on: '2024-12-27' },
  { title: 'Итоги' },
);

describe('a change after closing', () => {
  it('R-MON-11: is one made once the attestation sheet of the page was completed', async () => {
    const sheet = { journal: algebra, period: autumn, students: 2, locks: false };
    const history = world({
      [streams.page]: [happened('AttestationSheetCompleted', sheet)],
      [streams.mark]: [marked('5'), told(corrected('5', '4'), NOON)],
    });
    expect(await found(history, 'afterClosing')).toMatchObject([
      { fromValue: '5', toValue: '4', closed: true },
    ]);
  });

  it('R-MON-11: is one made once the period was locked, though it was opened again', async () => {
    const reopened = happened('AttestationPeriodReopened', { period: autumn }, { reason: 'Ошибка' });
    const history = world({
      [streams.period]: [locked(), reopened],
      [streams.mark]: [marked('5'), told(corrected('5', '4'), NOON)],
    });
    expect(await found(history, 'afterClosing')).toMatchObject([{ fromValue: '5', toValue: '4' }]);
    const before = world({ [streams.mark]: [marked('5'), told(corrected('5', '4'), NOON)] });
    expect(await found({ ...before, 'period-after': [locked()] }, 'afterClosing')).toEqual([]);
  });
});

describe('a mark raised before a council', () => {
  it('R-MON-11: is told from one that was lowered', async () => {
    const history = world({
      [`council-${idOf('council')}`]: [council],
      [streams.mark]: [marked('3'), told(corrected('3', '5'), NOON), told(corrected('5', '4'), NOON)],
    });
    expect(await found(history, 'beforeCouncil')).toHaveLength(2);
    expect(await found(history, 'raisedBeforeCouncil')).toMatchObject([
      { fromValue: '3', toValue: '5', councilOn: '2024-12-27' },
    ]);
  });
});

describe('mass changes at night', () => {
  const ten = (at: string) =>
    world({
      [streams.mark]: [
        marked('3'),
        ...Array.from({ length: 10 }, () => told(corrected('3', '3'), at, {}, { correlation: `list ${at}` })),
      ],
    });

  it('R-MON-11: are many at once, and at an odd hour', async () => {
    expect(await found(ten(NIGHT), 'inBulkAtOddHours')).toHaveLength(10);
    expect(await found(ten(NOON), 'inBulkAtOddHours')).toEqual([]);
  });
});

describe('a column of one value', () => {
  const column = (values: readonly string[], change: (event: DomainEvent) => DomainEvent | Past) =>
    Object.fromEntries(marksOf(first, values).map(([stream, event]) => [stream, [change(event)]]));

  it('R-MON-11: is named by the entry that made it so, with how many marks it has', async () => {
    const rows = await found(world(column(alike, (event) => told(event, NOON))), 'oneValueColumn');
    expect(rows).toMatchObject([
      { type: 'MarkRecorded', alike: MARKS_OF_ONE_VALUE, lesson: first, standsOut: ['oneValueColumn'] },
    ]);
  });

  it('is none with fewer marks, with one that differs, or brought in by an import', async () => {
    const at = (event: DomainEvent) => told(event, NOON);
    expect(await found(world(column(alike.slice(1), at)), 'oneValueColumn')).toEqual([]);
    expect(await found(world(column([...alike, '4'], at)), 'oneValueColumn')).toEqual([]);
    const history = world(column(alike, (event) => imported(event)));
    expect(await found(history, 'oneValueColumn')).toEqual([]);
  });
});

describe('an edit outside one’s own load', () => {
  const orlovs = { account: orlov, role: 'substituteTeacher' } as const;
  const there = { ...cell, lesson: second, student: smirnov, scale: 'fivePoint' } as const;

  it('R-MON-11, T-30: is by who neither has the page nor stands in at the lesson', async () => {
    const history = world({
      [streams.page]: [happened('SubstituteAssigned', { journal: algebra, lesson: second, account: orlov })],
      [streams.mark]: [marked('3'), told(corrected('3', '4'), NOON), told(corrected('4', '5'), NOON, orlovs)],
      [`mark-${second}.${smirnov}`]: [
        told(happened('MarkRecorded', { ...there, value: '2' }), NOON),
        told(happened('MarkCorrected', { ...there, from: '2', to: '3' }, { reason: 'Ошибка' }), NOON, orlovs),
      ],
    });
    expect(await found(history, 'outsideOwnLoad')).toMatchObject([
      { actor: orlov, lesson: first, toValue: '5' },
    ]);
  });

  it('is an entry by another right too, as a deputy’s of a repeat attestation', async () => {
    const result = { attempt: 1, result: 'grade3', heldOn: '2024-12-25', order: null } as const;
    const commission: string[] = [];
    const repeated = happened('RepeatAttestationRecorded', {
      journal: algebra,
      student: ivanova,
      period: autumn,
      ...result,
      commission,
    });
    const history = world({
      [streams.attestation]: [
        attested('academicDebt'),
        told(repeated, NOON, { account: deputy, role: 'deputyDirector' }),
      ],
    });
    expect(await found(history, 'outsideOwnLoad')).toMatchObject([{ role: 'deputyDirector' }]);
  });
});

describe('entries after a credential reset', () => {
  const after = (hours: number): string =>
    Temporal.Instant.from(NOON).add({ hours }).toString({ fractionalSecondDigits: 3 });
  const history = (issuer: string, hours: number) =>
    world({
      [`access-${petrova}`]: [told(code(petrova), NOON, { account: issuer, role: 'journalAdministrator' })],
      'mark-reset.cell': [told(marked('5'), after(hours))],
    });

  it('attack T07, T-57: are those of the account for which somebody else made a code, with whom and when', async () => {
    expect(await found(history(administrator, 1), 'afterCredentialReset')).toMatchObject([
      {
        type: 'MarkRecorded',
        actor: petrova,
        recordedAt: after(1),
        codeIssuedAt: NOON,
        codeIssuedBy: administrator,
        standsOut: ['afterCredentialReset'],
      },
    ]);
  });

  it('are none a day later, nor after a code of one’s own', async () => {
    expect(await found(history(administrator, HOURS_AFTER_RESET), 'afterCredentialReset')).toEqual([]);
    expect(await found(history(petrova, 1), 'afterCredentialReset')).toEqual([]);
  });
});

describe('every reason', () => {
  it('finds nothing where a journal was kept as it should be', async () => {
    for (const reason of STANDS_OUT) expect(await found(world(), reason)).toEqual([]);
  });
});
