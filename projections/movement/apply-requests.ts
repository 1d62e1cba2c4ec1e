import { existing, type Handlers } from '../projection.ts';
import type { StudentChangeRequest, SubgroupDivision } from './table-requests.ts';

/** What was asked for about students, and what became of it. */
export const requestHandlers: Handlers<StudentChangeRequest> = {
  StudentChangeRequested: ({ data, sealed, meta }) => [
    {
      key: [data.request],
      next: () => ({
        ...data,
        status: 'open',
        familyName: sealed?.familyName ?? null,
        givenName: sealed?.givenName ?? null,
        patronymic: sealed?.patronymic ?? null,
        details: sealed?.details ?? null,
        requestedAt: meta.at,
        requestedBy: meta.actor.account,
        answeredAt: null,
        answeredBy: null,
        answer: null,
      }),
    },
  ],
  StudentChangeAccepted: (event) => {
    const { at: answeredAt, actor } = event.meta;
    const answered = { status: 'accepted', answeredAt, answeredBy: actor.account } as const;
    return [{ key: [event.data.request], next: (row) => ({ ...existing(row, event), ...answered }) }];
  },
  StudentChangeDeclined: (event) => {
    const { at: answeredAt, actor } = event.meta;
    const answer = event.sealed?.reason ?? null;
    const answered = { status: 'declined', answeredAt, answeredBy: actor.account, answer } as const;
    return [{ key: [event.data.request], next: (row) => ({ ...existing(row, event), ...answered }) }];
  },
};

/** How groups are divided into subgroups, and who has agreed to it. */
export const divisionHandlers: Handlers<SubgroupDivision> = {
  SubgroupDivisionProposed: ({ data, meta }) => [
    {
      key: [data.division],
      next: () => ({ ...data, agreed: [], proposedAt: meta.at, assignedFrom: null }),
    },
  ],
  SubgroupDivisionAgreed: (event) => {
    const { division, account } = event.data;
    const next = (row: SubgroupDivision | undefined): SubgroupDivision => {
      const found = existing(row, event);
      return { ...found, agreed: [...new Set([...found.agreed, account])] };
    };
    return [{ key: [division], next }];
  },
  SubgroupAssigned: (event) => [
    {
      key: [event.data.division],
      next: (row) => ({ ...existing(row, event), assignedFrom: event.data.from }),
    },
  ],
};
