import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  college,
  command,
  curator,
  deputy,
  father,
  happened,
  ivanova,
  newcomer,
  orlov,
  second,
  smirnov,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const tie = (student: string, to = father, more: object = {}) =>
  command('EstablishGuardianship', { account: to, guardianship: idOf('second'), student, ...more });
const end = (guardianship: string, more: object = {}) =>
  command('EndGuardianship', { account: father, guardianship, ...more });
const announce = () =>
  command('AnnounceAbsence', { journal: algebra, lesson: second, student: ivanova, reason: 'Врач' });
const born = (student: string, birthDate: string) =>
  happened('StudentBirthDateRecorded', { student }, { birthDate });
const tula: History = {
  [streams.regulation]: [
    happened('RegulationAdopted', { college, preset: '003' }),
    happened('RegulationChanged', {
      college,
      change: idOf('only minors'),
      effectiveFrom: '2024-09-01',
      values: [{ parameter: 'guardian.onlyMinors', value: true, clause: '004 §4.4.1 L263-265' }],
      order: '№ 1',
    }),
  ],
};

describe('a guardianship', () => {
  it('T-39: ties a guardian to one child, as many times as there are children; whose it is stays sealed', () => {
    given(world(), office)
      .when(tie(smirnov))
      .thenRecords({
        type: 'GuardianshipEstablished',
        data: { account: father, from: '2024-09-03', until: null },
        sealed: { student: smirnov },
      });
    given(world(), office).when(tie(ivanova)).thenRefuses({ code: 'ALREADY_ASSIGNED' });
  });

  it('T-39: is for guardians and known students, between its days', () => {
    given(world(), office)
      .when(tie(smirnov, orlov))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'guardian' } });
    given(world(), office)
      .when(tie(idOf('nobody')))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'student' } });
    given(world(), { by: deputy }).when(tie(smirnov)).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), office)
      .when(tie(smirnov, father, { from: '2024-10-01', until: '2024-09-30' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('T-39: ends at once or after a day', () => {
    given(world(), office)
      .when(end(idOf('guardianship')))
      .thenRecords({ type: 'GuardianshipEnded', data: { until: '2024-09-02' } });
    given(world(), office)
      .when(end(idOf('guardianship'), { until: '2024-12-28' }))
      .thenRecords({ type: 'GuardianshipEnded', data: { until: '2024-12-28' } });
    given(world(), office)
      .when(end(idOf('another')))
      .thenRefuses({ code: 'NOT_FOUND' });
    given(world(), office)
      .when(end(idOf('guardianship'), { until: '2024-08-30' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('T-39: gives a right between its days only', () => {
    const past = world({
      [streams.access(father)]: [
        happened('GuardianshipEnded', {
          account: father,
          guardianship: idOf('guardianship'),
          until: '2024-09-04',
        }),
      ],
    });
    given(past, { by: father, on: '2024-09-04' })
      .when(announce())
      .thenRecords({ type: 'AbsenceAnnounced' }, { right: 'legalGuardian' });
    given(past, { by: father, on: '2024-09-05' }).when(announce()).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('the majority of a student', () => {
  it('R-ROLE-19, T-39: ends what a guardian may do on the day itself, where the regulation is for minors', () => {
    const past = world({ ...tula, [streams.of(ivanova)]: [born(ivanova, '2006-09-05')] });
    given(past, { by: father, on: '2024-09-04' }).when(announce()).thenRecords({ type: 'AbsenceAnnounced' });
    given(past, { by: father, on: '2024-09-05' })
      .when(announce())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §4.4.1 L263-265' });
  });

  it('R-ROLE-19: changes nothing where the regulation does not speak of minors', () => {
    const past = world({ [streams.of(ivanova)]: [born(ivanova, '2006-09-05')] });
    given(past, { by: father, on: '2024-09-05' }).when(announce()).thenRecords({ type: 'AbsenceAnnounced' });
  });

  it('R-ROLE-19: that is not known is warned of when a guardian is tied to the student', () => {
    given(world(tula), office)
      .when(tie(smirnov))
      .thenRecords(
        { type: 'GuardianshipEstablished' },
        { warnings: [{ code: 'BIRTH_DATE_UNKNOWN', clause: '004 §4.4.1 L263-265' }] },
      );
  });

  it('is known by a birth date, sealed, which may be corrected', () => {
    const record = (birthDate: string, student = ivanova) =>
      command('RecordBirthDate', { student, birthDate });
    given(world(), office)
      .when(record('2007-05-30'))
      .thenRecords({ type: 'StudentBirthDateRecorded', sealed: { birthDate: '2007-05-30' } });
    const known = world({ [streams.of(ivanova)]: [born(ivanova, '2007-05-30')] });
    given(known, office).when(record('2007-05-30')).thenNothingChanges();
    given(known, office).when(record('2007-05-31')).thenRecords({ type: 'StudentBirthDateRecorded' });
    given(world(), office).when(record('2025-01-01')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office).when(record('2007-05-30', newcomer)).thenRefuses({ code: 'NOT_FOUND' });
    given(world()).when(record('2007-05-30')).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('a written refusal of electronic access', () => {
  const decline = (account = father) =>
    command('DeclineElectronicAccess', { account, on: '2024-09-02', statement: 'вх. № 3' });
  const resume = command('ResumeElectronicAccess', { account: father, on: '2024-10-01' });
  const declined = world({
    [streams.access(father)]: [
      happened('ElectronicAccessDeclined', { account: father, on: '2024-09-02', statement: 'вх. № 3' }),
    ],
  });

  it('T-40: of a guardian is recorded with its statement by the curator of the child, and by no other', () => {
    given(world(), { by: curator })
      .when(decline())
      .thenRecords(
        { type: 'ElectronicAccessDeclined', data: { statement: 'вх. № 3' } },
        { right: 'groupCurator' },
      );
    given(world(withRole(idOf('another'), 'groupCurator')), { by: idOf('another') })
      .when(decline())
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(world(), office).when(decline(orlov)).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('T-40: stands until it is taken back', () => {
    given(declined, office).when(decline()).thenNothingChanges();
    given(declined, office).when(resume).thenRecords({ type: 'ElectronicAccessResumed' });
    given(world(), office).when(resume).thenNothingChanges();
  });
});
