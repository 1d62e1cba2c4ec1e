import { trackedDebts } from '../../projections/standing/debts.ts';
import { attestationSheets } from '../../projections/standing/sheets.ts';
import { standing } from '../../projections/standing/queries.ts';
import { attested, indebted, marked } from '../support/acts.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import { algebra, autumn, group, happened, ivanova, smirnov, streams, world } from '../support/world.ts';

let side: ReadSide;
let college: string;
let other: string;

const history = world({
  [streams.mark]: [marked('5'), marked('4', 'control'), marked('4', 'test')],
  [streams.attestation]: [attested('academicDebt')],
  [streams.of(ivanova)]: [indebted()],
});

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({ ...history, ...elsewhere(history) });
  other = await side.tell(world());
});

afterAll(() => side.close());

const read = 'standing.read';
const all = () => scope(college, 'auditor', read);

describe('the standing of students', () => {
  it('T-45 (R-MRK-14): gives the average of each discipline as exact text, with the counts behind it', async () => {
    expect(await standing(side.reader, all(), { student: ivanova })).toEqual([
      {
        journal: algebra,
        student: ivanova,
        group,
        courseUnit: expect.any(String) as string,
        period: autumn,
        scale: 'fivePoint',
        marksSum: 13,
        marksCount: 3,
        average: '4.33',
        marksByWorkType: { lessonWork: 1, control: 1, test: 1 },
        absences: 0,
        leftOn: null,
        attestationOriginal: 'academicDebt',
        attestationCurrent: 'academicDebt',
        attestationRepeats: 0,
      },
    ]);
  });

  it('has everyone on a page or in a group, marked or not', async () => {
    for (const whose of [{ journal: algebra }, { group }]) {
      const rows = await standing(side.reader, all(), whose);
      expect(rows.map(({ student }) => student).toSorted()).toEqual([ivanova, smirnov].toSorted());
      expect(rows.find(({ student }) => student === smirnov)).toMatchObject({ average: null });
    }
  });

  it('T-24: has the debts that stand, with their cause', async () => {
    expect(await trackedDebts(side.reader, all(), { group })).toMatchObject([
      { student: ivanova, journal: algebra, period: autumn, cause: 'failed', since: '2024-08-20' },
    ]);
  });

  it('R-PA-16: has every debt with what is left to clear it, and those that were cleared', async () => {
    expect(await trackedDebts(side.reader, all(), { group })).toMatchObject([
      { student: ivanova, attestationOriginal: 'academicDebt', repeats: [], leaves: [], clearedOn: null },
    ]);
    expect(await trackedDebts(side.reader, all(), { cleared: true })).toEqual([]);
    expect(await trackedDebts(side.reader, all(), { student: smirnov })).toEqual([]);
    expect(await trackedDebts(side.reader, all(), { journal: algebra, period: autumn })).toHaveLength(1);
  });

  it('R-PA-17: has the sheet of a page with who is to be attested there, and no leaver', async () => {
    const lines = async (id: string, today = '2024-12-20') =>
      (await attestationSheets(side.reader, scope(id, 'auditor', read), { journal: algebra }, today)).flatMap(
        (sheet) => sheet.lines.map(({ student, attestationOriginal }) => [student, attestationOriginal]),
      );
    expect(Object.fromEntries(await lines(college))).toEqual({ [ivanova]: 'academicDebt', [smirnov]: null });
    const leaves = { from: '2024-12-01', until: '2025-02-01' };
    const left = await side.tell(
      world({
        [streams.page]: [
          happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-11-30' }),
        ],
        [streams.of(ivanova)]: [
          happened(
            'AcademicLeaveGranted',
            { student: ivanova, group, ...leaves, order: null },
            { reason: 'Да' },
          ),
        ],
      }),
    );
    expect(await lines(left)).toEqual([]);
    expect(await lines(left, '2024-11-20')).toHaveLength(2);
  });

  it('shows learners their own, teachers their pages, curators their groups, and no one anything else', async () => {
    const seen = async (...asked: Parameters<typeof scope>) => {
      const reach = scope(...asked);
      const rows = [
        ...(await standing(side.reader, reach, { group })),
        ...(await trackedDebts(side.reader, reach, { group })),
        ...(await attestationSheets(side.reader, reach, { group }, '2024-12-20')).flatMap(
          ({ lines }) => lines,
        ),
      ];
      return rows.map(({ student }) => student).toSorted();
    };
    const whole = [ivanova, ivanova, ivanova, smirnov, smirnov].toSorted();
    expect(await seen(college, 'student', read, { self: [ivanova] })).toEqual([ivanova, ivanova, ivanova]);
    expect(await seen(college, 'legalGuardian', read, { wards: [smirnov] })).toEqual([smirnov, smirnov]);
    expect(await seen(college, 'teacher', read, { journals: [algebra] })).toEqual(whole);
    expect(await seen(college, 'groupCurator', read, { groups: [group] })).toEqual(whole);
    expect(await seen(college, 'groupCurator', read, { groups: [there(group)] })).toEqual([]);
    expect(await seen(college, 'teacher', read, { journals: [there(algebra)] })).toEqual([]);
    expect(await seen(other, 'auditor', read)).toEqual([ivanova, ivanova, smirnov, smirnov].toSorted());
  });
});
