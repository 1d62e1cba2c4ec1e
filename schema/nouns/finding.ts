import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../../events/role.ts';
import type { ControlRecord as ControlRow, Finding as Row } from '../../projections/controls/table.ts';
import { Access } from '../access.ts';
import { ControlledKind } from '../enums/control.ts';
import { Role } from '../enums/role.ts';
import { globalId, globalIdOrNull, type NodeType } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: 'finding.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'What a control found, whom it went to, and the answer.' })
export class Finding {
  readonly row!: Row;

  @Access(reading)
  @Field(() => ID, { description: 'To be named by the answer.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The control that found it.' })
  readonly controlId!: string | null;

  @Access(reading)
  @Field(() => ControlledKind, { description: 'What it is about.' })
  readonly about!: Row['kind'];

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'Its id; null for the college.' })
  readonly aboutId!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What is wrong; null where it was erased.' })
  readonly text!: string | null;

  @Access(reading)
  @Field(() => [Role], { description: 'The roles it went to, as the regulation names them.' })
  readonly roles!: readonly RoleName[];

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it goes before the pedagogical council.' })
  readonly pedagogicalCouncil!: boolean;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The clause that names them.' })
  readonly clause!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { description: 'When it was reported.' })
  readonly reportedOn!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'Until when an answer is expected.' })
  readonly answerBy!: string | null;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'When it was answered.' })
  readonly answeredOn!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What was done about it.' })
  readonly measures!: string | null;
}

const control = { capability: 'control.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A control of how the journal is kept.' })
export class JournalControl {
  readonly row!: ControlRow;

  @Access(control)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(control)
  @Field(() => ControlledKind, { description: 'What was controlled.' })
  readonly about!: ControlRow['kind'];

  @Access(control)
  @Field(() => ID, { nullable: true, description: 'Its id; null for the college.' })
  readonly aboutId!: string | null;

  @Access(control)
  @Field(() => LocalDate, { description: 'When.' })
  readonly on!: string;

  @Access(control)
  @Field(() => Role, { description: 'In which role.' })
  readonly role!: RoleName;

  @Access(control)
  @Field(() => Int, { description: 'How many things were found wrong.' })
  readonly findings!: number;

  @Access(control)
  @Field(() => String, { nullable: true, description: 'What was found.' })
  readonly summary!: string | null;

  @Access(control)
  @Field(() => String, { nullable: true, description: 'The clause whose duty it was.' })
  readonly clause!: string | null;
}

const TYPES: Readonly<Record<Exclude<Row['kind'], 'college'>, NodeType>> = {
  department: 'Department',
  group: 'StudyGroup',
  page: 'Journal',
};

const aboutId = ({ kind, of }: Pick<Row, 'kind' | 'of'>): string | null =>
  kind === 'college' ? null : globalIdOrNull(TYPES[kind], of);

/** A finding as the API shows it. */
export const findingOf = (row: Row): Finding => ({
  row,
  id: globalId('Finding', row.finding),
  controlId: globalIdOrNull('JournalControl', row.control),
  about: row.kind,
  aboutId: aboutId(row),
  text: row.text,
  roles: row.roles,
  pedagogicalCouncil: row.pedagogicalCouncil,
  clause: row.clause,
  reportedOn: row.reportedOn,
  answerBy: row.answerBy,
  answeredOn: row.answeredOn,
  measures: row.measures,
});

/** A control as the API shows it. */
export const controlOf = (row: ControlRow): JournalControl => ({
  row,
  id: globalId('JournalControl', row.control),
  about: row.kind,
  aboutId: aboutId(row),
  on: row.on,
  role: row.role,
  findings: row.findings,
  summary: row.summary,
  clause: row.clause,
});
