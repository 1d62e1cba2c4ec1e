import type { CommandNamed } from '../../src/decisions/register.ts';
import { attest } from '../support/acts.ts';
import { all, preDiplomaPractice, supervises, supervisor, under } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import {
  administrator,
  command,
  courseUnit,
  deputy,
  happened,
  ivanova,
  petrova,
  smirnov,
  withRole,
  world,
} from '../support/world.ts';

const works = `finalQualification-${ivanova}`;
const inJune = { on: '2025-06-20', by: supervisor };
const order = '№ 31 от 01.11.2024';
const appoint = (changes: Partial<CommandNamed<'AppointSupervisor'>['data']> = {}) =>
  command('AppointSupervisor', {
    student: ivanova,
    account: supervisor,
    of: 'thesis',
    from: '2024-11-01',
    order,
    ...changes,
  });
const thesis = (changes: Partial<CommandNamed<'RecordThesisResult'>['data']> = {}) =>
  command('RecordThesisResult', { student: ivanova, result: 'grade5', defendedOn: '2025-06-19', ...changes });
const correctThesis = (changes: Partial<CommandNamed<'CorrectThesisResult'>['data']> = {}) =>
  command('CorrectThesisResult', {
    student: ivanova,
    result: 'grade4',
    expectedRevision: 1,
    reason: 'Описка',
    ...changes,
  });
const exam = (changes: Partial<CommandNamed<'RecordDemonstrationExam'>['data']> = {}) =>
  command('RecordDemonstrationExam', {
    student: ivanova,
    result: 'grade4',
    points: 71,
    heldOn: '2025-06-10',
    ...changes,
  });
const defended = {
  [works]: [
    happened('ThesisResultRecorded', { student: ivanova, result: 'grade5', defendedOn: '2025-06-19' }),
  ],
};

