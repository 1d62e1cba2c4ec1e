import {
  controlHandlers,
  findingHandlers,
  measureHandlers,
  periodEndHandlers,
} from '../../projections/controls/apply.ts';
import { groupMonitoring } from '../../projections/controls/group-monitoring.ts';
import { periodEndPages } from '../../projections/controls/period-end.ts';
import { controlsIn, findingsFor, measuresOf } from '../../projections/controls/queries.ts';
import type { Role } from '../../src/policies/access.ts';
import { attested, marked } from '../support/acts.ts';
import { by, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import { algebra, autumn, group, happened, ivanova, streams, world } from '../support/world.ts';

const [control, finding, answered, measure] = ['control', 'finding', 'answered finding', 'measure'].map(
  idOf,
) as [string, string, string, string];
const page = { kind: 'page', id: algebra } as const;
const carriedOut = happened(
  'ControlCarriedOut',
  { control, of: page, on: '2024-09-30', findings: 2 },
  { summary: 'Темы не записаны' },
);
const reported = (id: string, roles: readonly Role[], accounts: readonly string[] = []) =>
  happened(
    'FindingReported',
    {
      finding: id,
      control,
      of: page,
      accounts: [...accounts],
      roles: [...roles],
      pedagogicalCouncil: false,
      answerBy: '2024-10-08',
    },
    { finding: 'Нет отметок' },
  );
const answer = happened('FindingAnswered', { finding: answered }, { measures: 'Выставлены' });
const taken = happened(
  'MeasureTaken',
  { measure, group, student: ivanova, journal: null, about: 'attendance', on: '2024-09-30' },
  { note: 'Беседа' },
);
const checked = (pages: number) =>
  happened('PeriodEndChecked', { period: autumn, checks: ['filling'], pages, findings: 0 });

describe('the records of control', () => {
  it('R-MON-02: keep who controlled what, in which role, and what was found', () => {
    expect(rowsOf(controlHandlers, by(carriedOut, { role: 'departmentHead' }))).toMatchObject([
      {
        control,
        kind: 'page',
        of: algebra,
        findings: 2,
        role: 'departmentHead',
        summary: 'Темы не записаны',
      },
    ]);
    expect(() => rowsOf(controlHandlers, by(carriedOut, { role: null }))).toThrow('by no right');
  });

  it('R-MON-07: keep when a checklist was first gone through, and what it came to last', () => {
    const first = by(checked(3), {}, { occurredOn: '2024-12-27' });
    const again = by(checked(12), {}, { occurredOn: '2025-01-20' });
    expect(rowsOf(periodEndHandlers, first, again)).toMatchObject([
      { period: autumn, firstOn: '2024-12-27', checkedOn: '2025-01-20', pages: 12, late: false },
    ]);
  });

  it('R-MON-10: keep a finding with its answer, and measures with the group', () => {
    expect(rowsOf(findingHandlers, reported(answered, ['teacher']), answer)).toMatchObject([
      { finding: answered, text: 'Нет отметок', measures: 'Выставлены' },
    ]);
    expect(() => rowsOf(findingHandlers, answer)).toThrow('not there');
    expect(rowsOf(measureHandlers, taken)).toMatchObject([{ measure, group, note: 'Беседа' }]);
  });
});

describe('who reads of them', () => {
  let side: ReadSide;
  let college: string;

  beforeAll(async () => {
    side = await readSide();
    const history: History = world({
      [streams.mark]: [marked('5'), marked('4', 'control')],
      [streams.attestation]: [attested('grade4')],
      [`control-${control}`]: [by(carriedOut, { role: 'departmentHead' })],
      [`finding-${finding}`]: [reported(finding, ['teacher', 'groupCurator'])],
      [`finding-${answered}`]: [reported(answered, ['director']), answer],
      [`groupMeasure-${measure}`]: [taken],
    });
    college = await side.tell({ ...history, ...elsewhere(world()) });
  });
  afterAll(() => side.close());

  const found = async (role: Role, reach: Parameters<typeof scope>[3] = {}, account = idOf('viewer')) => {
    const viewer = { account, roles: new Set([role]) };
    const rows = await findingsFor(side.reader, scope(college, role, 'finding.read', reach), viewer);
    return rows.map((row) => row.finding).toSorted();
  };

  it('R-MON-10: findings are read by supervisors, and by those they are addressed to about what is theirs', async () => {
    expect(await found('deputyDirector')).toEqual([finding, answered].toSorted());
    expect(await found('teacher', { journals: [algebra] })).toEqual([finding]);
    expect(await found('groupCurator', { groups: [group] })).toEqual([finding]);
    expect(await found('teacher', { journals: [there(algebra)] })).toEqual([]);
    expect(await found('groupCurator', { groups: [there(group)] })).toEqual([]);
  });

  it('R-MON-08: those whose answer was expected before a day are told apart', async () => {
    const viewer = { account: idOf('viewer'), roles: new Set<Role>(['deputyDirector']) };
    const all = scope(college, 'deputyDirector', 'finding.read');
    const late = { answered: false, expectedBefore: '2024-10-09' };
    expect(await findingsFor(side.reader, all, viewer, late)).toMatchObject([{ finding }]);
    expect(await findingsFor(side.reader, all, viewer, { ...late, expectedBefore: '2024-10-08' })).toEqual(
      [],
    );
  });

  it('R-MON-02, R-MON-12: controls are the supervisors’, measures those of the own group', async () => {
    const autumnDays = { from: '2024-09-01', until: '2024-12-31' };
    const controls = (role: Role, reach = {}) =>
      controlsIn(side.reader, scope(college, role, 'control.read', reach), autumnDays);
    expect(await controls('auditor')).toMatchObject([{ control }]);
    expect(await controls('teacher', { journals: [algebra] })).toEqual([]);
    const measures = (groups: readonly string[]) =>
      measuresOf(
        side.reader,
        scope(college, 'groupCurator', 'monitoring.read', { groups }),
        group,
        autumnDays,
      );
    expect(await measures([group])).toMatchObject([{ measure }]);
    expect(await measures([there(group)])).toEqual([]);
  });

  it('R-MON-09, R-MON-12: a group is monitored by its curator; a teacher sees the own page of it', async () => {
    const asked = { group, from: '2024-09-01', until: '2024-09-30', missedDay: 'allLessons' } as const;
    const monitored = (role: Role, reach: Parameters<typeof scope>[3]) =>
      groupMonitoring(side.reader, scope(college, role, 'monitoring.read', reach), asked);
    expect(await monitored('groupCurator', { groups: [group] })).toMatchObject({
      pages: [{ journal: algebra, marks: 2, results: { passed: 1, missing: 1 }, controlWorks: { marks: 1 } }],
      measures: [{ measure }],
    });
    expect(await monitored('teacher', { journals: [algebra] })).toMatchObject({
      pages: [{ journal: algebra }],
      measures: [],
    });
    expect(await monitored('groupCurator', { groups: [there(group)] })).toBeNull();
  });

  it('R-MON-07: the checklist of a period has its pages with their figures', async () => {
    const period = { period: autumn, from: '2024-09-01', until: '2024-12-28' };
    const all = scope(college, 'deputyDirector', 'control.read');
    const pages = await periodEndPages(side.reader, all, period, '2024-12-29');
    expect(pages.find(({ journal }) => journal === algebra)).toMatchObject({
      lessonsDue: 2,
      lessonsRecorded: 1,
      objectivity: {
        compared: 1,
        averageCurrent: '4.50',
        averageFinal: '4.00',
        deviating: [],
      },
      checkWorks: { held: 1, marks: 1 },
    });
  });
});
