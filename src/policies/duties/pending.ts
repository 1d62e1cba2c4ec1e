import { ROLES, rolesWith, type Capability } from '../access.ts';
import { dutyKey, type Owed } from './duty.ts';
import type { Inquiry, PendingFact } from './facts.ts';
import { owed, TEACHERS } from './owing.ts';

const CONFIRMING: Readonly<Record<PendingFact['duty'], Capability>> = {
  regulationConfirmation: 'regulation.confirm',
  windowConfirmation: 'window.confirm',
  roleConfirmation: 'role.confirm',
};

const KIND = {
  regulationConfirmation: 'regulationChange',
  windowConfirmation: 'windowGrant',
  roleConfirmation: 'roleGrant',
} as const;

/** What waits for a second person, until the day after which a yes would come too late. */
const confirmations = ({ facts, regulationOn }: Inquiry): readonly Owed[] =>
  facts.pending.map(({ duty, id, until }) => ({
    duty,
    key: dutyKey(duty, id, until),
    of: { kind: KIND[duty], id },
    group: null,
    term: until,
    accounts: [],
    roles: rolesWith(CONFIRMING[duty], ROLES),
    to: null,
    dueOn: until,
    rule: duty === 'windowConfirmation' ? regulationOn(until).rule('windowGrant.secondPerson') : null,
  }));

/** Lessons of an outage that are still to be brought over from temporary journals (R-OUT-02, T-42). */
const backEntries = ({ facts, regulationOn }: Inquiry): readonly Owed[] => {
  const pages = new Map(facts.pages.map((page) => [page.journal, page]));
  return facts.backEntries.map(({ outage, journal, until }) => {
    const page = pages.get(journal);
    return owed(
      {
        duty: 'backEntry',
        term: until,
        dueOn: until,
        regulation: regulationOn(until),
        parameter: 'outage.backEntryWorkingDays',
      },
      {
        of: { kind: 'page', id: journal },
        group: page?.group ?? null,
        accounts: page?.teachers ?? [],
        roles: TEACHERS,
      },
      { key: dutyKey('backEntry', outage, journal) },
    );
  });
};

/** What is owed because something happened, not because a day of the year has come. */
export const pendingTasks = (inquiry: Inquiry): readonly Owed[] => [
  ...confirmations(inquiry),
  ...backEntries(inquiry),
];
