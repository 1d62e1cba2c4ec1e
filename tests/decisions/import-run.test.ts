import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { administrator, command, deputy, happened, world } from '../support/world.ts';

const run = idOf('import');
const begin = command('StartImport', { import: run, format: 'OneRoster 1.2', bundle: 'roster.zip' });
const finish = command('FinishImport', {
  import: run,
  recorded: 5,
  corrected: 1,
  unchanged: 0,
  refused: 0,
  vanished: 0,
});
const begun = {
  [`import-${run}`]: [
    happened('ImportStarted', { import: run, format: 'OneRoster 1.2', bundle: 'roster.zip' }),
  ],
};
const office = { by: administrator, source: 'import' } as const;

describe('an import of history', () => {
  it('is an administrator’s act of its own', () => {
    given(world(), office)
      .when(begin)
      .thenRecords({ type: 'ImportStarted' }, { right: 'journalAdministrator' });
    for (const by of [deputy, idOf('Petrova')])
      given(world(), { ...office, by })
        .when(begin)
        .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('begins once and ends with its counts, once', () => {
    given(world(begun), office).when(begin).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(begun), office)
      .when(finish)
      .thenRecords({ type: 'ImportFinished', data: { recorded: 5 } });
    given(world(), office).when(finish).thenRefuses({ code: 'NOT_FOUND' });
    given(world(begun), { ...office, by: deputy })
      .when(finish)
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});
