import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  college,
  command,
  curator,
  deputy,
  happened,
  orlov,
  petrova,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const [head, office] = [idOf('department head'), idOf('office head')];
const under = (preset: PresetKey, more = {}) =>
  world({
    [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
    ...withRole(head, 'departmentHead'),
    ...withRole(office, 'academicOfficeHead'),
    ...more,
  });
const on = (by: string, day = '2024-10-01') => ({ by, on: day });

const page = { kind: 'page', id: algebra } as const;

const finding = idOf('finding');
const report = (more = {}) =>
  command('ReportFinding', {
    finding,
    control: null,
    of: page,
    accounts: [],
    answerBy: '2024-10-08',
    text: 'Нет отметок за сентябрь',
    ...more,
  });
const reportedAs = (more = {}) =>
  happened(
    'FindingReported',
    {
      finding,
      control: null,
      of: page,
      accounts: [],
      roles: ['teacher', 'groupCurator'],
      pedagogicalCouncil: false,
      answerBy: null,
      ...more,
    },
    { finding: 'Нет отметок' },
  );
const reported = (more = {}) => ({ [`finding-${finding}`]: [reportedAs(more)] });
const answer = (measures = 'Отметки выставлены') => command('AnswerFinding', { finding, measures });

describe('a finding', () => {
  it('R-MON-10, R-MON-08: under 001 goes to the director, the deputies and the pedagogical council', () => {
    given(under('001'), on(head))
      .when(report())
      .thenRecords(
        {
          type: 'FindingReported',
          data: { roles: ['director', 'deputyDirector'], pedagogicalCouncil: true, answerBy: '2024-10-08' },
          sealed: { finding: 'Нет отметок за сентябрь' },
        },
        { right: 'departmentHead', rule: { clause: '001 §5.2.5; 001 §7.2; 001 §7.5' } },
      );
  });

  it.each(['002', '004'] as const)(
    'R-MON-10: under %s goes to teachers, instructors and class teachers',
    (preset) => {
      given(under(preset), on(deputy))
        .when(report({ accounts: [petrova] }))
        .thenRecords({
          type: 'FindingReported',
          data: { accounts: [petrova], roles: ['teacher', 'practicalTrainingInstructor', 'groupCurator'] },
        });
    },
  );

  it('R-MON-10: needs somebody to go to where the regulation names nobody, and who is on the staff', () => {
    given(under('003'), on(deputy))
      .when(report())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'addressee' } });
    given(under('003'), on(deputy))
      .when(report({ accounts: [idOf('father')] }))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST' });
    given(under('003'), on(deputy))
      .when(report({ accounts: [petrova] }))
      .thenRecords({ type: 'FindingReported' });
  });

  it('says what is wrong, of what is there, and is not a teacher’s to report', () => {
    given(under('001'), on(head))
      .when(report({ text: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(under('001'), on(head))
      .when(report({ answerBy: '2024-09-30' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(under('001'), on(head))
      .when(report({ control: idOf('nowhere') }))
      .thenRefuses({ code: 'NOT_FOUND' });
    given(under('001'), on(petrova)).when(report()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(under('001', reported()), on(head)).when(report()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('R-MON-10: is answered with measures by the teacher of the page or the curator of its group, once', () => {
    for (const [by, right] of [
      [petrova, 'teacher'],
      [curator, 'groupCurator'],
    ] as const)
      given(under('004', reported()), on(by))
        .when(answer())
        .thenRecords({ type: 'FindingAnswered', sealed: { measures: 'Отметки выставлены' } }, { right });
    const answered = {
      [`finding-${finding}`]: [
        reportedAs(),
        happened('FindingAnswered', { finding }, { measures: 'Исправлено' }),
      ],
    };
    given(under('004', answered), on(petrova)).when(answer()).thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('R-MON-10: is not answered by a teacher of another page, nor by whom it was not addressed to', () => {
    for (const by of [orlov, head])
      given(under('004', reported()), on(by)).when(answer()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(under('004', reported({ accounts: [orlov], roles: [] })), on(orlov))
      .when(answer())
      .thenRecords({ type: 'FindingAnswered' });
    given(under('004', reported()), on(petrova)).when(answer('')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(under('004'), on(petrova)).when(answer()).thenRefuses({ code: 'NOT_FOUND' });
  });
});
