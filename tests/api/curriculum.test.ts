import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { line, programme, unitOfAlgebra } from '../support/programme-inputs.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let office: ApiClient;
let teacher: ApiClient;
let unit: string;
let curriculum: string;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  office = college.as('administrator');
  teacher = college.as('teacher');
  unit = await unitOfAlgebra(office);
});
afterAll(() => served.close());

describe('the curriculum', () => {
  it('R-REF-09, R-REF-10: is adopted by the administration, with an МДК in its module, and assigned to a group', async () => {
    const module = await office.do('registerCourseUnit', {
      code: 'ПМ.01',
      title: 'Монтаж',
      kind: 'PROFESSIONAL_MODULE',
    });
    const course = { code: 'МДК.01.01', title: 'Кабели', kind: 'INTERDISCIPLINARY_COURSE' };
    expect(await office.do('registerCourseUnit', { ...course, moduleId: module.id })).toMatchObject({
      accepted: true,
      events: [{ kind: 'COURSE_UNIT_REGISTERED' }, { kind: 'COURSE_UNIT_PLACED' }],
    });
    expect(await office.refusalOf('registerCourseUnit', { ...course, moduleId: unit })).toBe('WRONG_KIND');
    const practice = await office.do('registerCourseUnit', {
      code: 'УП.01',
      title: 'Практика',
      kind: 'PRACTICE',
    });
    await office.do('placeCourseUnit', {
      courseUnitId: practice.id,
      moduleId: module.id,
      practiceKind: 'TRAINING',
    });
    const { courseUnits } = await teacher.read('{ courseUnits { code moduleId practiceKind } }');
    expect(courseUnits).toEqual(
      expect.arrayContaining([
        { code: 'МДК.01.01', moduleId: module.id, practiceKind: null },
        { code: 'УП.01', moduleId: module.id, practiceKind: 'TRAINING' },
      ]),
    );

    const adopted = await office.do('adoptCurriculum', programme(unit));
    expect(adopted.accepted).toBe(true);
    curriculum = adopted.id ?? '';
    const assigned = { groupId: college.groups.first, curriculumId: curriculum, from: '2026-09-01' };
    expect((await office.do('assignCurriculum', assigned)).accepted).toBe(true);
  });

  it('R-REF-20, R-CAL-08: is seen by students and guardians, forms of control included', async () => {
    const document = `query ($group: ID!, $student: ID) { curriculumOf(groupId: $group, studentId: $student) {
      id hours student { id } lines { semester hours formOfControl courseUnit { code } } } }`;
    const variables = { group: college.groups.first, student: college.students.ivanova };
    for (const person of ['ivanova', 'mother'] as const)
      expect((await college.as(person).read(document, variables))['curriculumOf']).toEqual({
        id: curriculum,
        hours: 6,
        student: null,
        lines: [
          { semester: 1, hours: 4, formOfControl: 'EXAM', courseUnit: { code: 'ОУД.01' } },
          { semester: 2, hours: 2, formOfControl: 'EXAM', courseUnit: { code: 'ОУД.01' } },
        ],
      });
  });

  it('R-PRM-05, R-REF-19: is copied for the next year, or for one student, whose own is seen by them alone', async () => {
    const copy = { curriculumId: curriculum, effectiveFrom: '2026-11-01' };
    const next = await office.do('copyCurriculum', {
      ...copy,
      intakeYear: 2027,
      effectiveFrom: '2027-09-01',
    });
    const own = await office.do('copyCurriculum', {
      ...copy,
      intakeYear: 2026,
      studentId: college.students.petrov,
    });
    const lines = [{ ...line(unit, 1, 4), formOfControl: null }];
    const revision = { curriculumId: own.id, effectiveFrom: '2026-11-10', lines, reason: 'Заявление' };
    expect((await office.do('reviseCurriculum', revision)).accepted).toBe(true);
    const document =
      'query ($year: Int) { curricula(intakeYear: $year) { id basedOnId student { id } hours versions } }';
    const seen = async (person: 'petrov' | 'sidorov' | 'director', year: number) =>
      (await college.as(person).read(document, { year }))['curricula'];
    expect(await seen('sidorov', 2027)).toMatchObject([{ id: next.id, basedOnId: curriculum, hours: 6 }]);
    expect(await seen('petrov', 2026)).toEqual(
      expect.arrayContaining([
        {
          id: own.id,
          basedOnId: curriculum,
          student: { id: college.students.petrov },
          hours: 4,
          versions: ['2026-11-01', '2026-11-10'],
        },
      ]),
    );
    expect(await seen('sidorov', 2026)).toHaveLength(1);
    expect(await seen('director', 2026)).toHaveLength(2);
  });

  it('is not for teachers to adopt', async () => {
    const { errors } = await teacher.query(
      'mutation ($id: UUID!, $input: AdoptCurriculumInput!) { adoptCurriculum(commandId: $id, input: $input) { accepted } }',
      { id: '3b0c0000-0000-4000-8000-000000000001', input: programme(unit) },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
