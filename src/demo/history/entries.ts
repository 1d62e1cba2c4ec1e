import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import type { DemoPage } from '../pages.ts';
import type { DemoStudent } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { DemoLesson } from '../timetable.ts';
import { markBy, otherMark, type WorkType } from '../work.ts';
import { attendanceOf, type Attendance } from './attendance.ts';

/** A mark of a lesson, and what became of it. */
export interface PlannedMark {
  readonly workType: WorkType;
  readonly value: string;
}

/** What is later done to the last mark of a cell. */
export interface PlannedChange {
  readonly kind: 'corrected' | 'withdrawn';
  readonly value: string;
  readonly on: PlainDate;
}

/** All that is entered for one student at one lesson. */
export interface PlannedCell {
  readonly student: DemoStudent;
  readonly attendance: Attendance;
  readonly marks: readonly PlannedMark[];
  readonly change: PlannedChange | null;
}

/** All that is entered at one lesson. */
export interface PlannedEntries {
  readonly recordedOn: PlainDate;
  readonly workTypes: readonly WorkType[];
  readonly cells: readonly PlannedCell[];
}

/** Every fourth lesson has a piece of work that all are marked for. */
const WORK_EVERY = 4;

/** The last day on which everything on a page can be entered: where a completed sheet closes it, the semester's last. */
export const closesOn = (plan: Plan, { semester }: DemoPage): PlainDate =>
  plan.regulation.value('attestation.lockOnEntry') ? plan[semester].until : plan.running.until;

/** Works out what is entered at a lesson that is held. Pure, so whoever needs a lesson's marks asks again. */
export const entriesOf = (plan: Plan, lesson: DemoLesson): PlannedEntries => {
  const { page, index, date, delay } = lesson;
  const { unit } = page;
  const dice = plan.dice(`entries ${lesson.id}`);
  const closes = closesOn(plan, page);
  const wanted = delay === 0 ? date : plan.calendar.studyDay(plusDays(date, delay));
  const recordedOn = wanted > closes ? closes : wanted;
  const hasWork = index % WORK_EVERY === WORK_EVERY - 1;
  const workTypes: readonly WorkType[] = hasWork ? ['lessonWork', unit.work] : ['lessonWork'];

  const cells = plan.on(page, date).map((student): PlannedCell => {
    const attendance = attendanceOf(plan, lesson, student, dice);
    const isThere = attendance.status !== 'absent';
    const marks = workTypes
      .filter((workType) => isThere && dice.chance(workType === 'lessonWork' ? 0.24 : 0.93))
      .map((workType) => ({ workType, value: markBy(unit.scale, student.ability, dice) }));
    const last = marks.at(-1);
    const lot = dice.roll();
    const on = plan.calendar.studyDay(plusDays(recordedOn, dice.whole(1, 6)));
    const change: PlannedChange | null =
      last === undefined || lot > 0.016 || on > closes
        ? null
        : { kind: lot < 0.003 ? 'withdrawn' : 'corrected', value: otherMark(unit.scale, last.value), on };
    return { student, attendance, marks, change };
  });
  return { recordedOn, workTypes, cells };
};
