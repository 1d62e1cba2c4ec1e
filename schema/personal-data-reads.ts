import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Purpose } from '../events/event.ts';
import { accountsOfStudent } from '../projections/directory/accounts-of-student.ts';
import { sliceOf } from '../projections/slice.ts';
import type { RecordedReading } from '../src/disclosure/reading.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { AFTER, connected, connectionOf, FIRST, sliceAt, type Connection } from './connection.ts';
import { viewerOf, type Context } from './context.ts';
import { DataPurpose } from './enums/personal-data.ts';
import { globalId, uuidIfGiven, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { Account } from './nouns/account.ts';
import { Instant, UUID } from './scalars.ts';
import { problem } from './errors/problem.ts';

const watching = { capability: 'personalDataRead.read' } as const;

/** Auditors and administrators; and learners and guardians about themselves, where the regulation lets them. */
const either = { capability: ['personalDataRead.read', 'diary.read'] } as const;

@ObjectType({
  simpleResolvers: true,
  description:
    'An answer in which one of the staff read personal data of others: one entry, however many they were.',
})
class PersonalDataRead {
  readonly reading!: RecordedReading;

  @Access(either)
  @Field(() => Instant, { description: 'When, by the clock of the database.' })
  readonly at!: string;

  @Access(either)
  @Field(() => [DataPurpose], { description: 'What kinds of data were read.' })
  readonly purposes!: readonly Purpose[];

  @Access(watching)
  @Field(() => [String], { description: 'The fields, `Type.field`.' })
  readonly fields!: readonly string[];

  @Access(watching)
  @Field(() => Int, { description: 'About how many people: students and accounts.' })
  readonly subjects!: number;

  @Access(watching)
  @Field(() => String, { nullable: true, description: 'The name that the client gave the operation.' })
  readonly operation!: string | null;

  @Access(watching)
  @Field(() => UUID, { description: 'The request, as the server’s log has it.' })
  readonly requestId!: string;
}

const readOf = (reading: RecordedReading): PersonalDataRead => ({
  reading,
  at: reading.at,
  purposes: reading.purposes,
  fields: reading.fields,
  subjects: reading.subjects.length,
  operation: reading.operation,
  requestId: reading.request,
});

const PersonalDataReads = connectionOf(
  'PersonalDataReads',
  'A page of readings of personal data.',
  PersonalDataRead,
  either,
);

@InputType({ description: 'Which readings of personal data are asked for.' })
class PersonalDataReadFilter {
  @Field(() => ID, { nullable: true, description: 'Who read: the account.' })
  readonly readerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About which student, the own accounts included.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About whose account.' })
  readonly accountId?: string | null;

  @Field(() => Instant, { nullable: true, description: 'From this instant on.' })
  readonly from?: string | null;

  @Field(() => Instant, { nullable: true, description: 'Before this instant.' })
  readonly to?: string | null;
}

const ofStudent = async (context: Context, student: string): Promise<readonly string[]> => [
  student,
  ...(await accountsOfStudent(context.reader, viewerOf(context).college, student)),
];

/** Whether the regulation of today lets people see who read their data. */
const areReadersShown = async (context: Context): Promise<boolean> => {
  const college = context.college();
  const today = await college.today();
  const regulation = regulationAt(await college.stateOf(regulations, college.id), today);
  return regulation.value('personalData.readersShown');
};

/** Who read whose personal data. */
@Resolver(() => PersonalDataRead)
export class PersonalDataReadResolver {
  @Access(watching)
  @Query(() => PersonalDataReads, {
    description:
      'Who of the staff read personal data of others, newest first. Empty where the regulation has no readings recorded (`personalData.accessLog`).',
  })
  async personalDataReads(
    @Arg('filter', () => PersonalDataReadFilter, { defaultValue: {}, description: 'Which readings.' })
    { readerId, studentId, accountId, from, to }: PersonalDataReadFilter,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PersonalDataRead>> {
    const student = uuidIfGiven('Student', studentId);
    const account = uuidIfGiven('Account', accountId);
    const subjects =
      student === undefined
        ? account === undefined
          ? undefined
          : [account]
        : [...(await ofStudent(context, student)), ...(account === undefined ? [] : [account])];
    const filter = {
      account: uuidIfGiven('Account', readerId),
      subjects,
      from: from ?? undefined,
      to: to ?? undefined,
    };
    const at = sliceAt(first, after);
    const rows = await context.disclosures.list(
      viewerOf(context).college,
      filter,
      first + 1,
      'after' in at ? at.after : undefined,
    );
    return connected(sliceOf(rows, first), readOf);
  }

  @Access({ capability: 'diary.read' })
  @Query(() => PersonalDataReads, {
    description:
      'Who of the staff read the personal data of a student: for the student and the guardians, where the regulation shows it (`personalData.readersShown`); else refused.',
  })
  async readersOfMyData(
    @Arg('studentId', () => ID, { description: 'The student: oneself, or a ward.' }) studentId: string,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PersonalDataRead>> {
    const { college, self, wards } = viewerOf(context);
    const student = uuidOf('Student', studentId);
    const isTheirs = self.has(student) || wards.has(student);
    if (!isTheirs || !(await areReadersShown(context))) throw problem('READERS_NOT_SHOWN');
    const at = sliceAt(first, after);
    const before = 'after' in at ? at.after : undefined;
    const subjects = await ofStudent(context, student);
    const rows = await context.disclosures.list(college, { subjects }, first + 1, before);
    return connected(sliceOf(rows, first), readOf);
  }

  @Access(either)
  @FieldResolver(() => Account, { nullable: true, description: 'Who read.' })
  by(@Root() { reading }: PersonalDataRead, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, reading.account);
  }

  @Access(watching)
  @FieldResolver(() => [ID], { description: 'The students and accounts it was about, by their ids.' })
  async subjectIds(
    @Root() { reading }: PersonalDataRead,
    @Ctx() { loaders }: Context,
  ): Promise<readonly string[]> {
    const students = await Promise.all(reading.subjects.map((id) => load(loaders.students, id)));
    return reading.subjects.map((id, index) => globalId(students[index] ? 'Student' : 'Account', id));
  }
}
