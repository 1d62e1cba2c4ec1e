import 'reflect-metadata';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import {
  Arg,
  buildSchemaSync,
  createUnionType,
  Field,
  ID,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { Access } from '../../schema/access.ts';
import { secure } from '../../schema/secure.ts';

@InterfaceType({ description: 'Anything with an id.' })
abstract class Thing {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
}

@ObjectType({ implements: Thing, simpleResolvers: true, description: 'A student.' })
class Student extends Thing {
  @Access({ capability: 'directory.read' })
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @Access({ capability: 'guardianship.establish', deny: 'null' })
  @Field(() => String, { nullable: true, description: 'The phone, for who registers guardians.' })
  readonly phone!: string | null;

  @Access({ capability: ['gradebook.read', 'diary.read'] })
  @Field(() => [Mark], { description: 'The marks.' })
  readonly marks!: readonly Mark[];

  @Access({ capability: ['gradebook.read', 'diary.read'] })
  @Field(() => Mark, { description: 'The best of them.' })
  readonly best!: unknown;
}

@ObjectType({ simpleResolvers: true, description: 'A mark.' })
class Mark {
  @Access({ capability: ['gradebook.read', 'diary.read'] })
  @Field(() => String, { description: 'Its value.' })
  readonly value!: string;

  @Access({ capability: 'markHistory.read' })
  @Field(() => [String], { description: 'What it was before.' })
  readonly history!: readonly string[];

  @Access({ capability: 'gradebook.read' })
  @Field(() => Student, { description: 'Whose it is.' })
  readonly student!: unknown;
}

@ObjectType({ implements: Thing, simpleResolvers: true, description: 'An entry of the audit trail.' })
class Entry extends Thing {
  @Access({ capability: 'auditTrail.read' })
  @Field(() => String, { description: 'What happened.' })
  readonly kind!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A session.' })
class SignedIn {
  @Access('public')
  @Field(() => String, { description: 'The access token.' })
  readonly token!: string;
}

const Found = createUnionType({
  name: 'Found',
  description: 'What a search finds.',
  types: () => [Student, Entry] as const,
});

const student = (n: number): object => ({
  id: `s${n}`,
  name: `Student ${n}`,
  phone: 'SECRET',
  marks: [mark(n)],
  get best() {
    return mark(n);
  },
});
const mark = (n: number): object => ({
  value: '5',
  history: ['4'],
  get student() {
    return student(n);
  },
});

@Resolver()
class Example {
  @Access('public')
  @Query(() => String, { description: 'For everyone.' })
  hello(@Arg('name', () => String, { nullable: true, description: 'Who.' }) name?: string): string {
    return `hello ${name ?? ''}`;
  }

  @Access({ capability: ['directory.read', 'diary.read'] })
  @Query(() => [Student], { description: 'Students.' })
  students(@Arg('first', () => Int, { defaultValue: 2, description: 'How many.' }) first: number): object[] {
    return Array.from({ length: Math.min(first, 10) }, (_, n) => student(n));
  }

  @Access('signedIn')
  @Query(() => Thing, { nullable: true, description: 'Something by its id.' })
  thing(@Arg('id', () => ID, { description: 'Which.' }) id: string): object {
    return id.startsWith('s')
      ? Object.assign(new Student(), student(1))
      : Object.assign(new Entry(), { id, kind: 'X' });
  }

  @Access('signedIn')
  @Query(() => [Found], { description: 'A search.' })
  search(): object[] {
    return [
      { __typename: 'Student', ...student(1) },
      { __typename: 'Entry', id: 'e1', kind: 'MarkRecorded' },
    ];
  }

  @Access('public')
  @Query(() => String, { nullable: true, description: 'Fails.' })
  boom(): string {
    throw new TypeError('no such row: "Иванов Пётр"');
  }

  @Access('public')
  @Query(() => String, { nullable: true, description: 'Fails as if there were no database.' })
  outage(): string {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
  }

  @Access('public')
  @Query(() => String, { nullable: true, description: 'Refuses in a declared way.' })
  limited(): string {
    throw new GraphQLError('Too many attempts.', {
      extensions: { code: 'RATE_LIMITED', retryAfter: 9, secret: 1 },
    });
  }

  @Access({ capability: 'mark.record' })
  @Mutation(() => String, { description: 'Records a mark.' })
  recordMark(@Arg('value', () => String, { description: 'The mark.' }) value: string): string {
    return value;
  }

  @Access('public')
  @Mutation(() => SignedIn, { nullable: true, description: 'Signs in.' })
  signIn(@Arg('code', () => String, { description: 'A code.' }) code: string): object | null {
    return code === 'used' ? null : { token: code };
  }
}

/** A small schema with every kind of policy, type and failure; it knows nothing of the college's. */
export const unsecuredExample = (): GraphQLSchema =>
  buildSchemaSync({ resolvers: [Example], orphanedTypes: [Student, Entry, Mark], validate: false });

/** The same, guarded. */
export const exampleSchema = (): GraphQLSchema => secure(unsecuredExample());
