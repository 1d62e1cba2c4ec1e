import { Field, ID, ObjectType } from 'type-graphql';
import type { EventNamed, EventType } from '../../events/register.ts';
import type { Purpose } from '../../events/event.ts';
import type { Erasure as Row } from '../../projections/erasures/table.ts';
import { Access } from '../access.ts';
import { EventKind } from '../enums/college.ts';
import {
  DataPurpose,
  ErasureBasis,
  ErasureRefusal,
  ErasureRequester,
  ErasureState,
  ErasureSubject,
} from '../enums/personal-data.ts';
import { globalId } from '../global-id.ts';
import { Instant, LocalDate, Position, UUID } from '../scalars.ts';

/** Who sees that data were destroyed; what they said, nobody sees. */
export const readingErasures = { capability: 'erasure.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'From which day on data of one purpose may be destroyed.' })
export class ErasureTerm {
  @Access(readingErasures)
  @Field(() => DataPurpose, { description: 'Why they are kept.' })
  readonly purpose!: Purpose;

  @Access(readingErasures)
  @Field(() => String, { description: 'Whose key it is: of the person, or of one of the person’s accounts.' })
  readonly subject!: string;

  @Access(readingErasures)
  @Field(() => LocalDate, { nullable: true, description: 'The first day; null while no day follows.' })
  readonly dueOn!: string | null;

  @Access(readingErasures)
  @Field(() => ErasureBasis, { description: 'On which basis.' })
  readonly basis!: EventNamed<'ErasureScheduled'>['data']['terms'][number]['basis'];

  @Access(readingErasures)
  @Field(() => Instant, { nullable: true, description: 'When they were destroyed; null while they stand.' })
  readonly destroyedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Personal data that were destroyed, or are to be.' })
export class Erasure {
  readonly row!: Row;

  @Access(readingErasures)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(readingErasures)
  @Field(() => ErasureState, { description: 'Where it stands.' })
  readonly state!: Row['state'];

  @Access(readingErasures)
  @Field(() => ErasureSubject, { description: 'Whose data they are.' })
  readonly subjectKind!: Row['subjectKind'];

  @Access(readingErasures)
  @Field(() => String, { description: 'The id, without a name, of whose data they are.' })
  readonly subject!: string;

  @Access(readingErasures)
  @Field(() => ErasureRequester, { description: 'Who wanted it.' })
  readonly requestedBy!: Row['requestedBy'];

  @Access(readingErasures)
  @Field(() => String, { nullable: true, description: 'The application or order.' })
  readonly document!: string | null;

  @Access(readingErasures)
  @Field(() => Instant, { description: 'When it was asked for.' })
  readonly askedAt!: string;

  @Access(readingErasures)
  @Field(() => [ErasureTerm], { description: 'What is to go, and from when on.' })
  readonly terms!: readonly ErasureTerm[];

  @Access(readingErasures)
  @Field(() => ErasureRefusal, { nullable: true, description: 'Why it was declined.' })
  readonly declinedBasis!: Row['declinedBasis'];

  @Access(readingErasures)
  @Field(() => Instant, { nullable: true, description: 'When it was declined.' })
  readonly declinedAt!: string | null;
}

/** An erasure as the API shows it. */
export const erasureOf = (row: Row): Erasure => ({
  row,
  id: globalId('Erasure', row.erasure),
  state: row.state,
  subjectKind: row.subjectKind,
  subject: row.subject,
  requestedBy: row.requestedBy,
  document: row.document,
  askedAt: row.askedAt,
  terms: row.terms,
  declinedBasis: row.declinedBasis,
  declinedAt: row.declinedAt,
});

@ObjectType({ simpleResolvers: true, description: 'An event of the log, in the extract beside an act.' })
export class ErasureEvent {
  @Access(readingErasures)
  @Field(() => Position, { description: 'Its place in the log.' })
  readonly position!: bigint;

  @Access(readingErasures)
  @Field(() => UUID, { description: 'Its id.' })
  readonly eventId!: string;

  @Access(readingErasures)
  @Field(() => EventKind, { description: 'What happened.' })
  readonly kind!: EventType;

  @Access(readingErasures)
  @Field(() => Instant, { description: 'When.' })
  readonly recordedAt!: string;

  @Access(readingErasures)
  @Field(() => String, { description: 'Who did it: the id of the account.' })
  readonly actor!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The act of the destruction of personal data with the extract of the event log (приказ Роскомнадзора от 28.10.2022 № 179): made of the log whenever it is asked for.',
})
export class ErasureAct {
  @Access(readingErasures)
  @Field(() => String, { description: 'The operator: the college.' })
  readonly operator!: string;

  @Access(readingErasures)
  @Field(() => ErasureSubject, { description: 'Whose data they were.' })
  readonly subjectKind!: Row['subjectKind'];

  @Access(readingErasures)
  @Field(() => String, { description: 'The id that stands for the person, without a name.' })
  readonly subject!: string;

  @Access(readingErasures)
  @Field(() => [ErasureTerm], { description: 'What was destroyed: categories, bases, and when.' })
  readonly destroyed!: readonly ErasureTerm[];

  @Access(readingErasures)
  @Field(() => String, { description: 'The information system they lay in: the origin of its log.' })
  readonly system!: string;

  @Access(readingErasures)
  @Field(() => String, { description: 'How they were destroyed.' })
  readonly method!: string;

  @Access(readingErasures)
  @Field(() => LocalDate, { description: 'The last day on which the act has to be kept.' })
  readonly keptUntil!: string;

  @Access(readingErasures)
  @Field(() => [ErasureEvent], { description: 'The extract of the event log.' })
  readonly events!: readonly ErasureEvent[];

  @Access(readingErasures)
  @Field(() => String, { description: 'Act and extract as text to be printed and signed, in Russian.' })
  readonly text!: string;
}
