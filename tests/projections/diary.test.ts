import { entryHandlers } from '../../projections/diary/apply.ts';
import { diary } from '../../projections/diary/queries.ts';
import type { LearnerView, Scope } from '../../src/policies/scope.ts';
import { absent, marked } from '../support/acts.ts';
import { rowsOf } from '../support/folding.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';
import { algebra, first, happened, ivanova, second, smirnov, streams, world } from '../support/world.ts';

describe('an entry of the diary', () => {
  it("is the student's own, by lesson, with marks and absence", () => {
    expect(rowsOf(entryHandlers, marked('5'), absent())).toEqual([
      {
        student: ivanova,
        lesson: first,
        journal: algebra,
        marks: [{ workType: 'lessonWork', value: '5' }],
        markRevision: 0,
        attendance: 'absent',
        hoursMissed: 2,
        minutesLate: null,
        classified: 'unclassified',
        attendanceRevision: 1,
      },
    ]);
  });
});

describe('the diary', () => {
  let side: ReadSide;
  let college: string;
  const homework = happened(
    'HomeworkAssigned',
    { journal: algebra, lesson: first, dueOn: '2024-09-09' },
    { homework: '№ 12' },
  );

  beforeAll(async () => {
    side = await readSide();
    college = await side.tell(
      world({
        [streams.mark]: [marked('5')],
        [streams.page]: [
          homework,
          happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-09-05' }),
        ],
      }),
    );
  });
  afterAll(() => side.close());

  const own = (student: string) => scope(college, 'student', 'diary.read', { self: [student] });

  it('shows a student the own lessons with topic, homework, marks and absences', async () => {
    expect(await diary(side.reader, own(ivanova), ivanova, '2024-09-01', '2024-09-30')).toMatchObject([
      {
        lesson: first,
        date: '2024-09-02',
        topic: 'Квадратные уравнения',
        homework: '№ 12',
        homeworkDueOn: '2024-09-09',
        marks: [{ workType: 'lessonWork', value: '5' }],
        attendance: 'none',
      },
      { lesson: second, date: '2024-09-09', status: 'scheduled', topic: null, marks: [] },
    ]);
  });

  it('keeps to the days asked for, and to the days the student was on the page', async () => {
    expect(await diary(side.reader, own(ivanova), ivanova, '2024-09-03', '2024-09-30')).toHaveLength(1);
    expect(await diary(side.reader, own(smirnov), smirnov, '2024-09-01', '2024-09-30')).toHaveLength(1);
  });

  it('T-39: shows a guardian the wards, and nobody a stranger', async () => {
    const guardian = scope(college, 'legalGuardian', 'diary.read', { wards: [ivanova] });
    expect(await diary(side.reader, guardian, ivanova, '2024-09-01', '2024-09-30')).toHaveLength(2);
    expect(await diary(side.reader, guardian, smirnov, '2024-09-01', '2024-09-30')).toEqual([]);
    const elsewhere = scope(smirnov, 'student', 'diary.read', { self: [ivanova] });
    expect(await diary(side.reader, elsewhere, ivanova, '2024-09-01', '2024-09-30')).toEqual([]);
  });

  const seen = async (of: Scope) => await diary(side.reader, of, ivanova, '2024-09-01', '2024-09-30');
  const learner = (learnerView: LearnerView): Scope => ({ ...own(ivanova), learnerView });

  it('R-ROLE-21, D-15: begins for learners where their regulation says, and for staff at the beginning', async () => {
    expect(await seen(learner({ since: '2024-09-05', shows: null }))).toMatchObject([{ lesson: second }]);
    expect(await seen(learner({ since: '2023-09-01', shows: null }))).toHaveLength(2);
    expect(await seen(scope(college, 'auditor', 'diary.read'))).toHaveLength(2);
  });

  it('R-ROLE-18, D-15: shows learners the kinds of data that their regulation names', async () => {
    const [marksOnly] = await seen(learner({ since: null, shows: new Set(['marks']) }));
    expect(marksOnly).toMatchObject({
      marks: [{ value: '5' }],
      attendance: null,
      hoursMissed: null,
      classified: null,
      topic: null,
      homework: null,
      homeworkDueOn: null,
    });
    const [homeworkOnly] = await seen(learner({ since: null, shows: new Set(['homework', 'attendance']) }));
    expect(homeworkOnly).toMatchObject({ marks: null, attendance: 'none', homework: '№ 12' });
  });
});
