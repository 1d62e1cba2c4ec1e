import type { RefusalCode } from '../decisions/refusal.ts';
import type { Command, CommandNamed, CommandType } from '../decisions/register.ts';
import type { Instant } from '../policies/calendar.ts';

/** One command of the demo's history: when, by whom, and the refusal it is meant to meet, if any. */
export interface Act {
  readonly at: Instant;
  readonly by: string;
  readonly command: Command;
  readonly expects: RefusalCode | null;
  /** The outage whose temporary journal is brought over. */
  readonly outage: string | null;
}

/** What is out of the ordinary about an act. */
export type Unusual = Partial<Pick<Act, 'expects' | 'outage'>>;

/** Tells an act. */
export const act = <Type extends CommandType>(
  at: Instant,
  by: string,
  type: Type,
  data: CommandNamed<Type>['data'],
  { expects = null, outage = null }: Unusual = {},
): Act => ({ at, by, command: { type, data } as unknown as Command, expects, outage });
