import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Role as RoleName } from '../events/role.ts';
import { ownAccount } from '../projections/directory/viewer.ts';
import type { Capability as CapabilityName } from '../src/policies/access.ts';
import { Access } from './access.ts';
import { viewerOf, type Context, type SignedIn } from './context.ts';
import { Capability, Role } from './enums/role.ts';
import { globalId } from './global-id.ts';
import { load } from './loaders.ts';
import { Account, accountOf } from './nouns/account.ts';
import { StudyGroup } from './nouns/study-group.ts';
import { Student } from './nouns/student.ts';
import { LocalDate } from './scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'Who asks, and what they may do.' })
export class Viewer {
  readonly signedIn!: SignedIn;

  @Access('signedIn')
  @Field(() => [Role], { description: 'The roles that stand.' })
  readonly roles!: readonly RoleName[];

  @Access('signedIn')
  @Field(() => [Capability], { description: 'What the roles may ever do: to show or hide buttons.' })
  readonly can!: readonly CapabilityName[];

  @Access('signedIn')
  @Field(() => [ID], { description: 'Pages in the teaching load, and of lessons the viewer stands in for.' })
  readonly journalIds!: readonly string[];
}

/** Who asks. */
@Resolver(() => Viewer)
export class ViewerResolver {
  @Access('signedIn')
  @Query(() => Viewer, { description: 'Who asks, and what they may do.' })
  viewer(@Ctx() context: Context): Viewer {
    const signedIn = viewerOf(context);
    return {
      signedIn,
      roles: [...signedIn.roles],
      can: [...signedIn.capabilities].sort(),
      journalIds: [...signedIn.journals].map((journal) => globalId('Journal', journal)),
    };
  }

  @Access('signedIn')
  @FieldResolver(() => Account, { nullable: true, description: 'The account.' })
  async account(@Root() { signedIn }: Viewer, @Ctx() { reader }: Context): Promise<Account | null> {
    const own = await ownAccount(reader, signedIn);
    return own ? accountOf(own) : null;
  }

  @Access('signedIn')
  @FieldResolver(() => LocalDate, { description: 'Today in the zone of the college.' })
  today(@Ctx() { college }: Context): Promise<string> {
    return college().today();
  }

  @Access({ capability: ['directory.read', 'diary.read'], deny: 'null' })
  @FieldResolver(() => [StudyGroup], { nullable: true, description: 'Groups the viewer is the curator of.' })
  async groups(@Root() { signedIn }: Viewer, @Ctx() { loaders }: Context): Promise<readonly StudyGroup[]> {
    const groups = await Promise.all([...signedIn.groups].map((group) => load(loaders.groups, group)));
    return groups.filter((group) => group !== null);
  }

  @Access({ capability: ['directory.read', 'diary.read'], deny: 'null' })
  @FieldResolver(() => [Student], {
    nullable: true,
    description:
      'The viewer as a student, the students they answer for as a guardian, and those of whom a guardian handed a right on to them.',
  })
  async students(@Root() { signedIn }: Viewer, @Ctx() { loaders }: Context): Promise<readonly Student[]> {
    const { self, wards, delegated } = signedIn;
    const handedOn = [...delegated.values()].flatMap((reached) => [...reached]);
    const ids = new Set([...self, ...wards, ...handedOn]);
    const students = await Promise.all([...ids].map((student) => load(loaders.students, student)));
    return students.filter((student) => student !== null);
  }
}
