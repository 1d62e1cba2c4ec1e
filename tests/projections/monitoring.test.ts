import { changeHandlers } from '../../projections/monitoring/apply-change.ts';
import { activityHandlers, timelinessHandlers } from '../../projections/monitoring/apply-entries.ts';
import { councilHandlers, lessonHandlers } from '../../projections/monitoring/apply-lesson.ts';
import type { Meta, RuleApplied } from '../../events/recorded.ts';
import type { DomainEvent } from '../../events/register.ts';
import { absent, announced, marked, withdrawn } from '../support/acts.ts';
import { by, inOrder, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  conducted,
  first,
  happened,
  ivanova,
  orlov,
  petrova,
  second,
  world,
} from '../support/world.ts';

const rule = (told: Partial<RuleApplied> = {}): RuleApplied => ({
  parameter: 'attendance.entryDeadline',
  clause: '003 §3.3 L95',
  version: 0,
  deadline: '2024-09-03',
  late: false,
  grant: null,
  due: null,
  ...told,
});

const entry = (event: DomainEvent, meta: Partial<Meta> = {}, account = petrova) =>
  by(
    event,
    { account, role: 'teacher' },
    { at: '2024-09-02T07:20:00.000Z', occurredOn: '2024-09-02', ...meta },
  );

const taken = () => happened('AttendanceTaken', { journal: algebra, lesson: first, expected: 2, absent: 0 });
const homework = () =>
  happened('HomeworkAssigned', { journal: algebra, lesson: first, dueOn: null }, { homework: '№ 5' });
const corrected = () =>
  happened(
    'MarkCorrected',
    {
      journal: algebra,
      lesson: first,
      student: ivanova,
      workType: 'lessonWork',
      scale: 'fivePoint',
      from: '5',
      to: '4',
    },
    { reason: 'Ошибка' },
  );

describe('the fold of monitored lessons', () => {
  const base = inOrder(world());
  const at = (lesson: string, ...events: readonly DomainEvent[]) =>
    rowsOf(lessonHandlers, ...base, ...events).find((row) => row.lesson === lesson);

  it('has a row for each lesson, whatever stands in its cells', () => {
    expect(rowsOf(lessonHandlers, ...base, marked('5'), marked('4', 'control'), absent())).toHaveLength(2);
    expect(at(second)).toMatchObject({
      status: 'scheduled',
      attendanceTaken: false,
      marks: 0,
      homework: false,
    });
  });

  it('R-ATT-01: tells a lesson nobody missed from one that nobody looked at', () => {
    expect(at(first)).toMatchObject({ status: 'conducted', attendanceTaken: false });
    expect(at(first, taken())).toMatchObject({ attendanceTaken: true });
    expect(at(first, absent())).toMatchObject({ attendanceTaken: true });
    expect(at(first, announced())).toMatchObject({ attendanceTaken: false });
  });

  it('asks nobody here for the attendance at a lesson of an imported history', () => {
    const imported = by(conducted(second), {}, { source: 'import' });
    const row = rowsOf(lessonHandlers, ...base, imported).find(({ lesson }) => lesson === second);
    expect(row).toMatchObject({ status: 'conducted', attendanceTaken: true });
  });

  it('counts the marks that stand, and knows of homework', () => {
    expect(at(first, marked('5'), marked('4', 'control'), withdrawn('5'), homework())).toMatchObject({
      marks: 1,
      homework: true,
    });
  });
});

