import { editWindows } from '../../projections/edit-windows/queries.ts';
import { WINDOW_STATES } from '../../src/policies/window-state.ts';
import { granted, locked } from '../support/acts.ts';
import { all, sheetCompleted } from '../support/attestation-acts.ts';
import { idOf } from '../support/names.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import { algebra, autumn, first, group, happened, second, streams, world } from '../support/world.ts';

let side: ReadSide;
let college: string;
let shut: string;

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({ ...world({ [streams.page]: [granted()] }), ...elsewhere(world()) });
  shut = await side.tell(world({ [streams.page]: [granted()], [streams.period]: [locked()] }));
});

afterAll(() => side.close());

const everywhere = (id = college) => scope(id, 'journalAdministrator', 'editWindow.read');

const statesOn = async (today: string, id = college) =>
  (await editWindows(side.reader, everywhere(id), { journal: algebra }, today)).map(
    ({ id: window, state }) => [window, state],
  );

describe('edit windows on a day', () => {
  it('R-MRK-05: are open, then closing soon, then closed, each by its own last day', async () => {
    expect(await statesOn('2024-09-21')).toEqual([
      [first, 'closingSoon'],
      [idOf('grant'), 'granted'],
      [second, 'open'],
      [algebra, 'open'],
    ]);
  });

  it('T-49: show a closed window that a grant opened again, and the grant, until the grant ends', async () => {
    expect(await statesOn('2024-09-30')).toEqual([
      [first, 'granted'],
      [idOf('grant'), 'granted'],
      [second, 'closingSoon'],
      [algebra, 'open'],
    ]);
    expect(await statesOn('2024-10-01')).toEqual([
      [first, 'closed'],
      [idOf('grant'), 'closed'],
      [second, 'closed'],
      [algebra, 'open'],
    ]);
  });

  it('T-05: close for attestation 31 days after the period', async () => {
    const ofPage = async (today: string) =>
      (await editWindows(side.reader, everywhere(), { journal: algebra }, today)).find(
        ({ kind }) => kind === 'attestation',
      );
    expect(await ofPage('2025-01-28')).toMatchObject({ until: '2025-01-28', state: 'closingSoon' });
    expect(await ofPage('2025-01-29')).toMatchObject({ state: 'closed' });
  });

  it('T-22 (D-01): are closed by the sheet that locks their page, and opened again by a grant alone', async () => {
    const grant = granted({ covers: 'attestationMarks', lesson: null, until: '2024-12-27' });
    const sheet = all(sheetCompleted(true), { [streams.page]: [grant] });
    const closed = await side.tell(world(sheet));
    const states = Object.fromEntries(await statesOn('2024-12-23', closed)) as Record<string, string>;
    expect(states).toMatchObject({ [algebra]: 'granted', [first]: 'closed', [idOf('grant')]: 'granted' });
    const windows = await editWindows(side.reader, everywhere(closed), { journal: algebra }, '2024-12-28');
    expect(windows.find(({ kind }) => kind === 'attestation')).toMatchObject({
      until: '2024-12-20',
      state: 'closed',
    });
  });

  it('are all locked with their period, whatever is granted', async () => {
    const states = (await statesOn('2024-09-02', shut)).map(([, state]) => state);
    expect(states).toEqual(['locked', 'locked', 'locked', 'locked']);
  });

  it('are filtered by state exactly as they are shown', async () => {
    for (const today of ['2024-09-19', '2024-09-22', '2024-09-25', '2024-09-28', '2024-10-02', '2025-02-01'])
      for (const id of [college, shut]) {
        const everything = await editWindows(side.reader, everywhere(id), {}, today);
        for (const state of WINDOW_STATES)
          expect(await editWindows(side.reader, everywhere(id), { state }, today)).toEqual(
            everything.filter((window) => window.state === state),
          );
      }
  });

  it('T-31: are none at a cancelled lesson, nor by a grant for it', async () => {
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: first });
    const without = await side.tell(world({ [streams.page]: [granted(), cancelled] }));
    expect((await statesOn('2024-09-10', without)).map(([id]) => id)).toEqual([second, algebra]);
  });

  it('are found by group and period, those that close first come first, within the scope', async () => {
    const today = '2024-09-10';
    const kinds = async (...asked: Parameters<typeof scope>) =>
      (await editWindows(side.reader, scope(...asked), { group, period: autumn, first: 2 }, today)).map(
        ({ id }) => id,
      );
    const read = 'editWindow.read';
    expect(await kinds(college, 'journalAdministrator', read)).toEqual([first, idOf('grant')]);
    expect(await kinds(college, 'teacher', read, { journals: [algebra] })).toEqual([first, idOf('grant')]);
    expect(await kinds(college, 'teacher', read, { journals: [there(algebra)] })).toEqual([]);
  });
});
