import type { EventNamed, EventType } from '../events/register.ts';
import type { Recorded } from '../events/recorded.ts';
import type { Change, Handlers } from './projection.ts';

/** A stretch of study in one group, or in none, on the same terms. */
export type StudyStay = EventNamed<'StudentMovementAnnulled'>['data']['stays'][number];

/** An academic leave; both days are days of leave. */
export type LeaveStay = EventNamed<'StudentMovementAnnulled'>['data']['leaves'][number];

/** Where a student studies, and when they are on leave. */
export interface Whereabouts {
  readonly student: string;
  readonly stays: readonly StudyStay[];
  readonly leaves: readonly LeaveStay[];
}

const shifted = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

const closed = (stays: readonly StudyStay[], until: string): readonly StudyStay[] =>
  stays.map((stay) => (stay.until === null ? { ...stay, until } : stay));

const begun = (stays: readonly StudyStay[], next: Omit<StudyStay, 'until'>): readonly StudyStay[] => [
  ...closed(stays, shifted(next.from, -1)),
  { ...next, until: null },
];

const cut = (leaves: readonly LeaveStay[], on: string): readonly LeaveStay[] =>
  leaves.map((leave) => (leave.from <= on && on < leave.until ? { ...leave, until: on } : leave));

const gone = ({ stays, leaves }: Whereabouts, on: string) => ({
  stays: closed(stays, on),
  leaves: cut(leaves, on).filter(({ from }) => from <= on),
});

/** The stays less the leaves: the days on which a student attends. */
export const attended = <Stay extends { readonly from: string; readonly until: string | null }>(
  stays: readonly Stay[],
  leaves: readonly LeaveStay[],
): readonly Stay[] =>
  leaves.reduce<readonly Stay[]>(
    (left, { from, until }) =>
      left.flatMap((stay) => {
        if (stay.from > until || (stay.until !== null && stay.until < from)) return [stay];
        const before = stay.from < from ? [{ ...stay, until: shifted(from, -1) }] : [];
        const back = shifted(until, 1);
        return stay.until === null || stay.until >= back ? [...before, { ...stay, from: back }] : before;
      }),
    stays,
  );

/** What the movements of a student make of a row that holds their whereabouts. */
export const whereaboutsHandlers = <Row extends Whereabouts>(
  rowOf: (whereabouts: Whereabouts) => Row,
): Handlers<Row> => {
  const change = (
    { data: { student } }: { readonly data: { readonly student: string } },
    amend: (before: Whereabouts) => Partial<Whereabouts>,
  ): readonly Change<Row>[] => [
    {
      key: [student],
      next: (row) => {
        const { stays, leaves }: Pick<Whereabouts, 'stays' | 'leaves'> = row ?? { stays: [], leaves: [] };
        const before = { student, stays, leaves };
        return rowOf({ ...before, ...amend(before) });
      },
    },
  ];
  const entered = (event: Recorded<EventNamed<'StudentEnrolled' | 'StudentReinstated'>>) => {
    const { group, from, formOfStudy, individualCurriculum } = event.data;
    const next = { group, from, formOfStudy, individualCurriculum };
    return change(event, ({ stays }) => ({ stays: begun(stays, next) }));
  };
  const onward = (
    event: Recorded<EventNamed<EventType>> & {
      readonly data: { readonly student: string; readonly on: string };
    },
    differently: Partial<StudyStay>,
  ) =>
    change(event, ({ stays }) => {
      const current = stays.findLast(({ until }) => until === null);
      return current ? { stays: begun(stays, { ...current, ...differently, from: event.data.on }) } : {};
    });
  return {
    StudentEnrolled: entered,
    StudentReinstated: entered,
    StudentTransferred: (event) => onward(event, { group: event.data.to }),
    EnrolmentTermsChanged: (event) => {
      const { formOfStudy, individualCurriculum } = event.data;
      return onward(event, { formOfStudy, individualCurriculum });
    },
    AcademicLeaveGranted: (event) =>
      change(event, ({ leaves }) => ({
        leaves: [...leaves, { from: event.data.from, until: event.data.until }],
      })),
    AcademicLeaveEnded: (event) => change(event, ({ leaves }) => ({ leaves: cut(leaves, event.data.on) })),
    StudentExpelled: (event) => change(event, (before) => gone(before, event.data.on)),
    StudentGraduated: (event) => change(event, (before) => gone(before, event.data.on)),
    StudentMovementAnnulled: (event) =>
      change(event, () => ({ stays: event.data.stays, leaves: event.data.leaves })),
  };
};
