import { Field, ID, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../../events/role.ts';
import type { DutyOf, Task as Row } from '../../src/policies/duties/duty.ts';
import { Access } from '../access.ts';
import { Duty, TaskState, TaskSubject } from '../enums/control.ts';
import { Role } from '../enums/role.ts';
import { globalId, type NodeType } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: 'task.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'Something that is owed: what, by whom, until when, and by which clause.',
})
export class Task {
  readonly row!: Row;

  @Access(reading)
  @Field(() => Duty, { description: 'What.' })
  readonly duty!: Row['duty'];

  @Access(reading)
  @Field(() => TaskSubject, { description: 'What it is about.' })
  readonly subject!: DutyOf['kind'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'Its id; null for the college.' })
  readonly subjectId!: string | null;

  @Access(reading)
  @Field(() => String, {
    description:
      'What it is for: a year `2024`, a month `2024-09`, a week by its Monday, or the id of a period.',
  })
  readonly term!: string;

  @Access(reading)
  @Field(() => [Role], { description: 'Whoever holds one of these roles owes it, where nobody is named.' })
  readonly roles!: readonly RoleName[];

  @Access(reading)
  @Field(() => Role, { nullable: true, description: 'To whom it is handed in.' })
  readonly handedTo!: RoleName | null;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly dueOn!: string;

  @Access(reading)
  @Field(() => TaskState, { description: 'How it stands today.' })
  readonly state!: Row['state'];

  @Access(reading)
  @Field(() => Boolean, {
    description: 'Whether it was done after its last day, or is not done and it has passed.',
  })
  readonly late!: boolean;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day it was done; null where it is not, or where nothing says on which day.',
  })
  readonly doneOn!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The parameter of the regulation that dates it.' })
  readonly parameter!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The clause it comes from.' })
  readonly clause!: string | null;
}

const TYPES: Readonly<Record<Exclude<DutyOf['kind'], 'college'>, NodeType>> = {
  group: 'StudyGroup',
  page: 'Journal',
  courseUnit: 'CourseUnit',
  period: 'AttestationPeriod',
  regulationChange: 'RegulationChange',
  windowGrant: 'EditWindowGrant',
  roleGrant: 'RoleGrant',
};

const idOf = ({ kind, id }: DutyOf): string | null =>
  kind === 'college' || id === null ? null : globalId(TYPES[kind], id);

/** A year, a month and a day are shorter than the id of a period. */
const LONGEST_DATE = 10;

/** A task as the API shows it. */
export const taskAsShown = (row: Row): Task => ({
  row,
  duty: row.duty,
  subject: row.of.kind,
  subjectId: idOf(row.of),
  term: row.term.length > LONGEST_DATE ? globalId('AttestationPeriod', row.term) : row.term,
  roles: row.roles,
  handedTo: row.to,
  dueOn: row.dueOn,
  state: row.state,
  late: row.late,
  doneOn: row.doneOn,
  parameter: row.rule?.parameter ?? null,
  clause: row.rule?.clause ?? null,
});
