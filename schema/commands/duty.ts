import { Field, ID, InputType } from 'type-graphql';
import type { FulfilDuty } from '../../src/decisions/duty.ts';
import { FulfilledDuty } from '../enums/control.ts';
import { uuidOf, uuidOrNull } from '../global-id.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

@InputType({ description: 'A report, a summary or a printout that was made and handed over.' })
class FulfilDutyInput {
  @Field(() => FulfilledDuty, { description: 'What.' })
  readonly duty!: FulfilDuty['duty'];

  @Field(() => ID, { nullable: true, description: 'The group, where it is of one.' })
  readonly groupId?: string | null;

  @Field(() => String, {
    description:
      'What it is for: a year `2024`, a month `2024-09`, a week by its Monday, or the id of a period.',
  })
  readonly term!: string;
}

const DATES = /^(19|20|21)\d{2}(-(0[1-9]|1[0-2]))?$/u;

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

const termOf = (term: string): string => {
  if (DATES.test(term) || isDay(term)) return term;
  if (/^\d/u.test(term)) throw problem('TERM_MALFORMED');
  return uuidOf('AttestationPeriod', term);
};

/** What closes duties that leave no trace in the journal. */
export const dutyCommands = [
  defineCommand({
    one: 'fulfilDuty',
    many: 'fulfilDuties',
    description: 'Says that something owed was made and handed over; late is flagged, not refused.',
    capability: 'duty.fulfil',
    input: FulfilDutyInput,
    sideBySide: true,
    command: ({ duty, groupId, term }) => ({
      command: {
        type: 'FulfilDuty',
        data: { duty, group: uuidOrNull('StudyGroup', groupId), term: termOf(term) },
      },
      id: null,
    }),
  }),
];
