import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/** Attack T27: an administrator widens the window, a mark is changed, and the window is narrowed again. */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const WINDOW = 'currentMark.editWindowDays';
const change = (value: number, effectiveFrom: string) => ({
  effectiveFrom,
  values: [{ parameter: WINDOW, value }],
  order: '№ 9 от 20.11.2026',
  reason: 'Так удобнее',
});
const correction = () => ({
  ...{ journalId: college.journals.algebra, lessonId: college.lessons.old },
  ...{ studentId: college.students.ivanova, workType: 'LESSON_WORK', value: '5' },
  ...{ expectedRevision: 0, reason: 'Опечатка' },
});
const untilOf = async (lessonId: string): Promise<string | undefined> => {
  const filter = { journalId: college.journals.algebra };
  const { editWindows } = await college
    .as('auditor')
    .read('query ($filter: EditWindowFilter!) { editWindows(filter: $filter) { lessonId until } }', {
      filter,
    });
  const windows = editWindows as readonly { readonly lessonId: string | null; readonly until: string }[];
  return windows.find((window) => window.lessonId === lessonId)?.until;
};

describe('attack T27: a window that is widened for a while', () => {
  it('cannot be widened for days that lie behind, nor by one person', async () => {
    const administrator = college.as('administrator');
    expect(await administrator.refusalOf('proposeRegulationChange', change(60, '2026-10-01'))).toBe(
      'DATE_OUT_OF_RANGE',
    );
    const { id: changeId } = await administrator.do('proposeRegulationChange', change(60, '2026-11-20'));
    expect(await administrator.refusalOf('confirmRegulationChange', { changeId })).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(await college.as('teacher').refusalOf('correctMark', correction())).toBe('EDIT_WINDOW_CLOSED');
  });

  it('widened by two, opens nothing that had closed and moves no deadline that was given (T-48)', async () => {
    const before = await untilOf(college.lessons.tomorrow);
    const { regulationChanges } = await college
      .as('director')
      .read('{ regulationChanges(status: PENDING) { id } }');
    const [pending] = regulationChanges as readonly { readonly id: string }[];
    expect(await college.as('director').refusalOf('confirmRegulationChange', { changeId: pending?.id })).toBe(
      'accepted',
    );
    expect(await college.as('teacher').refusalOf('correctMark', correction())).toBe('EDIT_WINDOW_CLOSED');
    expect([await untilOf(college.lessons.old), await untilOf(college.lessons.tomorrow)]).toEqual([
      '2026-10-26',
      before,
    ]);
  });

  it('narrowed again, leaves both changes in the trail, with who proposed and who confirmed', async () => {
    const { id: changeId } = await college
      .as('administrator')
      .do('proposeRegulationChange', change(21, '2026-11-21'));
    await college.as('director').do('confirmRegulationChange', { changeId });
    const { regulationChanges } = await college
      .as('auditor')
      .read('{ regulationChanges { status values { value } proposedBy { id } confirmedBy { id } } }');
    const people = {
      proposedBy: { id: college.accounts.administrator },
      confirmedBy: { id: college.accounts.director },
    };
    expect(regulationChanges).toMatchObject([
      { values: [{ value: 60 }], ...people },
      { values: [{ value: 21 }], ...people },
    ]);
    const { refusedAttempts } = await college
      .as('auditor')
      .read('{ refusedAttempts(filter: { code: EDIT_WINDOW_CLOSED }) { nodes { command } } }');
    expect((refusedAttempts as { readonly nodes: readonly unknown[] }).nodes).toHaveLength(2);
  });
});
