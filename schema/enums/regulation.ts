import type { ChangeStatus as StatusName } from '../../src/decisions/folds/regulation.ts';
import type { Origin } from '../../src/policies/regulation/regulation.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** Where a value of the regulation comes from. */
export const SettingOrigin = graphqlEnum<Origin>(
  'SettingOrigin',
  'Where a value of the regulation comes from.',
  {
    stated: 'The text the college started from states it.',
    silent: 'The text is silent: no rule, or what the journal cannot do without.',
    conflictSettled: 'The text is silent, and the known texts disagree: the settled default.',
    changed: 'The college changed it, by an order.',
  },
);

/** What became of a change. */
export const RegulationChangeStatus = graphqlEnum<StatusName>(
  'RegulationChangeStatus',
  'What became of a change of the regulation.',
  {
    pending: 'It waits for a second person.',
    inForce: 'It holds from its date on.',
    declined: 'It was declined or taken back; nothing changed.',
  },
);
