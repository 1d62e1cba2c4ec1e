import type { RuleApplied } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import { checkDeadline, fits, ruledOn, termBegins, termOf } from '../policies/reference-check.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { groups } from './folds/group.ts';
import { referenceChecks } from './folds/reference-data.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rightTo, type Right } from './rights.ts';

type Check = Pick<EventNamed<'ReferenceDataChecked'>['data'], 'what' | 'group' | 'term'>;

/** Records that reference data were checked, and how many faults were found. */
export interface CheckReferenceData extends Check {
  readonly faults: number;
}

/** Records that the source documents for a check came to the journal administrators. */
export type HandOverSourceDocuments = Check;

const PARAMETERS = {
  referenceBooks: 'referenceData.checkDeadline',
  groupComposition: 'groupComposition.checkDeadline',
  personalData: 'personalData.reviewPeriod',
} as const;

/** Reference books are the college's; composition and questionnaires are a group's, and its curator's to check. */
function* rightToCheck(circumstances: Circumstances, { what, group }: Check): Deciding<Right> {
  const right = yield* rightTo(circumstances, 'referenceData.check');
  if (!isRefused(right) || what === 'referenceBooks') return right;
  return yield* rightAsCurator(circumstances, 'groupComposition.check', group, {});
}

function* faultOf({ today }: Circumstances, { what, group, term }: Check): Deciding<Refused | null> {
  if ((group === null) !== (what === 'referenceBooks')) return refuse('NOT_FOUND', {}, { what: 'group' });
  if (group !== null && !(yield* read(groups, group)).formed)
    return refuse('NOT_FOUND', {}, { what: 'group' });
  return today < termBegins(term) ? refuse('DATE_OUT_OF_RANGE', {}, { term, today }) : null;
}

/** The deadline by the regulation of the time it is for, or the no to a month where a year is asked for (T-58). */
const deadlineOf = (regulation: Regulation, { what, term }: Check): PlainDate | null | Refused => {
  const rule = regulation.value(PARAMETERS[what]);
  if (!fits(rule, term))
    return refuse(
      'IMPOSSIBLE_VALUE',
      {},
      { term, expected: termOf(rule) ?? '' },
      regulation.rule(PARAMETERS[what]),
    );
  return checkDeadline(rule, term, regulation.value('referenceData.deadlineInclusive'));
};

const streamOf = ({ college }: Circumstances, { what, group, term }: Check): string =>
  `${what}.${group ?? college}.${term}`;

/** Records a check: late is flagged with the clause that sets the day, never refused (R-REF-01, R-REF-02, R-REF-07). */
export function* checkReferenceData(circumstances: Circumstances, command: CheckReferenceData): Deciding {
  const right = yield* rightToCheck(circumstances, command);
  if (isRefused(right)) return right;
  const fault = yield* faultOf(circumstances, command);
  if (fault) return fault;
  const { today } = circumstances;
  const regulation = yield* regulationOn(circumstances, ruledOn(command.term));
  const deadline = deadlineOf(regulation, command);
  if (isRefused(deadline)) return deadline;

  const id = streamOf(circumstances, command);
  const { checkedOn, faults } = yield* read(referenceChecks, id);
  if (checkedOn !== null && faults === 0) return refuse('ALREADY_DONE', {}, { checkedOn });
  const late = deadline !== null && today > deadline;
  const rule =
    deadline === null ? null : applying(regulation.rule(PARAMETERS[command.what]), { deadline, late });
  const event = { type: 'ReferenceDataChecked', data: { ...command, deadline } } as const;
  return accept(right, [{ category: 'referenceCheck', id, events: [event] }], { rule });
}

/** When documents are due: so many days before the check they are for (R-REF-03). */
const documentsDue = (
  regulation: Regulation,
  deadline: PlainDate | null,
  today: PlainDate,
): RuleApplied | null => {
  const days = regulation.value('referenceData.docsLeadDays');
  if (days === null || deadline === null) return null;
  const due = plusDays(deadline, -days);
  return applying(regulation.rule('referenceData.docsLeadDays'), { deadline: due, late: today > due });
};

/** Records that the documents came, once for each check. */
export function* handOverSourceDocuments(
  circumstances: Circumstances,
  command: HandOverSourceDocuments,
): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.check');
  if (isRefused(right)) return right;
  const fault = yield* faultOf(circumstances, command);
  if (fault) return fault;
  const { today } = circumstances;
  const regulation = yield* regulationOn(circumstances, ruledOn(command.term));
  const deadline = deadlineOf(regulation, command);
  if (isRefused(deadline)) return deadline;

  const id = streamOf(circumstances, command);
  const { documentsOn } = yield* read(referenceChecks, id);
  if (documentsOn !== null) return refuse('ALREADY_DONE', {}, { documentsOn });
  const event = { type: 'SourceDocumentsHandedOver', data: { ...command, on: today } } as const;
  return accept(right, [{ category: 'referenceCheck', id, events: [event] }], {
    rule: documentsDue(regulation, deadline, today),
  });
}
