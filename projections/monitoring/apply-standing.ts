import type { Recorded } from '../../events/recorded.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { Holder, MonitoredClosing, MonitoredLoad, MonitoredReset } from './table.ts';

const closed = (place: string, position: bigint): readonly Change<MonitoredClosing>[] => [
  { key: [place], next: (row) => row ?? { place, position } },
];

/** When pages and periods were first closed; a period that is opened again has been closed all the same. */
export const closingHandlers: Handlers<MonitoredClosing> = {
  AttestationSheetCompleted: ({ data, position }) => closed(data.journal, position),
  AttestationPeriodLocked: ({ data, position }) => closed(data.period, position),
};

const ended = (holders: readonly Holder[], until: number, whose: (holder: Holder) => boolean) =>
  holders.map((holder) => (holder.until === null && whose(holder) ? { ...holder, until } : holder));

const begun = (account: string, position: bigint): Holder => ({
  account,
  from: Number(position),
  until: null,
});

/** Who had a page in the load, and who stood in at a lesson, at every place of the log. */
export const loadHandlers: Handlers<MonitoredLoad> = {
  JournalTeacherAssigned: ({ data: { journal: place, account }, position }) => [
    {
      key: [place],
      next: (row) => ({ place, holders: [...(row?.holders ?? []), begun(account, position)] }),
    },
  ],
  JournalTeacherReleased: (event) => [
    {
      key: [event.data.journal],
      next: (row) => {
        const { place, holders } = existing(row, event);
        const { account } = event.data;
        return {
          place,
          holders: ended(holders, Number(event.position), (holder) => holder.account === account),
        };
      },
    },
  ],
  // One stands in at a lesson: the next one takes the place of the one before.
  SubstituteAssigned: ({ data: { lesson: place, account }, position }) => [
    {
      key: [place],
      next: (row) => ({
        place,
        holders: [...ended(row?.holders ?? [], Number(position), () => true), begun(account, position)],
      }),
    },
  ],
};

/** Another than the holder of an account opened a way into it. */
const opened = ({
  data: { account },
  position,
  meta: { at, actor },
}: Pick<Recorded, 'position' | 'meta'> & {
  readonly data: { readonly account: string };
}): readonly Change<MonitoredReset>[] =>
  actor.account === account
    ? []
    : [
        {
          key: [account, position.toString()],
          next: () => ({ account, position, at, by: actor.account }),
        },
      ];

/** Sign-in codes made, and identities bound, by another than the holder of the account. */
export const resetHandlers: Handlers<MonitoredReset> = {
  SignInCodeIssued: opened,
  ProviderIdentityAssigned: opened,
};
