import type { EventNamed } from '../../events/register.ts';
import { existing, type Handlers } from '../projection.ts';
import type { ControlRecord, Finding, GroupMeasure, PeriodEnd } from './table.ts';

const idOf = (of: EventNamed<'ControlCarriedOut'>['data']['of']): string | null =>
  of.kind === 'college' ? null : of.id;

/** The controls; the role is the one by whose right it was recorded. */
export const controlHandlers: Handlers<ControlRecord> = {
  ControlCarriedOut: ({ data: { control, of, on, findings }, sealed, meta }) => {
    const { account, role } = meta.actor;
    if (role === null) throw new Error('A control was recorded by no right.');
    const row: ControlRecord = {
      control,
      kind: of.kind,
      of: idOf(of),
      on,
      findings,
      summary: sealed?.summary ?? null,
      account,
      role,
      clause: meta.rule?.clause ?? null,
    };
    return [{ key: [control], next: () => row }];
  },
};

/** The checklists: the first time decides whether it was in time, the last time what it found. */
export const periodEndHandlers: Handlers<PeriodEnd> = {
  PeriodEndChecked: ({ data, sealed, meta }) => [
    {
      key: [data.period],
      next: (row) => ({
        ...data,
        firstOn: row?.firstOn ?? meta.occurredOn,
        late: row?.late ?? meta.rule?.late ?? false,
        checkedOn: meta.occurredOn,
        checkedBy: meta.actor.account,
        conclusion: sealed?.conclusion ?? null,
      }),
    },
  ],
};

/** The findings, with the answer once there is one. */
export const findingHandlers: Handlers<Finding> = {
  FindingReported: ({ data: { of, ...data }, sealed, meta }) => [
    {
      key: [data.finding],
      next: () => ({
        ...data,
        kind: of.kind,
        of: idOf(of),
        text: sealed?.finding ?? null,
        clause: meta.rule?.clause ?? null,
        reportedOn: meta.occurredOn,
        reportedBy: meta.actor.account,
        answeredOn: null,
        answeredBy: null,
        measures: null,
      }),
    },
  ],
  FindingAnswered: (event) => [
    {
      key: [event.data.finding],
      next: (row) => ({
        ...existing(row, event),
        answeredOn: event.meta.occurredOn,
        answeredBy: event.meta.actor.account,
        measures: event.sealed?.measures ?? null,
      }),
    },
  ],
};

/** The measures of curators. */
export const measureHandlers: Handlers<GroupMeasure> = {
  MeasureTaken: ({ data, sealed, meta }) => [
    {
      key: [data.measure],
      next: () => ({ ...data, account: meta.actor.account, note: sealed?.note ?? null }),
    },
  ],
};