describe('a supervisor', () => {
  it('R-WRK-02: is named by an order, for a thesis or a pre-diploma practice', () => {
    given(world(withRole(supervisor, 'thesisSupervisor')), { by: administrator, on: '2024-11-01' })
      .when(appoint())
      .thenRecords({ type: 'SupervisorAppointed', data: { account: supervisor, of: 'thesis', order } });
    given(world(withRole(supervisor, 'practiceSupervisor')), { by: deputy, on: '2024-11-01' })
      .when(appoint({ of: 'preDiplomaPractice' }))
      .thenRecords({ type: 'SupervisorAppointed' });
  });

  it('R-WRK-02: holds the role for it, and is not named by teachers', () => {
    given(world(withRole(supervisor, 'practiceSupervisor')), { by: deputy, on: '2024-11-01' })
      .when(appoint())
      .thenRefuses({ code: 'WRONG_HOLDER', facts: { role: 'thesisSupervisor' } });
    given(world(withRole(supervisor, 'thesisSupervisor')), { by: petrova, on: '2024-11-01' })
      .when(appoint())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(withRole(supervisor, 'thesisSupervisor')), { by: deputy, on: '2024-11-01' })
      .when(appoint({ student: supervisor }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is named once by the same order', () => {
    given(world(supervises('thesis')), { by: deputy, on: '2024-11-01' })
      .when(appoint())
      .thenNothingChanges();
  });
});

describe('the result of a thesis', () => {
  it('T-55 (R-WRK-02): is entered by the supervisor whom the order names', () => {
    given(world(all(under('001'), supervises('thesis'))), inJune)
      .when(thesis())
      .thenRecords(
        { type: 'ThesisResultRecorded', data: { result: 'grade5' } },
        { right: 'thesisSupervisor', occurredOn: '2025-06-19', rule: { clause: '001 §5.5.13' } },
      );
  });

  it('T-55: is entered by no other teacher, supervisor or administrator', () => {
    const refused = { code: 'NOT_NAMED_BY_ORDER', clause: '001 §5.5.13' } as const;
    const past = world(all(under('001'), supervises('thesis')));
    for (const by of [petrova, deputy, administrator])
      given(past, { ...inJune, by })
        .when(thesis())
        .thenRefuses({ ...refused, facts: { of: 'thesis', appointed: true } });
    given(past, inJune)
      .when(thesis({ student: smirnov }))
      .thenRefuses({ ...refused, facts: { appointed: false } });
  });

  it('T-55: is entered by nobody whose role was taken back, or whose order begins later', () => {
    const [named] = supervises('thesis')[works] ?? [];
    given(world({ [works]: named ? [named] : [] }), inJune)
      .when(thesis())
      .thenRefuses({ code: 'NOT_NAMED_BY_ORDER' });
    given(world(supervises('thesis')), { ...inJune, on: '2024-10-31' })
      .when(thesis({ defendedOn: '2024-10-31' }))
      .thenRefuses({ code: 'NOT_NAMED_BY_ORDER' });
  });

  it('is entered once, for a day that has come, of a student who is here', () => {
    given(world(all(supervises('thesis'), defended)), inJune)
      .when(thesis())
      .thenRefuses({ code: 'ALREADY_RECORDED' });
    given(world(supervises('thesis')), inJune)
      .when(thesis({ defendedOn: '2025-06-21' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(supervises('thesis')), inJune)
      .when(thesis({ defendedOn: '2024-08-31' }))
      .thenRefuses({ code: 'NOT_ENROLLED' });
  });

  it('is corrected for a reason by the revision that was read', () => {
    const past = world(all(supervises('thesis'), defended));
    given(past, inJune)
      .when(correctThesis())
      .thenRecords({ type: 'ThesisResultCorrected', data: { from: 'grade5', to: 'grade4' } });
    given(past, inJune)
      .when(correctThesis({ result: 'grade5' }))
      .thenNothingChanges();
    given(past, inJune)
      .when(correctThesis({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(past, inJune)
      .when(correctThesis({ expectedRevision: 0 }))
      .thenRefuses({ code: 'REVISION_CONFLICT' });
    given(world(supervises('thesis')), inJune)
      .when(correctThesis())
      .thenRefuses({ code: 'NOT_RECORDED' });
  });
});

describe('the result of a pre-diploma practice', () => {
  const past = world(all(under('001'), preDiplomaPractice, supervises('preDiplomaPractice')));
  const held = { on: '2024-12-20' };

  it('T-55 (R-WRK-02, R-WRK-03): is entered on its page by the supervisor whom the order names', () => {
    given(past, { ...held, by: supervisor })
      .when(attest())
      .thenRecords({ type: 'AttestationMarkRecorded' }, { right: 'practiceSupervisor' });
  });

  it('T-55: is not entered by the teacher of the page', () => {
    given(past, held).when(attest()).thenRefuses({ code: 'NOT_NAMED_BY_ORDER', clause: '001 §5.5.13' });
    given(past, { ...held, by: supervisor })
      .when(attest({ student: smirnov }))
      .thenRefuses({ code: 'NOT_NAMED_BY_ORDER' });
  });

  it('R-WRK-03: of any other practice is entered by the teacher or instructor of the page', () => {
    const industrial = {
      [`courseUnit-${courseUnit}`]: [
        happened('CourseUnitPlaced', { courseUnit, module: null, practiceKind: 'industrial' }),
      ],
    };
    given(world(industrial), held)
      .when(attest())
      .thenRecords({ type: 'AttestationMarkRecorded' }, { right: 'teacher' });
  });
});

describe('a demonstration exam', () => {
  it('R-WRK-04: leaves a result, with its points', () => {
    given(world(), { ...inJune, by: deputy })
      .when(exam())
      .thenRecords({ type: 'DemonstrationExamRecorded', data: { result: 'grade4', points: 71 } });
    given(world(), { ...inJune, by: petrova })
      .when(exam())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { ...inJune, by: deputy })
      .when(exam({ heldOn: '2025-06-21' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), { ...inJune, by: deputy })
      .when(exam({ heldOn: '2024-08-31' }))
      .thenRefuses({ code: 'NOT_ENROLLED' });
  });

  it('is recorded once, and corrected for a reason', () => {
    const taken = {
      [works]: [
        happened('DemonstrationExamRecorded', {
          student: ivanova,
          result: 'grade4',
          points: 71,
          heldOn: '2025-06-10',
        }),
      ],
    };
    const correct = (changes: Partial<CommandNamed<'CorrectDemonstrationExam'>['data']> = {}) =>
      command('CorrectDemonstrationExam', {
        student: ivanova,
        result: 'grade5',
        points: 86,
        expectedRevision: 0,
        reason: 'Апелляция',
        ...changes,
      });
    const by = { ...inJune, by: deputy };
    given(world(taken), by).when(exam()).thenRefuses({ code: 'ALREADY_RECORDED' });
    given(world(taken), by)
      .when(correct())
      .thenRecords({
        type: 'DemonstrationExamCorrected',
        data: { from: 'grade4', to: 'grade5', points: 86 },
      });
    given(world(taken), by)
      .when(correct({ result: 'grade4', points: 71 }))
      .thenNothingChanges();
    given(world(taken), by)
      .when(correct({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(taken), by)
      .when(correct({ expectedRevision: 3 }))
      .thenRefuses({ code: 'REVISION_CONFLICT' });
    given(world(), by).when(correct()).thenRefuses({ code: 'NOT_RECORDED' });
    given(world(taken), { ...by, by: petrova })
      .when(correct())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});
