import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { graduatedOn, groups, membersOn } from '../src/decisions/folds/group.ts';
import { students } from '../src/decisions/folds/student.ts';
import {
  concerned,
  isMoved,
  promotedTo,
  promotions,
  type PromotionKind as KindName,
  type PromotionOutcome as OutcomeName,
} from '../src/decisions/promotion.ts';
import { graduations, type StudentGraduation as GraduationRow } from '../src/decisions/graduation.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { PromotionKind } from './enums/college.ts';
import { GraduationOutcome, PromotionOutcome } from './enums/movement.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { Student } from './nouns/student.ts';
import { LocalDate } from './scalars.ts';

const reading = { capability: 'group.promote' } as const;

@ObjectType({ simpleResolvers: true, description: 'What a promotion does to a student.' })
export class StudentPromotion {
  readonly uuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => PromotionOutcome, { description: 'What happens, and why.' })
  readonly outcome!: OutcomeName;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether the student moves up at all.' })
  readonly moved!: boolean;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it is conditional, because of academic debts.' })
  readonly conditional!: boolean;

  @Access(reading)
  @Field(() => [ID], { description: 'The pages in which a debt stands; it survives the promotion.' })
  readonly debtJournalIds!: readonly string[];

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of the leave that holds the student back.',
  })
  readonly leaveUntil!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What `promoteGroup` would do now.' })
class PromotionPreview {
  @Access(reading)
  @Field(() => Int, {
    description: 'The semester the group is in: give it to `promoteGroup` as `fromSemester`.',
  })
  readonly fromSemester!: number;

  @Access(reading)
  @Field(() => Int, { description: 'The semester it would be in.' })
  readonly toSemester!: number;

  @Access(reading)
  @Field(() => Int, { description: 'The year of study it would be in.' })
  readonly toYear!: number;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day it graduated: then nobody is promoted.' })
  readonly graduatedOn!: string | null;

  @Access(reading)
  @Field(() => [StudentPromotion], {
    description: 'Its students of today, and those who left since the group last moved.',
  })
  readonly students!: readonly StudentPromotion[];
}

@ObjectType({ simpleResolvers: true, description: 'What a graduation does to a student.' })
export class StudentGraduation {
  readonly uuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => GraduationOutcome, { description: 'What happens, and why.' })
  readonly outcome!: GraduationRow['outcome'];

  @Access(reading)
  @Field(() => [ID], { description: 'The pages in which a debt stands.' })
  readonly debtJournalIds!: readonly string[];
}

const debtIds = (debts: readonly string[]): readonly string[] =>
  debts.map((journal) => globalId('Journal', journal));

/** Looking before moving a group: from the same states and by the same rule as the act itself. */
@Resolver(() => StudentPromotion)
export class PromotionPreviewResolver {
  @Access(reading)
  @Query(() => PromotionPreview, {
    nullable: true,
    description: 'What a promotion would do now; null for an unknown group.',
  })
  async promotionPreview(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('promotion', () => PromotionKind, { description: 'Where it leads.' }) promotion: KindName,
    @Ctx() { college }: Context,
  ): Promise<PromotionPreview | null> {
    const { stateOf, today } = college();
    const id = uuidOf('StudyGroup', groupId);
    const group = await stateOf(groups, id);
    if (!group.formed) return null;
    const day = await today();
    const concerns = concerned(group, day);
    const states = await Promise.all(concerns.map((student) => stateOf(students, student)));
    const to = promotedTo(group, promotion);
    return {
      fromSemester: group.semester,
      toSemester: to.semester,
      toYear: to.year,
      graduatedOn: graduatedOn(group),
      students: promotions(id, concerns, states, day).map((promoted) => ({
        uuid: promoted.student,
        studentId: globalId('Student', promoted.student),
        outcome: promoted.outcome,
        moved: isMoved(promoted),
        conditional: promoted.outcome === 'conditional',
        debtJournalIds: debtIds(promoted.debts),
        leaveUntil: promoted.leaveUntil,
      })),
    };
  }

  @Access(reading)
  @Query(() => [StudentGraduation], {
    nullable: true,
    description: 'What `graduateGroup` would do on a day; null for an unknown group.',
  })
  async graduationPreview(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('on', () => LocalDate, { description: 'The last day.' }) on: string,
    @Ctx() { college }: Context,
  ): Promise<readonly StudentGraduation[] | null> {
    const { stateOf } = college();
    const group = await stateOf(groups, uuidOf('StudyGroup', groupId));
    if (!group.formed) return null;
    const members = membersOn(group, on);
    const states = await Promise.all(members.map((student) => stateOf(students, student)));
    return graduations(members, states, on).map(({ student, outcome, debts }) => ({
      uuid: student,
      studentId: globalId('Student', student),
      outcome,
      debtJournalIds: debtIds(debts),
    }));
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { uuid }: StudentPromotion, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, uuid);
  }
}

/** Who it is. */
@Resolver(() => StudentGraduation)
export class StudentGraduationEdges {
  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { uuid }: StudentGraduation, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, uuid);
  }
}
