import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { cellHandlers, lessonHandlers } from '../projections/attendance/apply.ts';
import { pagesEverOf } from '../projections/attendance/queries-past.ts';
import { stepsOf } from '../projections/replayed.ts';
import { standingHandlers } from '../projections/standing/apply.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { averageText } from '../src/policies/ratio.ts';
import type { Regulation } from '../src/policies/regulation/regulation.ts';
import type { ParameterKey } from '../src/policies/regulation/parameters.ts';
import { attendanceAsOf } from '../src/runtime/past/attendance.ts';
import { standingEvents } from '../src/runtime/past/standing.ts';
import { windowEvents } from '../src/runtime/past/window.ts';
import { Access } from './access.ts';
import { StudentAttendance } from './attendance-summary.ts';
import type { Context } from './context.ts';
import { EditWindow } from './edit-windows.ts';
import { globalId } from './global-id.ts';
import { eventAt } from './nouns/event-at.ts';
import {
  AttendanceExplanation,
  contributionOf,
  EXPLAINING,
  StandingExplanation,
  WindowExplanation,
} from './nouns/explanation.ts';
import { settingOf } from './nouns/regulation-setting.ts';
import { bounded, pastScope, regulationThen, type PastMoment } from './past.ts';
import { PageStanding } from './standing.ts';
import { problem } from './errors/problem.ts';

/** How many values one request may have explained. */
const MOST_EXPLAINED = 100;

const explained = new WeakMap<object, number>();

const demandFew = (context: Context): void => {
  const count = (explained.get(context) ?? 0) + 1;
  explained.set(context, count);
  if (count > MOST_EXPLAINED) throw problem('TOO_MANY_EXPLANATIONS', { limit: MOST_EXPLAINED });
};

const momentNow = async (context: Context): Promise<PastMoment> => {
  const { id, log, now } = context.college();
  return { position: await log.head(id), instant: now() };
};

/** A parameter of a regulation as the API shows it, with the change it came by. */
export const settingIn = async (context: Context, regulation: Regulation, parameter: ParameterKey) => {
  const setting = regulation.settings.get(parameter);
  if (!setting) throw new Error(`The regulation holds no ${parameter}.`);
  const { id, stateOf } = context.college();
  const { changes } = await stateOf(regulations, id);
  const change = [...changes.values()].find(({ version }) => version === setting.version) ?? null;
  return settingOf(setting, setting.origin === 'changed' ? change : null, context.locale);
};

/** Why a standing is what it is. */
@Resolver(() => PageStanding)
export class StandingExplanationResolver {
  @Access(EXPLAINING)
  @FieldResolver(() => StandingExplanation, {
    nullable: true,
    description: 'The events it is made of; null for who may not read the history of marks. 100 at once.',
  })
  async explain(
    @Root() { row: { student, journal }, moment }: PageStanding,
    @Ctx() context: Context,
  ): Promise<StandingExplanation | null> {
    demandFew(context);
    const { position } = moment ?? (await momentNow(context));
    const scope = pastScope(context, 'standing.read', 'PageStanding.explain');
    const sees = scope.everything || scope.journals.has(journal) || scope.groups.size > 0;
    if (!sees) return null;
    const read = standingEvents(context.college().log, scope, [{ student, journal }], position);
    const steps = stepsOf(standingHandlers, await bounded(read), [journal, student]);
    const of = (prefix: string) => steps.filter(({ event }) => event.type.startsWith(prefix));
    const marks = of('Mark').map(({ event, before, after }) =>
      contributionOf(event, {
        value: 'value' in event.data ? event.data.value : 'to' in event.data ? event.data.to : null,
        sum: (after?.marksSum ?? 0) - (before?.marksSum ?? 0),
        count: (after?.marksCount ?? 0) - (before?.marksCount ?? 0),
      }),
    );
    const total = (part: 'sum' | 'count'): number => marks.reduce((sum, mark) => sum + mark[part], 0);
    return {
      position,
      average: averageText(total('sum'), total('count')),
      marks,
      absences: of('Absence').map(({ event, before, after }) =>
        contributionOf(event, { count: (after?.absences ?? 0) - (before?.absences ?? 0) }),
      ),
      results: steps
        .filter(({ event: { type } }) => type.includes('Attestation') && !type.endsWith('Scheduled'))
        .map(({ event, after }) => contributionOf(event, { value: after?.attestationCurrent ?? null })),
    };
  }
}

/** Why totals of attendance are what they are. */
@Resolver(() => StudentAttendance)
export class AttendanceExplanationResolver {
  @Access(EXPLAINING)
  @FieldResolver(() => AttendanceExplanation, {
    nullable: true,
    description: 'The lessons and events it is made of, where a month was asked for. 100 at once.',
  })
  async explain(
    @Root() { uuid: student, of }: StudentAttendance,
    @Ctx() context: Context,
  ): Promise<AttendanceExplanation | null> {
    if (of === null) return null;
    demandFew(context);
    const moment = of.moment ?? (await momentNow(context));
    const scope = pastScope(context, 'attendance.read', 'StudentAttendance.explain');
    const journals = await pagesEverOf(context.reader, scope, of.group);
    const asked = { ...of, journals, student };
    const { log } = context.college();
    const { lessons, events } = await bounded(attendanceAsOf(log, scope, asked, moment.position));
    const { on } = await regulationThen(context, moment);
    return {
      position: moment.position,
      rule: await settingIn(context, on(of.from), 'attendance.missedDay'),
      lessons: lessons.map(({ lesson, date, hours, cell }) => ({
        lessonId: globalId('Lesson', lesson),
        date,
        hours,
        missedHours: cell?.status === 'absent' ? cell.academicHours : 0,
        missed: cell?.status === 'absent',
        late: cell?.status === 'late',
        classified: cell?.classified ?? 'unclassified',
        events: [
          ...stepsOf(lessonHandlers, events, [lesson]).filter(
            ({ event }) => event.type === 'LessonConducted',
          ),
          ...stepsOf(cellHandlers, events, [lesson, student]),
        ].map(({ event }) => eventAt(event)),
      })),
    };
  }
}

/** Why an edit window stands as it stands. */
@Resolver(() => EditWindow)
export class WindowExplanationResolver {
  @Access(EXPLAINING)
  @FieldResolver(() => WindowExplanation, {
    nullable: true,
    description: 'What gave its deadline, the grants that cover it, locks and the sheet. 100 at once.',
  })
  async explain(@Root() { row }: EditWindow, @Ctx() context: Context): Promise<WindowExplanation | null> {
    demandFew(context);
    const moment = await momentNow(context);
    const { id, log } = context.college();
    const { anchor, parameter, ...found } = await bounded(windowEvents(log, id, row, moment.position));
    // The deadline stands as the regulation of then gave it, whatever has been configured since (T-48).
    const given = found.deadlines.at(-1)?.event;
    const then = given ? { position: given.position, instant: given.meta.at } : moment;
    const { on } = await regulationThen(context, then);
    const dated = (events: typeof found.deadlines) =>
      events.map(({ event, until }) => contributionOf(event, { value: until }));
    return {
      position: moment.position,
      anchor,
      rule: parameter && anchor ? await settingIn(context, on(anchor), parameter) : null,
      deadlines: dated(found.deadlines),
      grants: dated(found.grants),
      locks: dated(found.locks),
      sheets: dated(found.sheets),
    };
  }
}
