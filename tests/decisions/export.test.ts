import type { DomainEvent } from '../../events/register.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import { administrator, command, deputy, happened, petrova, revoked, world } from '../support/world.ts';

const id = idOf('export');
const asked = {
  export: id,
  kind: 'auditTrail' as const,
  format: 'csv' as const,
  withProofs: false,
  filter: { lateOnly: true },
};
const file = { export: id, rows: 3, sha256: 'a'.repeat(64), size: 120, treeSize: null };
const office = { by: administrator, on: '2024-09-03' };
const request = command('RequestExport', asked);
const finish = command('FinishExport', file);
const fetchIt = command('FetchExport', { export: id });
const abandon = command('AbandonExport', { export: id, cause: 'fault' as const });

const actor = {
  session: 'session',
  channel: 'graphql',
  role: 'journalAdministrator',
  onBehalfOf: null,
} as const;
const requested = told(happened('ExportRequested', asked), { actor: { ...actor, account: administrator } });
const made = (expires: string) => happened('ExportMade', { ...file, expires });
const past = (...more: readonly DomainEvent[]) => world({ [`export-${id}`]: [requested, ...more] });
const TOMORROW = '2024-09-04T06:00:00.000Z';

describe('an export of the trail', () => {
  it('is asked for by who reads the trail: an administrator, and neither a teacher nor a deputy', () => {
    given(world(), office).when(request).thenRecords({ type: 'ExportRequested', data: asked });
    for (const by of [petrova, deputy])
      given(world(), { ...office, by })
        .when(request)
        .thenRefuses({ code: 'NOT_PERMITTED' });
    given(past(), office).when(request).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('is kept for twenty-four hours from when it was made', () => {
    given(past(), office)
      .when(finish)
      .thenRecords({ type: 'ExportMade', data: { ...file, expires: TOMORROW } });
    given(past(made(TOMORROW)), office)
      .when(finish)
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(), office).when(finish).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is not made once its owner may not read the trail any more; that it failed can still be said', () => {
    const dismissed = revoked(administrator, 'journalAdministrator', '2024-09-02');
    const base = past();
    const history = {
      ...base,
      [`access-${administrator}`]: [...(base[`access-${administrator}`] ?? []), dismissed],
    };
    given(history, office).when(finish).thenRefuses({ code: 'NOT_PERMITTED' });
    given(history, office)
      .when(abandon)
      .thenRecords({ type: 'ExportFailed' }, { right: 'journalAdministrator' });
    const failed = happened('ExportFailed', { export: id, cause: 'fault' });
    given(past(failed), office).when(finish).thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('attack T42: is fetched by its owner alone, while it is kept; to anybody else it is not there', () => {
    given(past(made(TOMORROW)), office)
      .when(fetchIt)
      .thenRecords({ type: 'ExportFetched' });
    given(past(made(TOMORROW)), { ...office, by: deputy })
      .when(fetchIt)
      .thenRefuses({ code: 'NOT_FOUND' });
    given(past(), office).when(fetchIt).thenRefuses({ code: 'NOT_FOUND' });
    given(past(made('2024-09-03T06:00:00.000Z')), office)
      .when(fetchIt)
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});
