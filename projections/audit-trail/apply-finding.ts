import type { Recorded } from '../../events/recorded.ts';
import { handlersOfEvery } from './every-event.ts';
import type { AuditFlag, AuditFlagRow, AuditStretch, AuditTie, Tie } from './table.ts';
import type { Change, Handlers } from '../projection.ts';

const flagsOf = ({ type, sealed, meta }: Recorded): readonly AuditFlag[] => {
  const { actor, rule, source, warnings } = meta;
  const flags: readonly (readonly [AuditFlag, boolean])[] = [
    ['late', rule?.late ?? false],
    ['afterGrant', (rule?.grant ?? null) !== null],
    ['refused', type === 'AttemptRefused'],
    ['imported', source === 'import'],
    ['temporaryJournal', source === 'temporaryJournal'],
    ['warned', warnings !== undefined],
    ['onBehalf', actor.onBehalfOf !== null],
    ['reason', 'reason' in (sealed ?? {})],
  ];
  return flags.filter(([, has]) => has).map(([flag]) => flag);
};

/** The flags of events that have one. */
export const flagHandlers: Handlers<AuditFlagRow> = handlersOfEvery((event) =>
  flagsOf(event).map((flag) => ({
    key: [flag, event.position.toString()],
    next: () => ({ flag, position: event.position }),
  })),
);

const named = (data: Readonly<Record<string, unknown>>, name: string): readonly string[] => {
  const value = data[name];
  return typeof value === 'string' ? [value] : [];
};

const namesStudents = ({ data }: Recorded): readonly string[] =>
  'students' in data && Array.isArray(data.students) ? data.students : [];

const given = (id: string | null | undefined): readonly string[] =>
  id === null || id === undefined ? [] : [id];

const tiesOf = (event: Recorded): readonly (readonly [Tie, string])[] => {
  const { data, meta } = event;
  const ids: Readonly<Record<Tie, readonly string[]>> = {
    student: namesStudents(event),
    account: named(data, 'account'),
    grant: [...named(data, 'grant'), ...given(meta.rule?.grant)],
    outage: [...named(data, 'outage'), ...given(meta.outage)],
    onBehalfOf: given(meta.actor.onBehalfOf),
  };
  return (Object.keys(ids) as Tie[]).flatMap((tie) => ids[tie].map((id) => [tie, id] as const));
};

/** What few events are tied to. */
export const tieHandlers: Handlers<AuditTie> = handlersOfEvery((event) =>
  tiesOf(event).map(([tie, id]) => ({
    key: [tie, id, event.position.toString()],
    next: () => ({ tie, id, position: event.position }),
  })),
);

const stretched = (
  { position, meta: { actor } }: Recorded,
  of: AuditStretch['of'],
  id: string,
): Change<AuditStretch> => ({
  key: [of, id, actor.account],
  next: (row) => ({ of, id, actor: actor.account, first: row?.first ?? position, last: position }),
});

/** Between which events a session, and a list of commands or an import, lies. */
export const stretchHandlers: Handlers<AuditStretch> = handlersOfEvery((event) => {
  const { actor, correlation } = event.meta;
  return [
    stretched(event, 'session', actor.session),
    ...(correlation === null ? [] : [stretched(event, 'correlation', correlation)]),
  ];
});
