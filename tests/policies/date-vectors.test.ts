import { attestationExpected } from '../../src/policies/attestation-due.ts';
import { clockIn, plusDays, plusWorkingDays, type PlainDate } from '../../src/policies/calendar.ts';
import { attestationMarksUntil, currentMarksUntil } from '../../src/policies/edit-window.ts';
import { assessedWorkDue, isAssessedLater, lessonDue } from '../../src/policies/entry-due.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';
import { reportDue } from '../../src/policies/report-due.ts';
import { checksDue, schoolDate } from '../../src/policies/school-date.ts';
import { isLate } from '../../src/policies/timeliness.ts';
import { readCatalogue } from '../regulations/evidence/evidence.ts';

const bakal = initialRegulation('001');
const dnevnik = initialRegulation('002');
const epos = initialRegulation('003');

const weekOf = (workingWeek: 5 | 6) => ({ workingWeek, holidays: new Set<PlainDate>() });
const monday = { date: '2024-09-02', lastClassEndsAt: '15:10' };
const marksUntil = attestationMarksUntil('2025-06-28', epos);

const attestedIn = (regulation: typeof epos, heldOn: PlainDate, workingWeek: 5 | 6 = 5) =>
  attestationExpected(regulation.value('attestation.entryDeadline'), {
    heldOn,
    periodEnd: '2025-06-28',
    vacation: '2025-06-30',
    calendar: weekOf(workingWeek),
  });
const lessonDueIn = (
  regulation: typeof epos,
  parameter: 'attendance.entryDeadline' | 'homework.entryDeadline',
) => {
  const rule = regulation.value(parameter);
  return rule && lessonDue(rule, monday);
};
const workDueIn = (regulation: typeof epos, workType: 'written' | 'laboratory') => {
  const rule = regulation.value('currentMark.entryDeadline.writtenWork');
  return rule && isAssessedLater(rule, workType) ? assessedWorkDue(rule, '2025-04-14') : null;
};
const [checkOf2024] = checksDue(
  epos.value('referenceData.checkDeadline'),
  2024,
  epos.value('referenceData.deadlineInclusive'),
);
const paperCopy = dnevnik.value('print.annualCopy')?.dueBy ?? { month: 1, day: 1 };

/* Each vector of the catalogue, by the rule it carries out: what our policies give, and the last day or minute it asks for. */
const vectors: readonly (readonly [string, string | null | undefined, string])[] = [
  ['current mark, 21 d (003 L89)', currentMarksUntil('2024-09-02', epos, marksUntil), '2024-09-23'],
  ['attestation mark, 31 d (003 L90)', marksUntil, '2025-07-29'],
  ['attestation entry, 3 wd (003 L112), 5-day week', attestedIn(epos, '2025-05-23').until, '2025-05-28'],
  ['same, 6-day week', attestedIn(epos, '2025-05-23', 6).until, '2025-05-27'],
  ['same, capped', attestedIn(epos, '2025-06-27').until, '2025-06-28'],
  ['absence, next day (003 L95)', lessonDueIn(epos, 'attendance.entryDeadline'), '2024-09-03'],
  ['absence, lesson day (001, 002, 004)', lessonDueIn(bakal, 'attendance.entryDeadline'), '2024-09-02'],
  ['homework, 3 h (002 L41)', lessonDueIn(dnevnik, 'homework.entryDeadline'), '2024-09-02T18:10'],
  ['written work, 1 week (001 §5.5.6, 002 L39)', workDueIn(bakal, 'written'), '2025-04-21'],
  [
    'outage back-entry, 5 wd (001 §10.2)',
    plusWorkingDays(weekOf(5), '2025-03-05', bakal.value('outage.backEntryWorkingDays') ?? 0),
    '2025-03-12',
  ],
  ['final marks (002 L42)', attestedIn(dnevnik, '2025-06-27').until, '2025-06-29'],
  [
    'attendance statement (001 §4.4)',
    reportDue(bakal.value('curatorReport.attendance'), { month: '2025-03-01', periodEnd: null })?.until,
    '2025-04-10',
  ],
  ['paper copy (002 §4.1)', schoolDate(paperCopy, 2024), '2025-07-05'],
  ['reference books (003 §3.2, §1.6)', checkOf2024?.until, '2024-08-28'],
];

describe('the date vectors', () => {
  const listed = readCatalogue().dateVectors;

  it('are all those of the catalogue, with the dates it names', () => {
    expect(vectors.map(([rule]) => rule)).toEqual(listed.map(({ rule }) => rule));
    const dated = listed.filter(({ lastOpen }) => /\d{4}-\d\d-\d\d/u.test(lastOpen));
    for (const { rule, lastOpen } of dated)
      expect(lastOpen).toContain(vectors.find(([name]) => name === rule)?.[2]);
  });

  it('have the documents handed over seven days before the check', () => {
    const days = epos.value('referenceData.docsLeadDays') ?? 0;
    expect(plusDays(checkOf2024?.until ?? '', -days)).toBe('2024-08-21');
  });

  it('say the same of written works in both colleges that limit them', () => {
    expect(workDueIn(dnevnik, 'written')).toBe('2025-04-21');
    expect(workDueIn(dnevnik, 'laboratory')).toBeNull();
    expect(workDueIn(bakal, 'laboratory')).toBe('2025-04-21');
  });

  it('T-20: open the final marks only in the last week of the period', () => {
    expect(attestedIn(dnevnik, '2025-06-27').from).toBe('2025-06-23');
  });

  describe.each([
    ['Perm', 'Asia/Yekaterinburg', '+05:00'],
    ['Tula', 'Europe/Moscow', '+03:00'],
  ])('in %s', (_, zone, offset) => {
    const clockAt = (local: string) =>
      clockIn(zone, Temporal.Instant.from(`${local}${offset}`).toString({ smallestUnit: 'millisecond' }));

    it.each(vectors)(
      'T-19: %s: ends as the local clock shows it, not as UTC does',
      (_rule, until, expected) => {
        expect(until).toBe(expected);
        const lastMinute = expected.includes('T') ? expected : `${expected}T23:59`;
        const next = Temporal.PlainDateTime.from(lastMinute).add({ minutes: 1 }).toString();
        expect(isLate(expected, clockAt(`${lastMinute}:59.999`))).toBe(false);
        expect(isLate(expected, clockAt(next))).toBe(true);
      },
    );
  });

  it('T-06, T-07: leave an attestation mark late for a month before it is locked', () => {
    expect(isLate('2025-06-28', { today: '2025-06-29', time: '00:00' })).toBe(true);
    expect(marksUntil > '2025-06-29').toBe(true);
  });
});
