import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { dateIn, type PlainDate } from '../policies/calendar.ts';
import { DEFAULT_PRESET, type PresetKey } from '../policies/regulation/presets.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { accesses, type AccessState } from './folds/access.ts';
import { colleges } from './folds/college.ts';
import { regulations } from './folds/regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** Founds the college and gives it its first administrator: the one act that needs no right. */
export interface FoundCollege extends Omit<EventNamed<'CollegeFounded'>['data'], 'college'> {
  readonly administrator: string;
  readonly administratorName: string;
  /** The regulation it starts from; left out, the one that names both edit windows (003). */
  readonly regulation?: PresetKey;
}

/** Opens an account for a person. */
export interface OpenAccount {
  readonly account: string;
  readonly holder: NonNullable<AccessState['holder']>;
  readonly name: string;
  /** For staff: since when they are on the staff list; left out, since today. */
  readonly from?: PlainDate | null;
  /** For staff: the order of their appointment. */
  readonly order?: string | null;
}

/** Accepts events about one account. */
export const inAccount = (
  account: string,
  right: Role,
  events: readonly DomainEvent[],
  grounds: Parameters<typeof accept>[2] = {},
): Accepted => accept(right, [{ category: 'access', id: account, events }], grounds);

/** Founds a college, once. Its first grant of a role bears the id of the account it is for. */
export function* foundCollege(circumstances: Circumstances, command: FoundCollege): Deciding {
  const { college, now } = circumstances;
  const { administrator, administratorName, regulation: preset = DEFAULT_PRESET, ...data } = command;
  const { founded } = yield* read(colleges, college);
  if (founded) return refuse('ALREADY_EXISTS', {}, { what: 'college' });
  yield* read(regulations, college);
  yield* read(accesses, administrator);

  // Before it is founded a college has no zone of its own: today is the date in the one it is to have.
  const from = dateIn(data.zone, now);
  const grant = {
    account: administrator,
    grant: administrator,
    role: 'journalAdministrator',
    student: null,
    order: null,
    from,
    until: null,
    proposedBy: null,
  } as const;
  return accept('director', [
    { category: 'college', id: college, events: [{ type: 'CollegeFounded', data: { college, ...data } }] },
    {
      category: 'regulation',
      id: college,
      events: [{ type: 'RegulationAdopted', data: { college, preset } }],
    },
    {
      category: 'access',
      id: administrator,
      events: [
        {
          type: 'AccountOpened',
          data: { account: administrator, holder: 'staff' },
          sealed: { name: administratorName },
        },
        { type: 'StaffListed', data: { account: administrator, from, order: null } },
        { type: 'RoleGranted', data: grant },
      ],
    },
  ]);
}

/** Opens an account; it has no right until a role is granted. Who works at the college comes onto the staff list. */
export function* openAccount(circumstances: Circumstances, command: OpenAccount): Deciding {
  const { account, holder, name, from, order = null } = command;
  const capability = circumstances.source === 'import' ? 'history.import' : 'account.open';
  const right = yield* rightTo(circumstances, capability);
  if (isRefused(right)) return right;
  if ((yield* read(accesses, account)).holder) return refuse('ALREADY_EXISTS', {}, { what: 'account' });
  const opened = { type: 'AccountOpened', data: { account, holder }, sealed: { name } } as const;
  if (holder !== 'staff') return inAccount(account, right, [opened]);
  const data = { account, from: from ?? circumstances.today, order };
  return inAccount(account, right, [opened, { type: 'StaffListed', data }]);
}
