import { attendanceRegimes } from '../../projections/calendar/queries.ts';
import {
  assignments,
  controlWorks,
  mistakeReports,
  topicDebts,
} from '../../projections/classwork/queries.ts';
import { diary } from '../../projections/diary/queries.ts';
import { courseWorks, finalQualifications } from '../../projections/final-work/queries.ts';
import { movementsOf, namesOf } from '../../projections/movement/queries.ts';
import { studentChangeRequests } from '../../projections/movement/queries-requests.ts';
import { trackedDebts } from '../../projections/standing/debts.ts';
import { standing } from '../../projections/standing/queries.ts';
import { attestationSheets } from '../../projections/standing/sheets.ts';
import { timetabled } from '../../projections/timetable/queries.ts';
import type { Capability } from '../../src/policies/access.ts';
import type { LearnerView, Scope } from '../../src/policies/scope.ts';
import { absent, attested, indebted, marked } from '../support/acts.ts';
import { idOf } from '../support/names.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';
import {
  algebra,
  autumn,
  first,
  group,
  happened,
  ivanova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const cell = { journal: algebra, lesson: first, student: ivanova, workType: 'control' } as const;
const [debt, task, controlWork, request] = ['debt', 'task', 'control work', 'request'].map(idOf) as [
  string,
  string,
  string,
  string,
];
const names = { familyName: 'Иванова', givenName: 'Анна' };
const history = world({
  [streams.mark]: [marked('5')],
  [streams.attendance]: [absent()],
  [streams.attestation]: [attested('academicDebt')],
  [streams.of(ivanova)]: [
    indebted(),
    happened('StudentRenamed', { student: ivanova, on: '2024-09-02', order: null }, names),
  ],
  [`topicDebt-${debt}`]: [happened('TopicDebtRecorded', { debt, ...cell }, { topic: 'Корни' })],
  [`mistakeReport-${first}.${ivanova}`]: [
    happened('MarkMistakeReported', { ...cell, markRevision: 0 }, { explanation: 'Не моя' }),
  ],
  [`courseWork-${algebra}.${ivanova}`]: [
    happened(
      'CourseWorkTopicAssigned',
      { journal: algebra, student: ivanova, period: autumn },
      { topic: 'Графы' },
    ),
  ],
  [`finalQualification-${ivanova}`]: [
    happened('ThesisResultRecorded', { student: ivanova, result: 'grade5', defendedOn: '2025-06-19' }),
  ],
  [`attendanceRegime-${ivanova}`]: [
    happened('AttendanceRegimeSet', {
      of: { kind: 'student', id: ivanova },
      from: '2024-09-02',
      workingWeek: 6,
      shift: 1,
      startsAt: null,
      weeklyHours: null,
      order: null,
    }),
  ],
  [`changeRequest-${request}`]: [
    happened(
      'StudentChangeRequested',
      { request, kind: 'personalData', student: ivanova, group, toGroup: null, on: null },
      names,
    ),
  ],
  [`assignment-${task}`]: [
    happened(
      'AssignmentIssued',
      {
        assignment: task,
        journal: algebra,
        lesson: first,
        workType: 'independent',
        electronic: false,
        dueOn: null,
      },
      { contents: '№ 1' },
    ),
  ],
  [streams.page]: [
    happened('ControlWorkPlanned', {
      journal: algebra,
      controlWork,
      workType: 'control',
      plannedOn: '2024-10-01',
    }),
  ],
});

let side: ReadSide;
let college: string;
beforeAll(async () => {
  side = await readSide();
  college = await side.tell(history);
});
afterAll(() => side.close());

const textOf = (rows: readonly unknown[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

type Ask = (of: Scope) => Promise<readonly unknown[]>;
const student = { student: ivanova };

/** Each list that learners may ask for, asked about Ivanova, with the capability it is asked under. */
const asked: Readonly<Record<string, readonly [Capability, Ask]>> = {
  'topic debts of a student': ['diary.read', (of) => topicDebts(side.reader, of, student)],
  'topic debts of a page': ['diary.read', (of) => topicDebts(side.reader, of, { journal: algebra })],
  'reported mistakes': ['diary.read', (of) => mistakeReports(side.reader, of, algebra)],
  'the diary': ['diary.read', (of) => diary(side.reader, of, ivanova, '2024-09-01', '2024-12-28')],
  'names of a student': ['diary.read', (of) => namesOf(side.reader, of, ivanova)],
  'movements of a student': ['diary.read', (of) => movementsOf(side.reader, of, ivanova)],
  'regimes of a student': ['diary.read', (of) => attendanceRegimes(side.reader, of, [ivanova])],
  'academic debts': ['standing.read', (of) => trackedDebts(side.reader, of, {})],
  'standing on a page': ['standing.read', (of) => standing(side.reader, of, { journal: algebra })],
  'course works': ['standing.read', (of) => courseWorks(side.reader, of, {})],
  'attestation sheets': [
    'standing.read',
    (of) => attestationSheets(side.reader, of, { journal: algebra }, '2024-12-20'),
  ],
  'final qualifications': [
    'finalQualification.read',
    (of) => finalQualifications(side.reader, of, idOf('viewer'), {}),
  ],
  'requested changes': ['studentChange.read', (of) => studentChangeRequests(side.reader, of, undefined)],
};
const lists = Object.entries(asked).map(([name, [capability, ask]]) => ({ name, capability, ask }));

describe('what learners ask for', () => {
  it.each(lists)('R-ROLE-18, T-39: $name hold nothing of a classmate', async ({ capability, ask }) => {
    const everything = scope(college, 'auditor', 'diary.read');
    expect(await ask(everything)).not.toEqual([]);
    for (const [role, reach] of [
      ['student', 'self'],
      ['legalGuardian', 'wards'],
    ] as const) {
      const answer = textOf(await ask(scope(college, role, capability, { [reach]: [smirnov] })));
      for (const trace of [ivanova, 'Иванова', 'Корни', 'Графы', 'Не моя'])
        expect(answer).not.toContain(trace);
    }
    expect(
      await ask(scope(college, 'trustedPerson', capability, { wards: [ivanova], self: [ivanova] })),
    ).toEqual([]);
  });

  it('R-SCH-11: a timetable holds lessons of pages they stand on alone, whoever’s is asked for', async () => {
    const ask = (self: readonly string[]) =>
      timetabled(
        side.reader,
        scope(college, 'student', 'timetable.read', { self }),
        { student: ivanova },
        '2024-09-01',
        '2024-12-28',
      );
    expect(await ask([idOf('a stranger')])).toEqual([]);
    expect(await ask([ivanova])).toHaveLength(2);
  });

  const shownSince = (since: string | null): LearnerView => ({ since, shows: null });
  const own: readonly [string, Capability, Ask][] = [
    ['tasks', 'diary.read', (of) => assignments(side.reader, of, algebra)],
    ['control works', 'diary.read', (of) => controlWorks(side.reader, of, algebra)],
    ['topic debts', 'diary.read', (of) => topicDebts(side.reader, of, student)],
    ['course works', 'standing.read', (of) => courseWorks(side.reader, of, {})],
  ];
  it.each(own)(
    'R-ROLE-21, D-15: %s begin with the periods still shown to them',
    async (_, capability, ask) => {
      const of = scope(college, 'student', capability, { self: [ivanova] });
      const seen = async (since: string | null) => await ask({ ...of, learnerView: shownSince(since) });
      expect(await seen(null)).toHaveLength(1);
      expect(await seen('2024-09-01')).toHaveLength(1);
      expect(await seen('2025-09-01')).toEqual([]);
    },
  );
});
