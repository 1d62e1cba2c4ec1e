import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { briefingsOf, registrants, type Registrant as Row } from '../projections/directory/registration.ts';
import { regulations } from '../src/decisions/folds/regulation.ts';
import { missingFields, type RegistrationField as FieldName } from '../src/policies/registration.ts';
import { regulationAt } from '../src/policies/regulation/regulation.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { AccountHolder, BriefingAudience, RegistrationField } from './enums/college.ts';
import { globalIdOrNull, uuidOf } from './global-id.ts';
import { load } from './loaders.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Account } from './nouns/account.ts';
import { Student } from './nouns/student.ts';
import { Personal } from './personal.ts';
import { Instant, LocalDate, Position } from './scalars.ts';

const reading = { capability: 'registration.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'When a group, or its guardians, were last briefed.' })
class Briefing {
  readonly briefedBy!: string;

  @Access(reading)
  @Field(() => BriefingAudience, { description: 'Who was briefed.' })
  readonly audience!: 'students' | 'guardians';

  @Access(reading)
  @Field(() => LocalDate, { description: 'On which day.' })
  readonly on!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody who should be a user of the journal: a student, or a guardian of one.',
})
export class Registrant {
  readonly studentUuid!: string;

  @Access(reading)
  @Field(() => AccountHolder, { description: 'A student or a guardian.' })
  readonly holder!: Row['holder'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The account; null: there is none yet.' })
  readonly accountId!: string | null;

  @Personal('staff')
  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The name on the account.' })
  readonly name!: string | null;

  @Access(reading)
  @Field(() => [RegistrationField], {
    description: 'What the regulation asks for and is not there; empty where it asks for nothing.',
  })
  readonly missing!: readonly FieldName[];

  @Access(reading)
  @Field(() => Boolean, { description: 'Declared in writing to want no electronic access: inform on paper.' })
  readonly declinedElectronicAccess!: boolean;

  @Access(reading)
  @Field(() => Instant, {
    nullable: true,
    description: 'When they last looked, as far as sessions are kept; null: not since.',
  })
  readonly lastSeenAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'How far a group and its guardians use the journal.' })
class GroupRegistration {
  @Access(reading)
  @Field(() => [Briefing], { description: 'The last briefing of students, and of guardians.' })
  readonly briefings!: readonly Briefing[];

  @Access(reading)
  @Field(() => [Registrant], { description: 'The students by name, each followed by their guardians.' })
  readonly registrants!: readonly Registrant[];
}

/** Registration of a group: for its curator and for administrators. */
@Resolver(() => Registrant)
export class RegistrationResolver {
  @Access(reading)
  @Query(() => GroupRegistration, {
    description: 'Who of a group and its guardians is not fully registered, and who has looked when.',
  })
  async registration(
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<GroupRegistration> {
    await reach(context, minPosition);
    const { reader, doors } = context;
    const { id, today, stateOf } = context.college();
    const [group, day, scope] = [
      uuidOf('StudyGroup', groupId),
      await today(),
      scopeFor(context, 'registration.read'),
    ];
    const [found, briefings, spans] = await Promise.all([
      registrants(reader, scope, group, day),
      briefingsOf(reader, scope, group),
      stateOf(regulations, id),
    ]);
    const required = regulationAt(spans, day).value('registration.requiredFields');
    const seen = await doors.lastSeen(found.flatMap(({ account }) => account ?? []));
    return {
      briefings: briefings.map(({ audience, on, by: briefedBy }) => ({ audience, on, briefedBy })),
      registrants: found.map((row) => ({
        studentUuid: row.student,
        holder: row.holder,
        accountId: globalIdOrNull('Account', row.account),
        name: row.name,
        missing: missingFields(required, row),
        declinedElectronicAccess: row.declinedElectronicAccess,
        lastSeenAt: (row.account && seen.get(row.account)) ?? null,
      })),
    };
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student it is, or who is answered for.' })
  student(@Root() { studentUuid }: Registrant, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, studentUuid);
  }
}

/** The edges of a briefing. */
@Resolver(() => Briefing)
export class BriefingEdges {
  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who gave it.' })
  by(@Root() { briefedBy }: Briefing, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, briefedBy);
  }
}
