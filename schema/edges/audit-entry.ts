import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { AuditEntry } from '../nouns/audit-entry.ts';
import { Student } from '../nouns/student.ts';

const reading = { capability: ['auditTrail.read', 'markHistory.read'] } as const;

/** The edges of an entry of the trail. */
@Resolver(() => AuditEntry)
export class AuditEntryEdges {
  @Access(reading)
  @FieldResolver(() => Account, { nullable: true, description: 'Who did it.' })
  actor(@Root() { row }: AuditEntry, @Ctx() { loaders }: Context): Promise<Account | null> {
    return load(loaders.accounts, row.actor);
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'On whose behalf, where on somebody’s.' })
  onBehalfOf(@Root() { row }: AuditEntry, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.onBehalfOf);
  }

  @Access(reading)
  @FieldResolver(() => Student, { nullable: true, description: 'The student it is about.' })
  student(@Root() { row }: AuditEntry, @Ctx() { loaders }: Context): Promise<Student | null> {
    return load(loaders.students, row.student);
  }
}
