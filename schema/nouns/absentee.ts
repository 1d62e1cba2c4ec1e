import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  Absentee as Row,
  GuardianToTell as GuardianRow,
  Missed,
} from '../../projections/monitoring/absentees.ts';
import { Access } from '../access.ts';
import { AbsenceClass } from '../enums/journal.ts';
import { GuardianAlerter } from '../enums/monitoring.ts';
import { globalId } from '../global-id.ts';
import { Personal } from '../personal.ts';
import { LocalDate, LocalTime } from '../scalars.ts';

const reading = { capability: 'monitoring.read' } as const;
const knowing = { capability: 'registration.read', deny: 'null' } as const;

@ObjectType({ simpleResolvers: true, description: 'A lesson that a student missed.' })
class MissedLesson {
  @Access(reading)
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'Its page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => LocalTime, { description: 'When it started.' })
  readonly startsAt!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed.' })
  readonly academicHours!: number;

  @Access(reading)
  @Field(() => AbsenceClass, { description: 'Whether it is excused, as far as somebody has said so.' })
  readonly classified!: Missed['classified'];

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it had been announced before.' })
  readonly announced!: boolean;

  @Access(reading)
  @Field(() => Boolean, {
    description: 'Without a valid reason, or neither announced nor explained: it asks for a prompt reaction.',
  })
  readonly asksForReaction!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A guardian who is to be told of an absence.' })
class GuardianToTell {
  /** Whose guardian it is. */
  readonly studentUuid!: string;

  @Personal('guardian')
  @Access(knowing)
  @Field(() => ID, { nullable: true, description: 'The account.' })
  readonly accountId!: string | null;

  @Personal('staff')
  @Access(knowing)
  @Field(() => String, { nullable: true, description: 'The name; null where it was erased.' })
  readonly name!: string | null;

  @Access(knowing)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Declared in writing to want no electronic access: not to be told electronically.',
  })
  readonly declinedElectronicAccess!: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'A student who missed lessons on a day.' })
export class Absentee {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether any of it asks for a prompt reaction.' })
  readonly asksForReaction!: boolean;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours missed in all.' })
  readonly hoursMissed!: number;

  @Access(reading)
  @Field(() => [MissedLesson], { description: 'The lessons, by time.' })
  readonly missed!: readonly MissedLesson[];

  @Access(knowing)
  @Field(() => [GuardianToTell], { nullable: true, description: 'Who answers for the student that day.' })
  readonly guardians!: readonly GuardianToTell[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Who of a group was absent on a day.' })
export class AbsenteesOfDay {
  @Access(reading)
  @Field(() => LocalDate, { description: 'The day.' })
  readonly on!: string;

  @Access(reading)
  @Field(() => [GuardianAlerter], { description: 'Who is to tell the guardians, by the regulation.' })
  readonly alertedBy!: readonly ('groupCurator' | 'teacher' | 'system')[];

  @Access(reading)
  @Field(() => String, { description: 'The clause that says so.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => [Absentee], { description: 'First those whose absence asks for a prompt reaction.' })
  readonly absentees!: readonly Absentee[];
}

/** An absentee as the API shows one, with those of the guardians who answer for them. */
export const absenteeOf = (row: Row, guardians: readonly GuardianRow[]): Absentee => ({
  row,
  studentId: globalId('Student', row.student),
  asksForReaction: row.asksForReaction,
  hoursMissed: row.hoursMissed,
  missed: row.missed.map(({ lesson, journal, ...missed }) => ({
    ...missed,
    lessonId: globalId('Lesson', lesson),
    journalId: globalId('Journal', journal),
  })),
  guardians: guardians
    .filter(({ student }) => student === row.student)
    .map(({ account, name, declinedElectronicAccess }) => ({
      studentUuid: row.student,
      accountId: globalId('Account', account),
      name,
      declinedElectronicAccess,
    })),
});
