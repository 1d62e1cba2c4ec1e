import { Arg, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { finalQualifications, type StudentQualification } from '../projections/final-work/queries.ts';
import type {
  FinalResult as ResultName,
  Supervised as Of,
} from '../src/decisions/folds/final-qualification.ts';
import { Access } from './access.ts';
import { Personal } from './personal.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { FinalResult, Supervised } from './enums/attestation.ts';
import { globalId, uuidOf } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { LocalDate, OrderReference, Position } from './scalars.ts';

const reading = { capability: 'finalQualification.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'Who supervises a student, by which order.' })
class Supervisor {
  @Access(reading)
  @Field(() => Supervised, { description: 'What for.' })
  readonly of!: Of;

  @Access(reading)
  @Field(() => ID, { description: 'The account of the supervisor.' })
  readonly accountId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => OrderReference, { description: 'The order.' })
  readonly order!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How the studies of a student end: supervisors, thesis (ВКР), demonstration exam.',
})
class FinalQualification {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Surname of the student; null where it was erased.' })
  readonly familyName!: string | null;

  @Personal('identity')
  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'First name of the student; null where it was erased.',
  })
  readonly givenName!: string | null;

  @Access(reading)
  @Field(() => [Supervisor], { description: 'The supervisors whom orders name.' })
  readonly supervisors!: readonly Supervisor[];

  @Access(reading)
  @Field(() => FinalResult, { nullable: true, description: 'The result of the thesis.' })
  readonly thesis!: ResultName | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day of the defence.' })
  readonly defendedOn!: string | null;

  @Access(reading)
  @Field(() => FinalResult, { nullable: true, description: 'The result of the demonstration exam.' })
  readonly demonstrationExam!: ResultName | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Its points from 0 to 100, where it counts any.' })
  readonly demonstrationExamPoints!: number | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day of the demonstration exam.' })
  readonly demonstrationExamOn!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'The revision that a correction names.' })
  readonly revision!: number;
}

@InputType({ description: 'Whose final qualification; what is left out is not asked.' })
class FinalQualificationFilter {
  @Field(() => ID, { nullable: true, description: 'Of everybody who studies in a group.' })
  readonly groupId?: string | null;
}

const qualificationOf = ({
  student,
  supervisors,
  exam,
  points,
  examOn,
  ...row
}: StudentQualification): FinalQualification => ({
  ...row,
  studentId: globalId('Student', student),
  supervisors: supervisors.map(({ account, ...supervisor }) => ({
    ...supervisor,
    accountId: globalId('Account', account),
  })),
  demonstrationExam: exam,
  demonstrationExamPoints: points,
  demonstrationExamOn: examOn,
});

/** How studies end. */
@Resolver()
export class FinalQualificationResolver {
  @Access(reading)
  @Query(() => FinalQualification, {
    nullable: true,
    description:
      'The final qualification of a student; null where nothing was entered or it is out of reach.',
  })
  async finalQualification(
    @Arg('studentId', () => ID, { description: 'The student.' }) studentId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<FinalQualification | null> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'finalQualification.read');
    const of = { student: uuidOf('Student', studentId) };
    const [row] = await finalQualifications(context.reader, scope, viewerOf(context).account, of);
    return row ? qualificationOf(row) : null;
  }

  @Access(reading)
  @Query(() => [FinalQualification], {
    description:
      'The final qualifications a viewer reaches, 1,000 at most; a supervisor: of whom an order names.',
  })
  async finalQualifications(
    @Arg('filter', () => FinalQualificationFilter, { defaultValue: {}, description: 'Whose.' })
    { groupId }: FinalQualificationFilter,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly FinalQualification[]> {
    await reach(context, minPosition);
    const scope = scopeFor(context, 'finalQualification.read');
    const of = groupId ? { group: uuidOf('StudyGroup', groupId) } : {};
    const rows = await finalQualifications(context.reader, scope, viewerOf(context).account, of);
    return rows.map(qualificationOf);
  }
}
