import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access.ts';
import type { Context } from '../context.ts';
import { load } from '../loaders.ts';
import { Account } from '../nouns/account.ts';
import { AuditEntry } from '../nouns/audit-entry.ts';
import { InclusionProof } from '../nouns/log-proof.ts';
import { Student } from '../nouns/student.ts';
import { Base64 } from '../scalars.ts';

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

  @Access(reading)
  @FieldResolver(() => Base64, {
    nullable: true,
    description:
      'The hash of its leaf in the tree over the log (RFC 6962); null where the log lost the event.',
  })
  async leafHash(@Root() { row }: AuditEntry, @Ctx() { loaders }: Context): Promise<string | null> {
    const leaf = await loaders.leaves.load(String(row.position));
    return leaf?.leafHash.toString('base64') ?? null;
  }

  @Access({ capability: 'auditTrail.read', deny: 'null' })
  @FieldResolver(() => Base64, {
    nullable: true,
    description:
      'The event exactly as it is stored and signed: canonical JSON in UTF-8. Nothing personal stands in it but ids.',
  })
  async leafBytes(@Root() { row }: AuditEntry, @Ctx() { loaders }: Context): Promise<string | null> {
    const leaf = await loaders.leaves.load(String(row.position));
    return leaf && Buffer.from(leaf.body, 'utf8').toString('base64');
  }

  @Access(reading)
  @FieldResolver(() => InclusionProof, {
    nullable: true,
    description: 'That it stands in the latest checkpoint; null while it is not signed yet, for a second.',
  })
  proof(@Root() { row }: AuditEntry, @Ctx() { loaders }: Context): Promise<InclusionProof | null> {
    return loaders.proofs.load(String(row.position));
  }
}
