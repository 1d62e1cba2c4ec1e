import { Field, ID, ObjectType } from 'type-graphql';
import type { PageRow } from '../../projections/gradebook/rows.ts';
import { Access } from '../access.ts';
import { AttestationForm, MarkScale } from '../enums/journal.ts';
import { globalId } from '../global-id.ts';
import { Position } from '../scalars.ts';

const reading = { capability: ['gradebook.read', 'diary.read', 'lesson.schedule'] } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A page of the journal: a group, subgroup or list of students in one course unit and period.',
})
export class Journal {
  readonly row!: PageRow;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The subgroup, if it is one.' })
  readonly subgroup!: string | null;

  @Access(reading)
  @Field(() => MarkScale, { description: 'The scale of its current marks.' })
  readonly scale!: PageRow['scale'];

  @Access(reading)
  @Field(() => AttestationForm, { description: 'How it is attested.' })
  readonly attestationForm!: PageRow['attestationForm'];

  @Access(reading)
  @Field(() => Position, { description: 'The last event that touched anything on it.' })
  readonly revision!: bigint;
}

/** A page as the API shows it. */
export const journalOf = (row: PageRow): Journal => ({
  row,
  id: globalId('Journal', row.journal),
  subgroup: row.subgroup,
  scale: row.scale,
  attestationForm: row.attestationForm,
  revision: row.revision,
});
