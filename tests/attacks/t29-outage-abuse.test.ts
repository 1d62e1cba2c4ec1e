import { randomUUID } from 'node:crypto';
import { foundCollege, type College } from '../support/college.ts';
import { trailOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/** Attack T29: a teacher calls a late entry the bringing over of a temporary journal, for an outage there never was. */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served, { regulation: '001' });
});
afterAll(() => served.close());

const BACK = `mutation ($id: UUID!, $outage: ID, $input: RecordMarkInput!) {
  recordMark(commandId: $id, outageId: $outage, input: $input) { accepted position userErrors { code } } }`;
const enter = async (outage: string, lessonId: string) => {
  const input = {
    ...{ journalId: college.journals.algebra, lessonId, studentId: college.students.petrov },
    ...{ workType: 'LESSON_WORK', value: '5' },
  };
  const { recordMark } = await college.as('teacher').read(BACK, { id: randomUUID(), outage, input });
  const { accepted, position, userErrors } = recordMark as {
    readonly accepted: boolean;
    readonly position: string;
    readonly userErrors: readonly { readonly code: string }[];
  };
  await college.as('administrator').shown(position);
  return accepted ? 'accepted' : userErrors.map(({ code }) => code).join();
};
const invented = (): string =>
  btoa(`Outage:${randomUUID()}`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');

describe('attack T29: back entry', () => {
  it('does not come of an outage that nobody declared, nor of one the teacher declares', async () => {
    expect(await enter(invented(), college.lessons.old)).toBe('NOT_FOUND');
    const { errors } = await college
      .as('teacher')
      .query(
        `mutation ($id: UUID!, $input: DeclareOutageInput!) { declareOutage(commandId: $id, input: $input) { accepted } }`,
        { id: randomUUID(), input: { from: '2026-10-01', reason: 'Не работал интернет' } },
      );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('of one the administrator declared waits for its end, and reaches the lessons of its days and no other', async () => {
    const administrator = college.as('administrator');
    const { id } = await administrator.do('declareOutage', { from: '2026-10-05', reason: 'Авария' });
    const outageId = id ?? '';
    expect(await enter(outageId, college.lessons.old)).toBe('OUTAGE_LASTS');
    await administrator.do('restoreAccess', { outageId, on: '2026-10-06' });
    await college.as('teacher').do('conductLesson', {
      ...{ journalId: college.journals.algebra, lessonId: college.lessons.yesterday },
      ...{ deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Корни' },
    });
    expect(await enter(outageId, college.lessons.yesterday)).toBe('NOT_IN_OUTAGE');
    // Access was restored on 6 October: the five working days for it are long over, and the window closed with them.
    expect(await enter(outageId, college.lessons.old)).toBe('EDIT_WINDOW_CLOSED');
  });

  it('within its days is taken, and stands in the trail as what it is, with the outage and its author', async () => {
    const administrator = college.as('administrator');
    const { id } = await administrator.do('declareOutage', { from: '2026-10-05', reason: 'Авария' });
    await administrator.do('restoreAccess', { outageId: id, on: '2026-11-20' });
    expect(await enter(id ?? '', college.lessons.old)).toBe('accepted');
    const { nodes } = await trailOf(college.as('auditor'), { temporaryJournalOnly: true });
    // The tries that failed are told with it: what was brought over is counted, and what was to be.
    expect(nodes.map(({ kind }) => kind)).toEqual([
      'MARK_RECORDED',
      ...Array<string>(4).fill('ATTEMPT_REFUSED'),
    ]);
    expect(nodes[0]).toMatchObject({ to: '5', actor: { id: college.accounts.teacher } });
    const trail = await college
      .as('auditor')
      .read(`{ auditTrail(filter: { kinds: [OUTAGE_DECLARED] }) { nodes { actor { id } } } }`);
    expect(trail).toMatchObject({
      auditTrail: {
        nodes: [
          { actor: { id: college.accounts.administrator } },
          { actor: { id: college.accounts.administrator } },
        ],
      },
    });
  });
});
