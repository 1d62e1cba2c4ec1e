import { denialOf } from '../../src/policies/denial.ts';
import { isOfAge, majorityOn } from '../../src/policies/majority.ts';
import { academicYearStart, onboardingDue } from '../../src/policies/onboarding.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';
import { missingFields } from '../../src/policies/registration.ts';
import { isSecondPerson, mayGive, needsSecondPerson } from '../../src/policies/role-granting.ts';

describe('majority', () => {
  it('R-ROLE-19: comes on the eighteenth birthday; of a leap day on 1 March', () => {
    expect(majorityOn('2006-09-05')).toBe('2024-09-05');
    expect(majorityOn('2008-02-29')).toBe('2026-03-01');
    expect(majorityOn('2008-02-28')).toBe('2026-02-28');
  });

  it('R-ROLE-19: has come on the day itself, and not by default', () => {
    expect(isOfAge('2006-09-05', '2024-09-04')).toBe(false);
    expect(isOfAge('2006-09-05', '2024-09-05')).toBe(true);
    expect(isOfAge(null, '2024-09-05')).toBe(false);
  });
});

describe('the onboarding of a group', () => {
  it('R-ACC-10, D-17: is due in the first week or month of the academic year, or on no day', () => {
    expect(academicYearStart('2025-01-15')).toBe('2024-09-01');
    expect(academicYearStart('2024-09-01')).toBe('2024-09-01');
    expect(onboardingDue('firstAcademicWeek', '2025-01-15')).toBe('2024-09-07');
    expect(onboardingDue('firstMonth', '2024-10-15')).toBe('2024-09-30');
    for (const kind of ['ongoing', 'undated', null] as const)
      expect(onboardingDue(kind, '2024-10-15')).toBeNull();
  });
});

describe('a registration', () => {
  const known = { familyName: 'Иванова', givenName: 'Анна', email: null, phone: null };
  const fields = ['familyName', 'givenName', 'patronymicIfAny', 'email', 'mobilePhone'] as const;

  it('R-ACC-09: is complete with the fields that the regulation asks for; a patronymic only if there is one', () => {
    expect(missingFields(fields, known)).toEqual(['email', 'mobilePhone']);
    expect(missingFields(fields, { ...known, email: 'a@b.ru', phone: '+7 900 000-00-00' })).toEqual([]);
    expect(missingFields(null, known)).toEqual([]);
  });
});

describe('four eyes', () => {
  it('R-ROLE-08: are needed for administrators and auditors, and are never one pair', () => {
    expect(needsSecondPerson('journalAdministrator')).toBe(true);
    expect(needsSecondPerson('auditor')).toBe(true);
    expect(needsSecondPerson('teacher')).toBe(false);
    expect(isSecondPerson('a', 'a')).toBe(false);
    expect(isSecondPerson('a', 'b')).toBe(true);
  });

  it('R-ROLE-06, R-ROLE-07, R-ROLE-08: stand behind who may give which role', () => {
    expect(mayGive('deputyDirector', 'teacher')).toBe(true);
    expect(mayGive('deputyDirector', 'journalAdministrator')).toBe(false);
    expect(mayGive('director', 'journalAdministrator')).toBe(true);
    expect(mayGive('director', 'teacher')).toBe(false);
    expect(mayGive('teacher', 'teacher')).toBe(false);
  });
});

describe('an express denial', () => {
  it('R-ROLE-14, R-ROLE-15, T-50: of a deputy or department head beats every grant, with its clause', () => {
    const bakal = initialRegulation('001');
    expect(denialOf(bakal, 'deputyDirector', 'attestation.repeat')?.clause).toBe('001 §5.2.2');
    expect(denialOf(bakal, 'departmentHead', 'mark.record')?.clause).toBe('001 §5.3.5');
    expect(denialOf(bakal, 'deputyDirector', 'lesson.schedule')).toBeNull();
    expect(denialOf(bakal, 'teacher', 'mark.record')).toBeNull();
  });

  it('R-ROLE-13, T-13: of a curator leaves the absences', () => {
    const tula = initialRegulation('004');
    expect(denialOf(tula, 'groupCurator', 'mark.record')?.clause).toMatch(/^004 §4\.2\.1/u);
    expect(denialOf(tula, 'groupCurator', 'absence.record')).toBeNull();
  });

  it('is no silence', () => {
    expect(denialOf(initialRegulation('003'), 'deputyDirector', 'attestation.repeat')).toBeNull();
  });
});
