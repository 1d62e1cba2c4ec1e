import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let office: ApiClient;
let teacher: ApiClient;
let unit: string;
let curriculum: string;
let plan: string;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  office = college.as('administrator');
  teacher = college.as('teacher');
  const { courseUnits } = await office.read('{ courseUnits { id code } }');
  unit =
    (courseUnits as readonly { id: string; code: string }[]).find(({ code }) => code === 'ОУД.01')?.id ?? '';
});
afterAll(() => served.close());

const line = (semester: number, hours: number) => ({
  courseUnitId: unit,
  semester,
  hours,
  weeklyHours: 2,
  formOfControl: 'EXAM',
});
const programme = () => ({
  programmeKind: 'SPECIALTY',
  code: '11.02.15',
  title: 'Инфокоммуникационные сети',
  formOfStudy: 'FULL_TIME',
  intakeYear: 2026,
  effectiveFrom: '2026-09-01',
  lines: [line(1, 4), line(2, 2)],
});
const topic = (text: string, hours: number) => ({
  topic: text,
  hours,
  workTypes: ['LESSON_WORK'],
  plannedOn: '2026-11-16',
});
const change = async (parameter: string, value: unknown) =>
  await office.do('proposeRegulationChange', {
    effectiveFrom: '2026-11-20',
    values: [{ parameter, value }],
    order: '№ 40',
    reason: 'Новый порядок',
  });

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

    const adopted = await office.do('adoptCurriculum', programme());
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
    const lines = [{ ...line(1, 4), formOfControl: null }];
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
      { id: '3b0c0000-0000-4000-8000-000000000001', input: programme() },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a thematic plan', () => {
  it('R-REF-13: whose hours do not add up is refused with the clause, in two languages, and changes nothing', async () => {
    const value = { with: ['curriculum'], difference: 'refused' };
    expect((await change('thematicPlan.hoursMustEqual', value)).accepted).toBe(true);
    const input = { journalId: college.journals.algebra, topics: [topic('Корни', 4)] };
    const { userErrors } = await teacher.do('adoptThematicPlan', input);
    expect(userErrors).toMatchObject([
      { code: 'HOURS_DO_NOT_ADD_UP', parameter: 'thematicPlan.hoursMustEqual', clause: '№ 40' },
    ]);
    expect(
      Object.fromEntries(userErrors[0]?.facts.map(({ name, value: fact }) => [name, fact]) ?? []),
    ).toMatchObject({
      planned: '4',
      wanted: '6',
      difference: '-2',
    });
    const { data } = await teacher.query(
      `mutation ($id: UUID!, $input: AdoptThematicPlanInput!) {
        adoptThematicPlan(commandId: $id, input: $input) { userErrors { message } } }`,
      { id: '3b0c0000-0000-4000-8000-000000000002', input },
      'ru',
    );
    expect(data).toMatchObject({ adoptThematicPlan: { userErrors: [{ message: 'Часы не сходятся.' }] } });
    expect((await teacher.read('{ thematicPlans { id } }'))['thematicPlans']).toEqual([]);
  });

  it('R-REF-12, R-REF-14: is entered for the whole year, and stands in one base for all', async () => {
    const topics = [topic('Корни', 4), topic('Степени', 2)];
    const adopted = await teacher.do('adoptThematicPlan', { journalId: college.journals.algebra, topics });
    expect(adopted).toMatchObject({ accepted: true, userErrors: [] });
    plan = adopted.id ?? '';
    const { thematicPlans } = await college
      .as('ivanova')
      .read(
        '{ thematicPlans(academicYear: 2026) { id hours curriculumHours courseUnit { code } topics { topic hours } } }',
      );
    expect(thematicPlans).toEqual([
      {
        id: plan,
        hours: 6,
        curriculumHours: 6,
        courseUnit: { code: 'ОУД.01' },
        topics: [
          { topic: 'Корни', hours: 4 },
          { topic: 'Степени', hours: 2 },
        ],
      },
    ]);
    const template = await office.do('copyThematicPlan', { planId: plan });
    const { thematicPlans: templates } = await teacher.read(
      '{ thematicPlans(templatesOnly: true) { id isTemplate } }',
    );
    expect(templates).toEqual([{ id: template.id, isTemplate: true }]);
  });

  it('R-LES-02, R-LES-13, R-MON-15: gives lessons their topics, and shows planned against delivered hours', async () => {
    const { thematicPlan } = await teacher.read(
      'query ($id: ID!) { thematicPlan(id: $id) { topics { id } } }',
      { id: plan },
    );
    const [roots] = (thematicPlan as { readonly topics: readonly { readonly id: string }[] }).topics;
    const held = {
      journalId: college.journals.algebra,
      lessonId: college.lessons.yesterday,
      deliveryForm: 'DISTANCE',
      workTypes: ['LESSON_WORK', 'CONTROL'],
      planItemId: roots?.id,
      workTopics: { control: 'Корни и степени' },
    };
    expect(await teacher.do('conductLesson', held)).toMatchObject({ accepted: true });
    const { programmeProgress } = await college.as('mother').read(
      `query ($id: ID!) { programmeProgress(journalId: $id) { curriculumHours plannedHours deliveredHours behindHours
        topics { planned { topic hours } deliveredHours deliveredOn } } }`,
      { id: college.journals.algebra },
    );
    expect(programmeProgress).toEqual({
      curriculumHours: 4,
      plannedHours: 6,
      deliveredHours: 4,
      behindHours: 4,
      topics: [
        { planned: { topic: 'Корни', hours: 4 }, deliveredHours: 2, deliveredOn: ['2026-11-19'] },
        { planned: { topic: 'Степени', hours: 2 }, deliveredHours: 0, deliveredOn: [] },
      ],
    });
    const { gradebook } = await teacher.read(
      'query ($id: ID!) { gradebook(journalId: $id) { lessons { date topic attendanceBasis planItemId workTopics { workType topic } } } }',
      { id: college.journals.algebra },
    );
    expect((gradebook as { readonly lessons: readonly object[] }).lessons).toContainEqual({
      date: '2026-11-19',
      topic: 'Корни',
      attendanceBasis: 'LIVE_SESSION',
      planItemId: roots?.id,
      workTopics: [{ workType: 'CONTROL', topic: 'Корни и степени' }],
    });
    expect(
      (
        await college
          .as('petrova')
          .read('query ($id: ID!) { programmeProgress(journalId: $id) { plannedHours } }', {
            id: college.journals.algebra,
          })
      )['programmeProgress'],
    ).toBeNull();
  });

  it('asks for a topic: its own, or one of the plan', async () => {
    const { errors } = await teacher.query(
      'mutation ($id: UUID!, $input: ConductLessonInput!) { conductLesson(commandId: $id, input: $input) { accepted } }',
      {
        id: '3b0c0000-0000-4000-8000-000000000003',
        input: {
          journalId: college.journals.algebra,
          lessonId: college.lessons.today,
          deliveryForm: 'IN_PERSON',
          workTypes: ['LESSON_WORK'],
        },
      },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the teaching load', () => {
  it('R-CAL-07: adds up per teacher, and says what is over or under the curriculum', async () => {
    const load = {
      journalId: college.journals.algebra,
      accountId: college.accounts.teacher,
      hours: 6,
      tariff: 'Т-1',
    };
    expect((await office.do('assignTeachingLoad', load)).accepted).toBe(true);
    expect(
      await office.refusalOf('assignTeachingLoad', { ...load, accountId: college.accounts.colleague }),
    ).toBe('NOT_FOUND');
    const document =
      '{ teachingLoads { hours teacher { id } pages { journalId hours curriculumHours difference deliveredHours } } }';
    const own = {
      hours: 6,
      teacher: { id: college.accounts.teacher },
      pages: [
        {
          journalId: college.journals.algebra,
          hours: 6,
          curriculumHours: 4,
          difference: 2,
          deliveredHours: 4,
        },
      ],
    };
    expect((await teacher.read(document))['teachingLoads']).toEqual([own]);
    expect((await college.as('director').read(document))['teachingLoads']).toEqual(
      expect.arrayContaining([own]),
    );
  });
});
