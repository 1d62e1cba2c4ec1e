import { plusDays, type PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { groups } from './folds/group.ts';
import { periods } from './folds/period.ts';
import { currentEnrolment, students } from './folds/student.ts';
import { distinct, joining, leaving, ofGroup, ofStudent, openGroup } from './movement.ts';
import { orderBehind, type Order } from './order.ts';
import type { Subject } from './refusal.ts';
import { regulationOn } from './regulation.ts';
import { rightOfNamed } from './right-named.ts';
import { isRefused } from './rights.ts';

/** Moves a student to another group: off the pages of the old one, on those of the new one. */
export interface TransferStudent {
  readonly student: string;
  readonly to: string;
  readonly on: PlainDate;
  readonly order: Order | null;
  readonly leaves: readonly string[];
  readonly joins: readonly string[];
}

/** Where the regulation lets nobody change groups in mid-period: the period that runs, as a no (T-32). */
function* atPeriodEnd(
  circumstances: Circumstances,
  { to, on }: TransferStudent,
  from: string | null,
  subject: Subject,
): Deciding<Refused | null> {
  const regulation = yield* regulationOn(circumstances, on);
  if (regulation.value('transfer.betweenGroups').groupMove === 'anytime') return null;
  const both = yield* readAll(groups, from === null ? [to] : [from, to]);
  const known = distinct(both.flatMap(({ pages }) => pages.map(({ period }) => period)));
  const running = (yield* readAll(periods, known)).find(
    (period) => period !== null && period.from < on && on <= period.until,
  );
  if (!running) return null;
  const facts = { on, from: running.from, until: running.until };
  return refuse('TRANSFER_IN_MID_PERIOD', subject, facts, regulation.rule('transfer.betweenGroups'));
}

/** Transfers a student by order from a day on; history stays with the old group (D-22, T-32). */
export function* transferStudent(circumstances: Circumstances, command: TransferStudent): Deciding {
  const { student, to, on, order, joins, leaves } = command;
  const subject = { student };
  const regulation = yield* regulationOn(circumstances, on);
  const role = yield* rightOfNamed(
    circumstances,
    circumstances.source === 'import' ? 'history.import' : 'student.move',
    {
      named: regulation.value('transfer.betweenGroups').by,
      rule: regulation.rule('transfer.betweenGroups'),
      subject,
    },
  );
  if (isRefused(role)) return role;
  const enrolment = currentEnrolment(yield* read(students, student));
  if (!enrolment) return refuse('NOT_ENROLLED', subject, { day: on });
  const { group: from } = enrolment;
  if (from === to) return accept(role, []);
  const unordered = orderBehind(circumstances, order, subject);
  if (unordered) return unordered;
  if (on <= enrolment.from) return refuse('DATE_OUT_OF_RANGE', subject, { on, from: enrolment.from });
  const open = yield* openGroup(to, subject);
  if (isRefused(open)) return open;
  if (from !== null) yield* read(groups, from);
  const early =
    circumstances.source === 'import' ? null : yield* atPeriodEnd(circumstances, command, from, subject);
  if (early) return early;

  const lastDay = plusDays(on, -1);
  const joined = yield* joining(student, to, distinct(joins), on);
  if (isRefused(joined)) return joined;
  const left = yield* leaving(student, distinct(leaves, joins), lastDay);
  if (isRefused(left)) return left;
  const writes = [
    ofStudent(student, { type: 'StudentTransferred', data: { student, from, to, on, order } }),
    ...ofGroup(from, (group) => ({ type: 'GroupLeft', data: { group, student, until: lastDay } })),
    ...ofGroup(to, (group) => ({ type: 'GroupJoined', data: { group, student, from: on } })),
    ...left,
    ...joined,
  ];
  return accept(role, writes, { occurredOn: on });
}
