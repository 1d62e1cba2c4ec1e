import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { absenceCorrections, attendanceChecks } from '../projections/attendance/queries-control.ts';
import type { AbsenceCorrection as Row } from '../projections/attendance/table-control.ts';
import { Access } from './access.ts';
import { Personal } from './personal.ts';
import { scopeFor, type Context } from './context.ts';
import { AbsenceCorrectionStatus, AttendanceAsCorrected } from './enums/attendance.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Student } from './nouns/student.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const reading = { capability: 'attendance.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A correction of attendance that a curator proposed.' })
class AbsenceCorrection {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'To be named by the teacher’s answer.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => AttendanceAsCorrected, { description: 'What the entry should say.' })
  readonly to!: Row['to'];

  @Access(reading)
  @Field(() => AbsenceCorrectionStatus, { description: 'What became of it.' })
  readonly status!: Row['status'];

  @Access(reading)
  @Field(() => Instant, { description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Why.' })
  readonly reason!: string | null;

  @Personal('special')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Why the teacher did not agree.' })
  readonly answer!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A week whose attendance the curator went through.' })
class AttendanceCheck {
  @Access(reading)
  @Field(() => LocalDate, { description: 'Its Monday.' })
  readonly week!: string;

  @Access(reading)
  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly checkedOn!: string;
}

const correctionOf = (row: Row): AbsenceCorrection => ({
  row,
  id: globalId('AbsenceCorrection', row.correction),
  journalId: globalId('Journal', row.journal),
  lessonId: globalId('Lesson', row.lesson),
  to: row.to,
  status: row.status,
  proposedAt: row.proposedAt,
  reason: row.reason,
  answer: row.answer,
});

/** What curators do about the attendance of their groups. */
@Resolver(() => AbsenceCorrection)
export class AttendanceControlResolver {
  @Access(reading)
  @Query(() => [AbsenceCorrection], {
    description: 'Corrections of attendance that curators proposed, newest first, 500 at most.',
  })
  async absenceCorrections(
    @Arg('journalId', () => ID, { nullable: true, description: 'Of one page.' }) journalId: string | null,
    @Arg('groupId', () => ID, { nullable: true, description: 'Of one group.' }) groupId: string | null,
    @Arg('status', () => AbsenceCorrectionStatus, {
      nullable: true,
      description: 'Only those that stand so.',
    })
    status: Row['status'] | null,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AbsenceCorrection[]> {
    await reach(context, minPosition);
    const filter = {
      journal: journalId ? uuidOf('Journal', journalId) : undefined,
      group: groupId ? uuidOf('StudyGroup', groupId) : undefined,
      status: status ?? undefined,
    };
    const rows = await absenceCorrections(context.reader, scopeFor(context, 'attendance.read'), filter);
    return rows.map(correctionOf);
  }

  @Access(reading)
  @Query(() => [AttendanceCheck], {
    description: 'The weeks of a group whose attendance the curator went through, the latest first.',
  })
  async attendanceChecks(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly AttendanceCheck[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'attendance.read');
    return await attendanceChecks(context.reader, scope, uuidOf('StudyGroup', groupId));
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { row }: AbsenceCorrection, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }

  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'The curator who proposed it.' })
  proposedBy(@Root() { row }: AbsenceCorrection, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.proposedBy);
  }
}
