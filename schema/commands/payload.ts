import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { EventType } from '../../events/register.ts';
import { Access } from '../access.ts';
import { EventKind } from '../enums/college.ts';
import { Base64, Position, UUID } from '../scalars.ts';
import { UserError } from '../user-error.ts';
import { Warning } from '../nouns/warning.ts';
import { Mark } from '../nouns/mark.ts';

@ObjectType({ simpleResolvers: true, description: 'An event that a command recorded.' })
export class RecordedEvent {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id: `auditLog.inclusion` proves that it stands in the signed log.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => EventKind, { description: 'What happened.' })
  readonly kind!: EventType;

  @Access('signedIn')
  @Field(() => Position, { description: 'Its place in the log.' })
  readonly position!: bigint;

  @Access('signedIn')
  @Field(() => Int, { description: 'Its place in its stream: the revision that a correction names.' })
  readonly revision!: number;

  @Access('signedIn')
  @Field(() => Base64, { description: 'The hash of its leaf in the tree over the log (RFC 6962).' })
  readonly leafHash!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The marks of a student at a lesson, right after a command.',
})
export class MarkCell {
  @Access('signedIn')
  @Field(() => ID, { description: 'The lesson.' })
  readonly lessonId!: string;

  @Access('signedIn')
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access('signedIn')
  @Field(() => Int, { description: 'The revision to name in a correction; -1 before the first mark.' })
  readonly revision!: number;

  @Access('signedIn')
  @Field(() => [Mark], { description: 'The marks in force.' })
  readonly marks!: readonly Mark[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'What became of a command: done, or refused with the reasons.',
})
export class CommandPayload {
  @Access('signedIn')
  @Field(() => UUID, { description: 'The command; in a list, the id derived for this one.' })
  readonly commandId!: string;

  @Access('signedIn')
  @Field(() => Boolean, {
    description: 'Whether it was carried out, now or by an earlier request with this id.',
  })
  readonly accepted!: boolean;

  @Access('signedIn')
  @Field(() => ID, { nullable: true, description: 'What it created or was about.' })
  readonly id!: string | null;

  @Access('signedIn')
  @Field(() => Position, {
    nullable: true,
    description: 'Give it to a query as `minPosition` to see the effect.',
  })
  readonly position!: bigint | null;

  @Access('signedIn')
  @Field(() => Base64, {
    nullable: true,
    description:
      'With `position` the receipt: the leaf hash of the event at that place, be it what was done or the refused attempt. The signed log holds this leaf or the receipt proves that it was rewritten; null where nothing was written.',
  })
  readonly leafHash!: string | null;

  @Access('signedIn')
  @Field(() => [RecordedEvent], { description: 'What was recorded; empty when nothing was left to do.' })
  readonly events!: readonly RecordedEvent[];

  @Access('signedIn')
  @Field(() => MarkCell, {
    nullable: true,
    description: 'For a command about marks: the cell, exact at once.',
  })
  readonly cell!: MarkCell | null;

  @Access('signedIn')
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was carried out.' })
  readonly userErrors!: readonly UserError[];

  @Access('signedIn')
  @Field(() => [Warning], {
    description: 'What was accepted and should yet be looked at; empty where there is nothing.',
  })
  readonly warnings!: readonly Warning[];
}

@ObjectType({ simpleResolvers: true, description: 'What became of a list of commands, each for itself.' })
export class CommandsPayload {
  @Access('signedIn')
  @Field(() => [CommandPayload], { description: 'One result per input, in the same order.' })
  readonly results!: readonly CommandPayload[];

  @Access('signedIn')
  @Field(() => Int, { description: 'How many were carried out.' })
  readonly accepted!: number;

  @Access('signedIn')
  @Field(() => Int, { description: 'How many were refused.' })
  readonly refused!: number;

  @Access('signedIn')
  @Field(() => Position, { nullable: true, description: 'The last position of all.' })
  readonly position!: bigint | null;
}
