import type { CommandNamed } from '../../decisions/register.ts';
import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';

type Controlled = CommandNamed<'CarryOutControl'>['data']['of'];

/** Two meetings of the pedagogical council: one held after the semester, one called off. */
const councils = (plan: Plan): readonly Act[] => {
  const { calendar, finished, running } = plan;
  const by = plan.id('deputy');
  const [held, cancelled] = [plan.id('council held'), plan.id('council cancelled')];
  return [
    act(calendar.at(dayIn(plan, finished, 14, 0), '13:02'), by, 'ScheduleCouncil', {
      council: held,
      on: plusDays(finished.until, 4),
      title: 'Итоги семестра',
    }),
    act(calendar.at(dayIn(plan, running, 4, 0), '13:02'), by, 'ScheduleCouncil', {
      council: cancelled,
      on: dayIn(plan, running, 8, 0),
      title: 'Ход семестра',
    }),
    act(calendar.at(dayIn(plan, running, 6, 0), '13:12'), by, 'CancelCouncil', {
      council: cancelled,
      reason: 'Вопросы рассмотрены на заседании комиссии',
    }),
  ];
};

/** Every fortnight the deputy looks through the journal, and through the whole of it when the semester has ended. */
const controls = (plan: Plan): readonly Act[] => {
  const { calendar, finished, running } = plan;
  const by = plan.id('deputy');
  const weeks = Array.from({ length: running.weeks / 2 }, (_, index) => 1 + index * 2);
  return [
    ...weeks.map((week, index) => {
      const on = dayIn(plan, running, week, 3);
      const group = plan.id(`group ${index % plan.college.groups.length}`);
      const of: Controlled = index % 3 === 0 ? { kind: 'college' } : { kind: 'group', id: group };
      return act(calendar.at(on, '16:32'), by, 'CarryOutControl', {
        control: plan.id(`control ${index}`),
        of,
        on,
        findings: index === 0 ? 1 : 0,
        summary: index === 0 ? 'Темы двух занятий записаны с опозданием' : null,
      });
    }),
    act(calendar.at(calendar.studyDay(plusDays(finished.until, 4)), '12:32'), by, 'CheckPeriodEnd', {
      period: finished.period,
      pages: finished.pages.length,
      findings: 1,
      conclusion: 'Программа выполнена, накопляемость отметок достаточная',
    }),
  ];
};

/** What the first control found is told to a teacher, who answers; and what a curator does about absences. */
const findings = (plan: Plan): readonly Act[] => {
  const { calendar, running } = plan;
  const [page] = running.pages;
  if (!page) return [];
  const [told, answered] = [dayIn(plan, running, 1, 3), dayIn(plan, running, 2, 0)];
  const finding = plan.id('finding');
  const measured = dayIn(plan, running, 5, 2);
  return [
    act(calendar.at(told, '16:52'), plan.id('deputy'), 'ReportFinding', {
      finding,
      control: plan.id('control 0'),
      of: { kind: 'page', id: page.id },
      accounts: [teacherOn(page, told)],
      answerBy: plusDays(told, 7),
      text: 'Темы двух занятий записаны с опозданием',
    }),
    act(calendar.at(answered, '16:52'), teacherOn(page, answered), 'AnswerFinding', {
      finding,
      measures: 'Темы записаны, впредь записываю в день занятия',
    }),
    act(calendar.at(measured, '16:42'), plan.id(curatorOf(plan.college, 0)), 'TakeMeasure', {
      measure: plan.id('measure'),
      group: plan.id('group 0'),
      student: null,
      journal: null,
      about: 'attendance',
      on: measured,
      note: 'Классный час о посещаемости',
    }),
  ];
};

/** The months that have ended since the running semester began. */
const monthsOf = ({ running, calendar }: Plan): readonly string[] => {
  const [first, last] = [running.from, calendar.today].map((day) => Temporal.PlainYearMonth.from(day)) as [
    Temporal.PlainYearMonth,
    Temporal.PlainYearMonth,
  ];
  return Array.from({ length: first.until(last, { largestUnit: 'months' }).months }, (_, index) =>
    first.add({ months: index }).toString(),
  );
};

/** Reports of curators for each month where the regulation wants them monthly; else the deputy’s summary and copies. */
const reports = (plan: Plan): readonly Act[] => {
  const { calendar, college, finished, regulation } = plan;
  if (regulation.value('curatorReport.attendance')?.kind !== 'monthly') {
    const on = calendar.studyDay(plusDays(finished.until, 6));
    const summary = { duty: 'finalSummary', group: null, term: finished.period } as const;
    return [act(calendar.at(on, '14:32'), plan.id('deputy'), 'FulfilDuty', summary)];
  }
  return monthsOf(plan).flatMap((term) => {
    const next = Temporal.PlainYearMonth.from(term).add({ months: 1 });
    const on = calendar.studyDay(next.toPlainDate({ day: 3 }).toString());
    return college.groups.flatMap((_, group) =>
      (['performanceReport', 'attendanceReport'] as const).map((duty, index) =>
        act(calendar.at(on, `13:3${index}`), plan.id(curatorOf(college, group)), 'FulfilDuty', {
          duty,
          group: plan.id(`group ${group}`),
          term,
        }),
      ),
    );
  });
};

/** How the keeping of the journal is looked after: councils, controls, findings and measures, reports. */
export const controlActs = (plan: Plan): readonly Act[] => [
  ...councils(plan),
  ...controls(plan),
  ...findings(plan),
  ...reports(plan),
];