describe('the fold of timeliness', () => {
  const late = rule({ late: true });

  it('R-MON-13: counts entries and late ones by page, account, rule and day', () => {
    const rows = rowsOf(
      timelinessHandlers,
      entry(absent(), { rule: rule() }),
      entry(absent(), { rule: late }),
      entry(absent(), { rule: late, occurredOn: '2024-09-09' }),
      entry(absent(), { rule: late, occurredOn: '2024-10-01' }),
      entry(absent(), { rule: rule() }, orlov),
      entry(marked('5'), { rule: rule({ clause: 'Приказ № 7' }) }),
    );
    expect(rows.map(({ account, month, clause, days }) => [account, month, clause, days])).toEqual([
      [petrova, '2024-09', '003 §3.3 L95', { '2024-09-02': [2, 1], '2024-09-09': [1, 1] }],
      [petrova, '2024-10', '003 §3.3 L95', { '2024-10-01': [1, 1] }],
      [orlov, '2024-09', '003 §3.3 L95', { '2024-09-02': [1, 0] }],
      [petrova, '2024-09', 'Приказ № 7', { '2024-09-02': [1, 0] }],
    ]);
  });

  it('leaves out what has no deadline, only a window that closes, and imports', () => {
    const window = rule({ parameter: 'currentMark.editWindowDays' });
    const rows = rowsOf(
      timelinessHandlers,
      entry(marked('5')),
      entry(marked('5'), { rule: window }),
      entry(absent(), { rule: late, source: 'import' }),
    );
    expect(rows).toEqual([]);
  });

  it('names the group of what stands on no page', () => {
    const group = idOf('group');
    const briefed = happened('GroupBriefed', { group, on: '2024-09-02', audience: 'students' });
    expect(rowsOf(timelinessHandlers, entry(briefed, { rule: rule() }))).toMatchObject([
      { place: group, journal: null, group },
    ]);
  });
});

describe('the fold of activity', () => {
  it('R-MON-06: counts entries by account, day and quarter of an hour; imports are nobody’s work', () => {
    const rows = rowsOf(
      activityHandlers,
      entry(marked('5')),
      entry(absent(), { at: '2024-09-02T07:29:59.999Z' }),
      entry(homework(), { at: '2024-09-02T07:30:00.000Z' }),
      entry(marked('5'), { at: '2024-09-02T19:00:00.000Z', source: 'import' }),
      entry(marked('5'), {}, orlov),
    );
    expect(rows).toEqual([
      { journal: algebra, account: petrova, day: '2024-09-02', quarters: { 29: 2, 30: 1 } },
      { journal: algebra, account: orlov, day: '2024-09-02', quarters: { 29: 1 } },
    ]);
  });
});

describe('the fold of changes', () => {
  const grant = idOf('grant');

  it('keeps corrections and withdrawals, and of entries only those late, under a grant or by another right', () => {
    const rows = rowsOf(
      changeHandlers,
      entry(marked('5')),
      entry(corrected(), { correlation: 'list' }),
      entry(withdrawn('5'), { command: 'one' }),
      entry(absent(), { rule: rule({ late: true }) }),
      entry(marked('5'), { rule: rule({ grant }) }),
      entry(corrected(), { source: 'import' }),
      by(marked('5'), { account: petrova, role: 'deputyDirector' }),
    );
    expect(rows.map(({ position, burst, grant: under }) => [position, burst, under])).toEqual([
      [2n, 'list', null],
      [3n, 'one', null],
      [4n, 'untold', null],
      [5n, 'untold', grant],
      [7n, 'untold', null],
    ]);
  });

  it('T-10: does not suspect who takes an announcement back', () => {
    const cell = { journal: algebra, lesson: first, student: ivanova };
    const cancelled = (was: 'announced' | 'absent') =>
      entry(happened('AbsenceCancelled', { ...cell, was }, { reason: 'Пришла' }));
    expect(rowsOf(changeHandlers, cancelled('announced'))).toEqual([]);
    expect(rowsOf(changeHandlers, cancelled('absent'))).toHaveLength(1);
  });
});

describe('the fold of councils', () => {
  it('has those that were not called off, on their last day', () => {
    const [one, other] = [idOf('council'), idOf('other council')];
    const scheduled = (council: string, on: string) =>
      happened('CouncilScheduled', { council, on }, { title: 'Итоги' });
    const events = [
      scheduled(one, '2024-12-27'),
      scheduled(other, '2024-12-27'),
      scheduled(one, '2024-12-28'),
      happened('CouncilCancelled', { council: other }, { reason: 'Болезнь' }),
    ];
    expect(rowsOf(councilHandlers, ...events)).toEqual([{ council: one, on: '2024-12-28', title: 'Итоги' }]);
  });
});
