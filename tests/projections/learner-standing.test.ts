import { trackedDebts } from '../../projections/standing/debts.ts';
import { standing } from '../../projections/standing/queries.ts';
import { attestationSheets } from '../../projections/standing/sheets.ts';
import type { LearnerView, Scope } from '../../src/policies/scope.ts';
import { absent, attested, indebted, marked } from '../support/acts.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';
import { algebra, ivanova, streams, world } from '../support/world.ts';

let side: ReadSide;
let college: string;

beforeAll(async () => {
  side = await readSide();
  college = await side.tell(
    world({
      [streams.mark]: [marked('5')],
      [streams.attendance]: [absent()],
      [streams.attestation]: [attested('academicDebt')],
      [streams.of(ivanova)]: [indebted()],
    }),
  );
});
afterAll(() => side.close());

const learner = (learnerView: LearnerView): Scope => ({
  ...scope(college, 'student', 'standing.read', { self: [ivanova] }),
  learnerView,
});
const seen = async (of: Scope) => await standing(side.reader, of, { student: ivanova });

describe('the standing that learners see', () => {
  it('R-ROLE-21, D-15: begins with the periods that their regulation still shows', async () => {
    expect(await seen(learner({ since: '2024-09-01', shows: null }))).toHaveLength(1);
    expect(await seen(learner({ since: '2025-09-01', shows: null }))).toEqual([]);
    const teacher = scope(college, 'teacher', 'standing.read', { journals: [algebra] });
    const staff: Scope = { ...teacher, learnerView: { since: '2025-09-01', shows: null } };
    expect(await seen(staff)).toHaveLength(1);
  });

  it('R-ROLE-21, D-15: ends so for debts and attestation sheets too', async () => {
    const lines = async (since: string | null) => {
      const view = learner({ since, shows: null });
      const sheets = await attestationSheets(side.reader, view, { journal: algebra }, '2024-12-20');
      return [...(await trackedDebts(side.reader, view, {})), ...sheets.flatMap((sheet) => sheet.lines)];
    };
    expect(await lines(null)).toHaveLength(2);
    expect(await lines('2024-09-01')).toHaveLength(2);
    expect(await lines('2025-09-01')).toEqual([]);
  });

  it('R-ROLE-18, D-15: has absences only where their regulation shows attendance', async () => {
    expect(await seen(learner({ since: null, shows: new Set(['marks']) }))).toMatchObject([
      { average: '5.00', absences: null },
    ]);
    expect(await seen(learner({ since: null, shows: new Set(['marks', 'attendance']) }))).toMatchObject([
      { absences: 1 },
    ]);
  });
});
