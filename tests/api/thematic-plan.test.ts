import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { change, programme, unitOfAlgebra } from '../support/programme-inputs.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let office: ApiClient;
let teacher: ApiClient;
let plan: string;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  office = college.as('administrator');
  teacher = college.as('teacher');
  const adopted = await office.do('adoptCurriculum', programme(await unitOfAlgebra(office)));
  const assigned = { groupId: college.groups.first, curriculumId: adopted.id, from: '2026-09-01' };
  await office.do('assignCurriculum', assigned);
});
afterAll(() => served.close());

const topic = (text: string, hours: number) => ({
  topic: text,
  hours,
  workTypes: ['LESSON_WORK'],
  plannedOn: '2026-11-16',
});

describe('a thematic plan', () => {
  it('R-REF-13: whose hours do not add up is refused with the clause, in two languages, and changes nothing', async () => {
    const value = { with: ['curriculum'], difference: 'refused' };
    expect((await change(office, 'thematicPlan.hoursMustEqual', value)).accepted).toBe(true);
    const input = { journalId: college.journals.algebra, topics: [topic('Корни', 4)] };
    const { userErrors } = await teacher.do('adoptThematicPlan', input);
    expect(userErrors).toMatchObject([
      {
        code: 'HOURS_DO_NOT_ADD_UP',
        field: ['topics'],
        parameter: 'thematicPlan.hoursMustEqual',
        clause: '№ 40',
      },
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
