import type { PlainDate } from '../policies/calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { currentEnrolment, students } from './folds/student.ts';
import { ofStudent, rightToMove } from './movement.ts';
import { orderBehind, type Order } from './order.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rightTo } from './rights.ts';

/** The parts of a student's name; personal, so never in a body. */
export interface StudentName {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}

/** Makes a student known. */
export interface RegisterStudent extends StudentName {
  readonly student: string;
}

/** Gives a student another name from a day on. */
export interface RenameStudent extends RegisterStudent {
  readonly on: PlainDate;
  readonly order: Order | null;
}

/** A name as events seal it. */
export const sealedName = ({ familyName, givenName, patronymic }: StudentName) => ({
  familyName,
  givenName,
  ...(patronymic === null ? {} : { patronymic }),
});

/** Registers a student under a name. */
export function* registerStudent(circumstances: Circumstances, command: RegisterStudent): Deciding {
  const { student } = command;
  const role = yield* rightToMove(circumstances, { student });
  if (isRefused(role)) return role;
  const { registered } = yield* read(students, student);
  if (registered) return refuse('ALREADY_EXISTS', { student }, { what: 'student' });
  const event = { type: 'StudentRegistered', data: { student }, sealed: sealedName(command) } as const;
  return accept(role, [ofStudent(student, event)]);
}

/** Gives a student another name by an order; documents already issued keep the old one (T-33). */
export function* renameStudent(circumstances: Circumstances, command: RenameStudent): Deciding {
  const { student, on, order } = command;
  const role = yield* rightToMove(circumstances, { student });
  if (isRefused(role)) return role;
  const { registered } = yield* read(students, student);
  if (!registered) return refuse('NOT_FOUND', { student }, { what: 'student' });
  const unordered = orderBehind(circumstances, order, { student });
  if (unordered) return unordered;
  const data = { student, on, order };
  const event = { type: 'StudentRenamed', data, sealed: sealedName(command) } as const;
  return accept(role, [ofStudent(student, event)], { occurredOn: on });
}

/**
 * Puts a mistake in a student's data right: the administration, and the curator of the group where the
 * regulation lets them; where it wants a request instead, the refusal says so (D-12, R-REF-05).
 */
export function* correctStudentData(circumstances: Circumstances, command: RegisterStudent): Deciding {
  const { student } = command;
  const subject = { student };
  const state = yield* read(students, student);
  const asOffice = yield* rightTo(circumstances, 'student.move', subject);
  const group = currentEnrolment(state)?.group ?? null;
  const role = isRefused(asOffice)
    ? yield* rightAsCurator(circumstances, 'personalData.correct', group, subject)
    : asOffice;
  if (isRefused(role)) return role;
  if (role === 'groupCurator') {
    const regulation = yield* regulationOn(circumstances, circumstances.today);
    const mode = regulation.value('personalData.curatorMayEdit');
    if (mode !== 'direct')
      return refuse(
        'NOT_PERMITTED',
        subject,
        { capability: 'student.move', mode },
        regulation.rule('personalData.curatorMayEdit'),
      );
  }
  if (!state.registered) return refuse('NOT_FOUND', subject, { what: 'student' });
  const data = { student, request: null };
  const event = { type: 'StudentDataCorrected', data, sealed: sealedName(command) } as const;
  return accept(role, [ofStudent(student, event)]);
}
