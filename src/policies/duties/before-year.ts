import { plusDays, type PlainDate } from '../calendar.ts';
import { checkDeadline, fits, ruledOn, type CheckTerm } from '../reference-check.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { schoolDate } from '../school-date.ts';
import { dutyKey, type Owed } from './duty.ts';
import { isStudied, isThere, type Inquiry } from './facts.ts';
import { ADMINISTRATION, CHECKERS, ofCollege, ofGroup, owed } from './owing.ts';
import { daysOfMonth, monthsOfYear } from './terms.ts';

const deadline = (
  regulation: Regulation,
  parameter: 'referenceData.checkDeadline' | 'groupComposition.checkDeadline' | 'personalData.reviewPeriod',
  term: CheckTerm,
): PlainDate | null => {
  const rule = regulation.value(parameter);
  return rule !== null && fits(rule, term)
    ? checkDeadline(rule, term, regulation.value('referenceData.deadlineInclusive'))
    : null;
};

/** The documents for a check, so many days before it (R-REF-03). */
const documentsFor = (check: Owed, regulation: Regulation): readonly Owed[] => {
  const parameter = 'referenceData.docsLeadDays';
  const days = regulation.value(parameter);
  if (days === null) return [];
  return [
    {
      ...check,
      duty: 'sourceDocuments',
      key: dutyKey('sourceDocuments', check.of.id, check.term),
      dueOn: plusDays(check.dueOn, -days),
      rule: regulation.rule(parameter),
      accounts: [],
      roles: ADMINISTRATION,
    },
  ];
};

const referenceBooks = ({ regulationOn }: Inquiry, term: CheckTerm): readonly Owed[] => {
  const parameter = 'referenceData.checkDeadline';
  const regulation = regulationOn(ruledOn(term));
  const dueOn = deadline(regulation, parameter, term);
  if (dueOn === null) return [];
  const check = owed({ duty: 'referenceDataCheck', term, dueOn, regulation, parameter }, ofCollege(CHECKERS));
  return [check, ...documentsFor(check, regulation)];
};

const compositions = ({ facts, regulationOn }: Inquiry, term: CheckTerm): readonly Owed[] => {
  const parameter = 'groupComposition.checkDeadline';
  const regulation = regulationOn(ruledOn(term));
  const dueOn = deadline(regulation, parameter, term);
  if (dueOn === null) return [];
  return facts.groups
    .filter((group) => isThere(group, dueOn))
    .flatMap((group) => {
      const check = owed(
        { duty: 'groupCompositionCheck', term, dueOn, regulation, parameter },
        ofGroup(group),
      );
      return [check, ...documentsFor(check, regulation)];
    });
};

const questionnaires = ({ facts, regulationOn }: Inquiry, term: CheckTerm): readonly Owed[] => {
  const parameter = 'personalData.reviewPeriod';
  const regulation = regulationOn(ruledOn(term));
  const dueOn = deadline(regulation, parameter, term);
  if (dueOn === null || !isStudied(facts, daysOfMonth(term))) return [];
  return facts.groups
    .filter((group) => isThere(group, dueOn))
    .map((group) => owed({ duty: 'personalDataReview', term, dueOn, regulation, parameter }, ofGroup(group)));
};

const timetable = ({ regulationOn }: Inquiry, year: number): readonly Owed[] => {
  const parameter = 'timetable.cadence';
  const regulation = regulationOn(ruledOn(String(year)));
  const cadence = regulation.value(parameter);
  if (cadence === null || !('month' in cadence)) return [];
  const dueOn = schoolDate(cadence, year);
  const makers = regulation.value('timetable.producedBy') ?? ADMINISTRATION;
  return [owed({ duty: 'timetable', term: String(year), dueOn, regulation, parameter }, ofCollege(makers))];
};

/**
 * The checks of a year: of reference data before it or month by month, of groups, of questionnaires, each with its
 * documents; and the timetable (R-REF-01…03, R-REF-05, R-REF-07; T-47, T-58).
 */
export const checksOfYear = (inquiry: Inquiry, year: number): readonly Owed[] => [
  ...[String(year), ...monthsOfYear(year)].flatMap((term) => referenceBooks(inquiry, term)),
  ...compositions(inquiry, String(year)),
  ...monthsOfYear(year).flatMap((month) => questionnaires(inquiry, month)),
  ...timetable(inquiry, year),
];
