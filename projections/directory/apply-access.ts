import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { majorityOn } from '../../src/policies/majority.ts';
import type { PersonalTexts } from '../personal.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { AccountRow } from './table.ts';
import type {
  GroupBriefing,
  GuardianDelegation,
  Guardianship,
  RoleGrant,
  RoleProposal,
  StaffPosition,
  StudentMajority,
} from './table-access.ts';

const amend = (
  event: Recorded<
    EventNamed<
      | 'StaffListed'
      | 'StaffDeparted'
      | 'ContactsRecorded'
      | 'ElectronicAccessDeclined'
      | 'ElectronicAccessResumed'
    >
  >,
  change: Partial<AccountRow>,
): readonly Change<AccountRow>[] => [
  { key: [event.data.account], next: (row) => ({ ...existing(row, event), ...change }) },
];

/** The accounts and what is known of their holders; names and contacts are null once erased. */
export const accountHandlers: Handlers<AccountRow> = {
  AccountOpened: ({ data: { account, holder }, sealed }) => [
    {
      key: [account],
      next: () => ({
        account,
        holder,
        name: sealed?.name ?? null,
        staffFrom: null,
        staffUntil: null,
        email: null,
        phone: null,
        declinedElectronicAccess: false,
      }),
    },
  ],
  StaffListed: (event) => amend(event, { staffFrom: event.data.from, staffUntil: null }),
  StaffDeparted: (event) => amend(event, { staffUntil: event.data.until }),
  ContactsRecorded: (event) =>
    amend(event, { email: event.sealed?.email ?? null, phone: event.sealed?.phone ?? null }),
  ElectronicAccessDeclined: (event) => amend(event, { declinedElectronicAccess: true }),
  ElectronicAccessResumed: (event) => amend(event, { declinedElectronicAccess: false }),
};

/** The roles that were ever given, each between its days, with the order, who gave it and who took it back. */
export const roleHandlers: Handlers<RoleGrant> = {
  RoleGranted: ({ data, meta, position }) => [
    {
      key: [data.account, data.grant],
      next: () => ({
        ...data,
        grantedBy: meta.actor.account,
        grantedAt: meta.at,
        position,
        revokedBy: null,
        revokedAt: null,
      }),
    },
  ],
  RoleRevoked: (event) => {
    const { account, grant, until } = event.data;
    const { at: revokedAt, actor } = event.meta;
    const next = (row: RoleGrant | undefined) => ({
      ...existing(row, event),
      until,
      revokedBy: actor.account,
      revokedAt,
    });
    return [{ key: [account, grant], next }];
  },
};

/** The roles that were proposed, and what became of each. */
export const proposalHandlers: Handlers<RoleProposal> = {
  RoleGrantProposed: ({ data: { student: _, ...data }, meta }) => [
    {
      key: [data.account, data.grant],
      next: () => ({ ...data, proposedBy: meta.actor.account, proposedAt: meta.at, status: 'pending' }),
    },
  ],
  RoleGranted: (event) => {
    const { account, grant, proposedBy } = event.data;
    const next = (row: RoleProposal | undefined): RoleProposal => ({
      ...existing(row, event),
      status: 'confirmed',
    });
    return proposedBy === null ? [] : [{ key: [account, grant], next }];
  },
  RoleGrantDeclined: (event) => [
    {
      key: [event.data.account, event.data.grant],
      next: (row) => ({ ...existing(row, event), status: 'declined' }),
    },
  ],
};

/** The positions of the staff. */
export const positionHandlers: Handlers<StaffPosition> = {
  PositionAssigned: ({ data }) => [
    { key: [data.account, data.position], next: () => ({ ...data, until: null }) },
  ],
  PositionEnded: (event) => {
    const { account, position, until } = event.data;
    return [{ key: [account, position], next: (row) => ({ ...existing(row, event), until }) }];
  },
};

/** Who answers for whom, and when; the student is null once erased, and then nobody is reached (T-39). */
export const guardianshipHandlers: Handlers<Guardianship> = {
  GuardianshipEstablished: ({ data, sealed }) => [
    {
      key: [data.account, data.guardianship],
      next: () => ({ ...data, student: sealed?.student ?? null }),
    },
  ],
  GuardianshipEnded: (event) => {
    const { account, guardianship, until } = event.data;
    return [{ key: [account, guardianship], next: (row) => ({ ...existing(row, event), until }) }];
  },
};

/** What guardians handed on, and when (T-38). */
export const delegationHandlers: Handlers<GuardianDelegation> = {
  GuardianDelegationGranted: ({ data, sealed }) => [
    {
      key: [data.account, data.delegation],
      next: () => ({
        ...data,
        guardian: sealed?.guardian ?? null,
        guardianship: sealed?.guardianship ?? null,
      }),
    },
  ],
  GuardianDelegationRevoked: (event) => {
    const { account, delegation, until } = event.data;
    return [{ key: [account, delegation], next: (row) => ({ ...existing(row, event), until }) }];
  },
};

/** When students come of age. */
export const majorityHandlers: Handlers<StudentMajority> = {
  StudentBirthDateRecorded: ({ data: { student }, sealed }) => {
    const born = sealed?.birthDate ?? null;
    return [{ key: [student], next: () => (born === null ? undefined : { student, on: majorityOn(born) }) }];
  },
};

/** Who comes of age when is no longer known once the birth date is gone. */
export const majorityTexts: PersonalTexts<StudentMajority> = {
  purpose: 'identity',
  subject: ['student'],
  columns: ['on'],
  erased: () => undefined,
};

/** When each group was last briefed, and by whom (R-ACC-10). */
export const briefingHandlers: Handlers<GroupBriefing> = {
  GroupBriefed: ({ data, meta }) => [
    { key: [data.group, data.audience], next: () => ({ ...data, by: meta.actor.account }) },
  ],
};
