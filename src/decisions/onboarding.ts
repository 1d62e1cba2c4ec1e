import type { EventNamed } from '../../events/register.ts';
import { capabilitiesOf } from '../policies/access.ts';
import { onboardingDue } from '../policies/onboarding.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { groups } from './folds/group.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rolesOfActor, type Right } from './rights.ts';

/** Records that a group was told how to register and what the journal offers. */
export type BriefGroup = EventNamed<'GroupBriefed'>['data'];

function* rightToBrief(circumstances: Circumstances, group: string): Deciding<Right> {
  const roles = yield* rolesOfActor(circumstances);
  const office = [...roles].find(
    (role) => role !== 'groupCurator' && capabilitiesOf(role).has('group.brief'),
  );
  return office ?? (yield* rightAsCurator(circumstances, 'group.brief', group, {}));
}

/** Records a briefing by the curator (R-ACC-10): late where the regulation names a day, and never refused for it (D-17). */
export function* briefGroup(circumstances: Circumstances, command: BriefGroup): Deciding {
  const { group, on } = command;
  const right = yield* rightToBrief(circumstances, group);
  if (isRefused(right)) return right;
  if (!(yield* read(groups, group)).formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  if (on > circumstances.today) return refuse('DATE_OUT_OF_RANGE', {}, { on, today: circumstances.today });

  const parameter = 'onboarding.deadline';
  const regulation = yield* regulationOn(circumstances, on);
  const deadline = onboardingDue(regulation.value(parameter)?.kind ?? null, on);
  const rule = { ...regulation.rule(parameter), deadline, grant: null, due: null };
  const isLate = deadline !== null && on > deadline;
  return accept(
    right,
    [{ category: 'group', id: group, events: [{ type: 'GroupBriefed', data: command }] }],
    {
      occurredOn: on,
      rule: deadline === null ? null : { ...rule, late: isLate },
    },
  );
}
