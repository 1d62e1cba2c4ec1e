import { Field, ID, InputType } from 'type-graphql';
import type { SetAttestationPeriod } from '../../src/decisions/period.ts';
import { PeriodKind } from '../enums/college.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'An attestation period to be set.' })
class SetAttestationPeriodInput {
  @Field(() => PeriodKind, { description: 'What it is.' })
  readonly kind!: SetAttestationPeriod['kind'];

  @Field(() => Label, { description: 'What people call it.' })
  readonly title!: string;

  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Its last day; attestation marks stay open for 31 days after it.' })
  readonly until!: string;
}

@InputType({ description: 'A period to be locked.' })
class LockAttestationPeriodInput {
  @Field(() => ID, { description: 'The period.' })
  readonly periodId!: string;

  @Field(() => FreeText, { nullable: true, description: 'Why.' })
  readonly reason?: string | null;
}

@InputType({ description: 'A locked period to be opened again.' })
class ReopenAttestationPeriodInput {
  @Field(() => ID, { description: 'The period.' })
  readonly periodId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

/** What is done to attestation periods. */
export const periodCommands = [
  defineCommand({
    one: 'setAttestationPeriod',
    many: 'setAttestationPeriods',
    description: 'Sets an attestation period, and with it the last day of its attestation marks.',
    capability: 'period.set',
    input: SetAttestationPeriodInput,
    command: (input, created) => ({
      command: { type: 'SetAttestationPeriod', data: { ...input, period: created } },
      id: globalId('AttestationPeriod', created),
    }),
  }),
  defineCommand({
    one: 'lockAttestationPeriod',
    many: 'lockAttestationPeriods',
    description: 'Locks a period: nobody enters or changes anything in it, under any window or grant.',
    capability: 'period.lock',
    input: LockAttestationPeriodInput,
    command: ({ periodId, reason = null }) => ({
      command: {
        type: 'LockAttestationPeriod',
        data: { period: uuidOf('AttestationPeriod', periodId), reason },
      },
      id: periodId,
    }),
  }),
  defineCommand({
    one: 'reopenAttestationPeriod',
    many: 'reopenAttestationPeriods',
    description: 'Opens a locked period again; edit windows apply as before, and the trail shows it.',
    capability: 'period.lock',
    fresh: true,
    input: ReopenAttestationPeriodInput,
    command: ({ periodId, reason }) => ({
      command: {
        type: 'ReopenAttestationPeriod',
        data: { period: uuidOf('AttestationPeriod', periodId), reason },
      },
      id: periodId,
    }),
  }),
];
