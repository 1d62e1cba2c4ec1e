import type { AttestationForm, AttestationResult } from '../../src/policies/attestation.ts';
import { attest, regulationChanged } from '../support/acts.ts';
import { under } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  autumn,
  command,
  courseUnit,
  deputy,
  group,
  ivanova,
  streams,
  world,
} from '../support/world.ts';

const physics = idOf('physics');
const held = { on: '2024-12-20' };
const DEBTS: readonly AttestationResult[] = ['academicDebt', 'notAttested'];

/** A second page of the same people, attested in another form. */
const attestedBy = (form: AttestationForm) => {
  const page = (world()[streams.page] ?? []).map((event) => {
    const moved = JSON.parse(JSON.stringify(event).replaceAll(algebra, physics)) as typeof event;
    return moved.type === 'JournalOpened'
      ? { ...moved, data: { ...moved.data, attestationForm: form } }
      : moved;
  });
  return { [`journal-${physics}`]: page };
};

describe('what an attestation may end in', () => {
  it.each([
    ['credit', 'pass'],
    ['gradedCredit', 'grade3'],
    ['exam', 'grade5'],
    ['moduleExam', 'grade4'],
    ['finalMark', 'grade4'],
  ] as const)('R-PA-03, R-PA-09: a %s in %s, and in а/з, н/а or НПА', (form, passed) => {
    for (const result of [passed, 'academicDebt', 'notAttested', 'validReasonNonAttendance'] as const)
      given(world(attestedBy(form)), held)
        .when(attest({ journal: physics, result }))
        .thenRecords(
          DEBTS.includes(result)
            ? [{ type: 'AttestationMarkRecorded', data: { result } }, { type: 'AcademicDebtIncurred' }]
            : { type: 'AttestationMarkRecorded', data: { result } },
        );
  });

  it('R-WRK-06: the exam of a professional module grades, and does not just pass', () => {
    given(world(attestedBy('moduleExam')), held)
      .when(attest({ journal: physics, result: 'pass' }))
      .thenRefuses({ code: 'INVALID_MARK', facts: { form: 'moduleExam' }, clause: '003 §3.3 L91-94' });
  });

  it('T-01 (R-PA-05): never in a 2, whatever the regulation, the form, or its silence', () => {
    for (const preset of ['000', '001', '002', '003', '004'] as const)
      for (const result of ['grade2', '2', 'fail'])
        given(world(under(preset)), held)
          .when(attest({ result: result as never }))
          .thenRefuses({ code: 'INVALID_MARK' });
  });

  it('R-PA-19: in no other result than the college’s regulation lists', () => {
    const change = regulationChanged('2024-09-01', {
      'attestation.allowedMarks': { kind: 'listed', marks: ['grade4', 'grade5', 'academicDebt'] },
    });
    given(world({ [streams.regulation]: [change] }), held)
      .when(attest({ result: 'grade3' }))
      .thenRefuses({ code: 'INVALID_MARK', facts: { value: 'grade3', form: 'exam' }, clause: 'Приказ № 7' });
  });
});

describe('the form of an attestation', () => {
  const open = (attestationForm: AttestationForm) =>
    command('OpenJournal', {
      journal: physics,
      group,
      subgroup: null,
      courseUnit,
      period: autumn,
      scale: 'fivePoint',
      attestationForm,
      students: [ivanova],
    });
  const by = { by: deputy };

  it('R-PA-09: is one that the regulation holds', () => {
    const change = regulationChanged('2024-01-01', {
      'attestation.forms': { kind: 'listed', forms: ['credit', 'exam'] },
    });
    given(world({ [streams.regulation]: [change] }), by)
      .when(open('finalMark'))
      .thenRefuses({ code: 'FORM_NOT_HELD', facts: { form: 'finalMark' }, clause: 'Приказ № 7' });
  });

  it.each(['exam', 'gradedCredit', 'credit', 'moduleExam', 'finalMark'] as const)(
    'R-PA-09: may be %s under 001, which lists it, and under 003, which leaves it to a local act',
    (form) => {
      for (const preset of ['001', '003'] as const)
        given(world(under(preset)), by)
          .when(open(form))
          .thenRecords([
            { type: 'JournalOpened', data: { attestationForm: form } },
            { type: 'RosterExtended' },
            { type: 'GroupJournalOpened' },
          ]);
    },
  );
});
