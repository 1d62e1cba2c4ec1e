import { Field, ID, InputType } from 'type-graphql';
import type { AttestationForm as FormName } from '../../src/policies/attestation.ts';
import type { MarkScale as ScaleName } from '../../src/policies/mark-scale.ts';
import { AttestationForm, MarkScale } from '../enums/journal.ts';
import { sized } from '../bounds.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A page to be opened.' })
class OpenJournalInput {
  @Field(() => ID, { nullable: true, description: 'The group; none for a list of students.' })
  readonly groupId?: string | null;

  @Field(() => Label, { nullable: true, description: 'The name of the subgroup, if it is one.' })
  readonly subgroup?: string | null;

  @Field(() => ID, { description: 'The course unit.' })
  readonly courseUnitId!: string;

  @Field(() => ID, { description: 'The attestation period.' })
  readonly periodId!: string;

  @Field(() => MarkScale, { description: 'The scale of its current marks.' })
  readonly scale!: ScaleName;

  @Field(() => AttestationForm, { description: 'How it is attested.' })
  readonly attestationForm!: FormName;

  @Field(() => [ID], {
    nullable: true,
    description: 'Who is on it; left out: the whole group; empty: nobody yet.',
  })
  readonly studentIds?: readonly string[] | null;
}

@InputType({ description: 'A teacher for a page.' })
class AssignTeacherInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The account of the teacher or instructor.' })
  readonly accountId!: string;

  @Field(() => LocalDate, { description: 'From which day on.' })
  readonly from!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A teacher to be released from a page.' })
class ReleaseTeacherInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The account of the teacher.' })
  readonly accountId!: string;
}

@InputType({ description: 'Students for a page.' })
class ExtendRosterInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => [ID], { description: 'The students, 500 at most.' })
  readonly studentIds!: readonly string[];

  @Field(() => LocalDate, { description: 'From which day on.' })
  readonly from!: string;
}

@InputType({ description: 'A student who leaves a page.' })
class EndRosterEntryInput {
  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Field(() => LocalDate, { description: 'The last day on the page.' })
  readonly until!: string;
}

const students = (ids: readonly string[], least = 1): string[] =>
  sized('studentIds', ids, least, 500).map((id) => uuidOf('Student', id));

/** What an administrator does with pages. */
export const journalCommands = [
  defineCommand({
    one: 'openJournal',
    many: 'openJournals',
    description: 'Opens the page of a group (or subgroup, or list of students) in a course unit and period.',
    capability: 'journal.open',
    input: OpenJournalInput,
    command: ({ groupId, subgroup = null, courseUnitId, periodId, studentIds, ...page }, created) => ({
      command: {
        type: 'OpenJournal',
        data: {
          ...page,
          journal: created,
          group: uuidOrNull('StudyGroup', groupId),
          subgroup,
          courseUnit: uuidOf('CourseUnit', courseUnitId),
          period: uuidOf('AttestationPeriod', periodId),
          students: studentIds ? students(studentIds, 0) : null,
        },
      },
      id: globalId('Journal', created),
    }),
  }),
  defineCommand({
    one: 'assignTeacher',
    many: 'assignTeachers',
    description: 'Puts a page into the load of a teacher or instructor.',
    capability: 'journal.open',
    input: AssignTeacherInput,
    command: ({ journalId, accountId, from, order = null }) => ({
      command: {
        type: 'AssignTeacher',
        data: { journal: uuidOf('Journal', journalId), account: uuidOf('Account', accountId), from, order },
      },
      id: journalId,
    }),
  }),
  defineCommand({
    one: 'releaseTeacher',
    many: 'releaseTeachers',
    description: 'Takes a page out of the load of a teacher.',
    capability: 'journal.open',
    input: ReleaseTeacherInput,
    command: ({ journalId, accountId }) => ({
      command: {
        type: 'ReleaseTeacher',
        data: { journal: uuidOf('Journal', journalId), account: uuidOf('Account', accountId) },
      },
      id: journalId,
    }),
  }),
  defineCommand({
    one: 'extendRoster',
    many: 'extendRosters',
    description: 'Puts students on a page; those who are on it stay as they are.',
    capability: 'journal.open',
    input: ExtendRosterInput,
    command: ({ journalId, studentIds, from }) => ({
      command: {
        type: 'ExtendRoster',
        data: { journal: uuidOf('Journal', journalId), students: students(studentIds), from },
      },
      id: journalId,
    }),
  }),
  defineCommand({
    one: 'endRosterEntry',
    many: 'endRosterEntries',
    description: 'Takes a student off a page after a day; what was entered stays.',
    capability: 'journal.open',
    input: EndRosterEntryInput,
    command: ({ journalId, studentId, until }) => ({
      command: {
        type: 'EndRosterEntry',
        data: { journal: uuidOf('Journal', journalId), student: uuidOf('Student', studentId), until },
      },
      id: journalId,
    }),
  }),
];
