import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { exportsOf } from '../projections/exports/queries.ts';
import type { ExportJob as Row } from '../projections/exports/table.ts';
import { isKept } from '../src/policies/export-term.ts';
import { Access } from './access.ts';
import { scopeFor, viewerOf, type Context } from './context.ts';
import { ExportFailure, ExportFormat, ExportState } from './enums/export.ts';
import { globalId } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { Instant, Position } from './scalars.ts';

const exporting = { capability: 'auditTrail.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A part of the trail as a file: asked for, made, fetched.',
})
export class ExportJob {
  @Access(exporting)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(exporting)
  @Field(() => ExportState, { description: 'What became of it.' })
  readonly state!: Row['state'];

  @Access(exporting)
  @Field(() => ExportFailure, { nullable: true, description: 'Why it failed, where it did.' })
  readonly failure!: Row['cause'];

  @Access(exporting)
  @Field(() => ExportFormat, { description: 'In which form.' })
  readonly format!: Row['format'];

  @Access(exporting)
  @Field(() => Boolean, { description: 'Whether each row has its proof.' })
  readonly withProofs!: boolean;

  @Access(exporting)
  @Field(() => Instant, { description: 'When it was asked for; what happened later is no part of it.' })
  readonly requestedAt!: string;

  @Access(exporting)
  @Field(() => Int, { nullable: true, description: 'How many events it has.' })
  readonly rows!: number | null;

  @Access(exporting)
  @Field(() => Position, { nullable: true, description: 'How many bytes.' })
  readonly size!: bigint | null;

  @Access(exporting)
  @Field(() => String, {
    nullable: true,
    description: 'The SHA-256 of the file, hex: hold what you kept against it.',
  })
  readonly sha256!: string | null;

  @Access(exporting)
  @Field(() => Position, { nullable: true, description: 'The size of the signed tree its proofs are of.' })
  readonly treeSize!: bigint | null;

  @Access(exporting)
  @Field(() => Instant, { nullable: true, description: 'When the file and its key are gone.' })
  readonly expires!: string | null;

  @Access(exporting)
  @Field(() => Int, { description: 'How often it was fetched.' })
  readonly fetched!: number;

  @Access(exporting)
  @Field(() => String, {
    nullable: true,
    description:
      'Where its owner fetches it with the same bearer token: `GET`, relative to this API; null before it is made and once it is gone.',
  })
  readonly path!: string | null;
}

const exportOf =
  (now: string) =>
  ({ export: uuid, cause, owner: _, position: __, filter: ___, ...row }: Row): ExportJob => {
    const id = globalId('Export', uuid);
    const isThere = row.expires !== null && isKept(row.expires, now);
    return { ...row, id, failure: cause, path: isThere ? `/exports/${id}` : null };
  };

/** Files of the trail that somebody asked for. */
@Resolver()
export class ExportResolver {
  @Access(exporting)
  @Query(() => [ExportJob], {
    description:
      'The exports that the viewer asked for, the latest first; other people’s are nobody’s to see.',
  })
  async exports(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly ExportJob[]> {
    await reach(context, minPosition);
    const { account } = viewerOf(context);
    const jobs = await exportsOf(context.reader, scopeFor(context, 'auditTrail.read'), account);
    return jobs.map(exportOf(context.college().now()));
  }
}
