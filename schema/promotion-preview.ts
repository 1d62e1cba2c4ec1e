import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { groups, membersOn } from '../src/decisions/folds/group.ts';
import { students } from '../src/decisions/folds/student.ts';
import { promotedTo, promotions, type PromotionKind as KindName } from '../src/decisions/promotion.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { PromotionKind } from './enums/college.ts';
import { globalId, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { Student } from './nouns/student.ts';

const reading = { capability: 'group.promote' } as const;

@ObjectType({ simpleResolvers: true, description: 'What a promotion does to a student.' })
export class StudentPromotion {
  readonly uuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it is conditional, because of academic debts.' })
  readonly conditional!: boolean;

  @Access(reading)
  @Field(() => [ID], { description: 'The pages in which a debt stands; it survives the promotion.' })
  readonly debtJournalIds!: readonly string[];
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
  @Field(() => [StudentPromotion], { description: 'Its students of today.' })
  readonly students!: readonly StudentPromotion[];
}

/** Looking before promoting: from the same states and by the same rule as the promotion itself. */
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
    const group = await stateOf(groups, uuidOf('StudyGroup', groupId));
    if (!group.formed) return null;
    const members = membersOn(group, await today());
    const states = await Promise.all(members.map((student) => stateOf(students, student)));
    const to = promotedTo(group, promotion);
    return {
      fromSemester: group.semester,
      toSemester: to.semester,
      toYear: to.year,
      students: promotions(members, states).map(({ student, conditional, debts }) => ({
        uuid: student,
        studentId: globalId('Student', student),
        conditional,
        debtJournalIds: debts.map((journal) => globalId('Journal', journal)),
      })),
    };
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student.' })
  student(@Root() { uuid }: StudentPromotion, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, uuid);
  }
}
