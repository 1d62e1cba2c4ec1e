import type { ApiClient, Variables } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

const TIMETABLE = `query ($from: LocalDate!, $until: LocalDate!, $filter: TimetableFilterInput) {
  timetable(from: $from, until: $until, filter: $filter) {
    lessonId journalId date startsAt endsAt room status groupName teachers { name } substitute { name }
    courseUnit { title }
  }
}`;
const WEEKLY = `{ weeklyTimetables {
  id title approvedOn generatedUntil entries { id weekday weeks startsAt endsAt room lastDay teachers { name } journal { id courseUnit { title } } }
} }`;

interface LessonAnswer {
  readonly lessonId: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string | null;
  readonly status: string;
  readonly groupName: string | null;
  readonly teachers: readonly { readonly name: string }[];
  readonly substitute: { readonly name: string } | null;
}

describe('the timetable of a college', () => {
  let served: ServedHouse;
  let college: College;
  let office: ApiClient;
  let weekly: string;

  beforeAll(async () => {
    served = await serveHouse();
    college = await foundCollege(served);
    office = college.as('administrator');
  });
  afterAll(() => served.close());

  const shown = async (
    person: Person,
    filter: Variables | null = null,
    [from, until] = ['2026-11-16', '2026-11-22'],
  ): Promise<readonly LessonAnswer[]> => {
    const data = await college.as(person).read(TIMETABLE, { from, until, filter });
    return data['timetable'] as readonly LessonAnswer[];
  };
  const lesson = (changes: Variables = {}) => ({
    journalId: college.journals.physics,
    date: '2026-11-23',
    startsAt: '08:30',
    room: '301',
    deliveryForm: 'IN_PERSON',
    ...changes,
  });

  it('shows staff the week with times, places and teachers (R-SCH-07)', async () => {
    const week = await shown('teacher');
    expect(week.map(({ date, startsAt, endsAt }) => `${date} ${startsAt}–${endsAt}`)).toEqual([
      '2026-11-19 08:30–10:00',
      '2026-11-19 08:30–10:00',
      '2026-11-20 08:30–10:00',
      '2026-11-21 08:30–10:00',
    ]);
    expect(await shown('teacher', { groupId: college.groups.second })).toMatchObject([
      { groupName: 'ИС-12', teachers: [{ name: 'colleague' }], substitute: null, status: 'SCHEDULED' },
    ]);
    expect(await shown('teacher', { teacherId: college.accounts.teacher })).toHaveLength(3);
  });

  it('shows students and guardians their own only (R-SCH-11)', async () => {
    const ofFirst = (await shown('ivanova')).map(({ lessonId }) => lessonId);
    expect(ofFirst).toEqual([college.lessons.yesterday, college.lessons.today, college.lessons.tomorrow]);
    expect(await shown('ivanova', { groupId: college.groups.second })).toEqual([]);
    // Of a classmate nothing is found, not even the lessons that both have.
    expect(await shown('petrov', { studentId: college.students.ivanova })).toEqual([]);
    expect((await shown('sidorov'))[0]?.teachers).toEqual([{ name: 'teacher' }]);
    expect((await shown('guardianOfTwo')).map(({ lessonId }) => lessonId).toSorted()).toEqual(
      [college.lessons.physics, ...ofFirst].toSorted(),
    );
    const { errors } = await college
      .as('departmentHead')
      .query(TIMETABLE, { from: '2026-11-16', until: '2026-11-22' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('asks for no more than a week of everybody at once', async () => {
    const { errors } = await office.query(TIMETABLE, { from: '2026-09-01', until: '2026-12-30' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(
      await shown('teacher', { groupId: college.groups.first }, ['2026-09-01', '2026-12-30']),
    ).toHaveLength(4);
  });

  it('refuses a clash with the lesson it is with, and changes nothing', async () => {
    const { id } = await office.do('scheduleLesson', lesson());
    const there = { journalId: college.journals.algebra, startsAt: '09:15' };
    const { accepted, userErrors } = await office.do('scheduleLesson', lesson(there));
    expect(accepted).toBe(false);
    expect(userErrors).toMatchObject([
      {
        code: 'TIMETABLE_CLASH',
        message: 'Another lesson needs the same group, teacher or room at that time.',
      },
    ]);
    expect(Object.fromEntries(userErrors[0]?.facts.map(({ name, value }) => [name, value]) ?? [])).toEqual({
      resource: 'room',
      room: '301',
      withLesson: id,
      withJournal: college.journals.physics,
      date: '2026-11-23',
      startsAt: '08:30',
      endsAt: '10:00',
    });
    expect(await office.refusalOf('scheduleLesson', lesson({ room: '302' }))).toBe('TIMETABLE_CLASH');
    expect(await shown('teacher', null, ['2026-11-23', '2026-11-23'])).toHaveLength(1);
  });

  it('is made by whom the regulation names, and by nobody else (D-08)', async () => {
    await expect(college.as('teacher').do('scheduleLesson', lesson())).rejects.toThrow('FORBIDDEN');
    const { colleague } = college.accounts;
    await office.do('grantRole', { accountId: colleague, role: 'SCHEDULER' });
    const { userErrors } = await college.as('colleague').do('scheduleLesson', lesson());
    expect(userErrors).toMatchObject([
      { code: 'NOT_PERMITTED', parameter: 'timetable.producedBy', clause: '003 §3.2 L65' },
    ]);
    const answer = await college.as('deputy').do('scheduleLesson', lesson({ date: '2026-11-24' }));
    expect(answer).toMatchObject({
      accepted: true,
      events: [{ kind: 'LESSON_SCHEDULED' }, { kind: 'LESSON_PLACED' }],
    });
  });

  it('R-SCH-08: moves a lesson with its room, unless another is named, or none', async () => {
    const { id } = await office.do('scheduleLesson', lesson({ date: '2026-12-14', room: '404' }));
    const moved = async (more: Variables = {}): Promise<string | null | undefined> => {
      const to = { journalId: college.journals.physics, lessonId: id, date: '2026-12-15', startsAt: '10:15' };
      const { accepted } = await office.do('moveLesson', { ...to, reason: 'Перенос', ...more });
      expect(accepted).toBe(true);
      const [found] = await shown('teacher', null, ['2026-12-15', '2026-12-15']);
      expect(found?.teachers).toEqual([{ name: 'colleague' }]);
      return found?.room;
    };
    expect(await moved()).toBe('404');
    expect(await moved({ room: '405' })).toBe('405');
    expect(await moved({ teacherId: null })).toBe('405');
    expect(await moved({ room: null })).toBeNull();
    expect(await moved()).toBeNull();
  });

  it('T-30: does not let a colleague stand in who teaches then', async () => {
    const yesterday = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
    const substitute = (accountId: string) => ({ ...yesterday, accountId, reason: 'Болезнь' });
    expect(await office.refusalOf('assignSubstitute', substitute(college.accounts.colleague))).toBe(
      'TIMETABLE_CLASH',
    );
    const tomorrow = { ...substitute(college.accounts.colleague), lessonId: college.lessons.tomorrow };
    expect(await office.do('assignSubstitute', tomorrow)).toMatchObject({ accepted: true });
    const lessons = await shown('ivanova', null, ['2026-11-21', '2026-11-21']);
    expect(lessons).toMatchObject([{ teachers: [{ name: 'teacher' }], substitute: { name: 'colleague' } }]);
  });

  it('R-SCH-03: is drawn up by weekdays, and its lessons are made of that, each once', async () => {
    const { id } = await office.do('composeTimetable', {
      title: 'Зима',
      from: '2026-11-23',
      until: '2026-12-30',
    });
    weekly = id ?? '';
    const entry = {
      timetableId: weekly,
      journalId: college.journals.algebra,
      weekday: 3,
      startsAt: '12:40',
      room: '305',
      deliveryForm: 'IN_PERSON',
    };
    expect(await office.do('addTimetableEntry', entry)).toMatchObject({ accepted: true });
    expect(await office.refusalOf('addTimetableEntry', { ...entry, startsAt: '14:00', room: '306' })).toBe(
      'TIMETABLE_CLASH',
    );
    const both = { startsAt: '12:40', pair: 3 };
    await expect(office.do('addTimetableEntry', { ...entry, ...both })).rejects.toThrow(
      'NAME_EXACTLY_ONE_OF',
    );

    const stretch = { timetableId: weekly, from: '2026-11-23', until: '2026-12-06' };
    const made = await office.do('generateLessons', stretch);
    expect(made).toMatchObject({ accepted: true, events: { length: 5 } });
    expect(await office.do('generateLessons', stretch)).toMatchObject({ accepted: true, events: [] });
    const lessons = await shown('ivanova', null, ['2026-11-25', '2026-12-02']);
    expect(lessons.map(({ date, startsAt, endsAt, room }) => [date, startsAt, endsAt, room])).toEqual([
      ['2026-11-25', '12:40', '14:10', '305'],
      ['2026-12-02', '12:40', '14:10', '305'],
    ]);
  });

  it('R-SCH-05, R-SCH-03: is approved by the director, and corrected: lessons to come leave it, what was held stays', async () => {
    const approval = { timetableId: weekly, order: '№ 12' };
    expect(await college.as('director').do('approveTimetable', approval)).toMatchObject({ accepted: true });
    const [lesson] = await shown('ivanova', null, ['2026-11-25', '2026-11-25']);
    college.clock.now = '2026-11-25T12:00:00.000Z';
    await college.as('teacher').do('conductLesson', {
      journalId: college.journals.algebra,
      lessonId: lesson?.lessonId,
      deliveryForm: 'IN_PERSON',
      workTypes: ['LESSON_WORK'],
      topic: 'Пределы',
    });
    const before = await office.read(WEEKLY);
    const [timetable] = before['weeklyTimetables'] as readonly {
      readonly entries: readonly { readonly id: string; readonly journal: unknown }[];
    }[];
    expect(timetable?.entries[0]?.journal).toMatchObject({ id: college.journals.algebra });
    expect(timetable).toMatchObject({
      title: 'Зима',
      approvedOn: '2026-11-20',
      generatedUntil: '2026-12-06',
    });
    const entryId = timetable?.entries[0]?.id;
    const end = { timetableId: weekly, entryId, lastDay: '2026-11-24', reason: 'Новая нагрузка' };
    expect(await office.do('endTimetableEntry', end)).toMatchObject({ accepted: true });
    expect((await shown('ivanova', null, ['2026-11-25', '2026-12-01'])).map(({ status }) => status)).toEqual([
      'CONDUCTED',
    ]);
    expect((await shown('ivanova', null, ['2026-12-02', '2026-12-02'])).map(({ status }) => status)).toEqual([
      'CANCELLED',
    ]);
    expect(await college.as('ivanova').read(WEEKLY)).toEqual({ weeklyTimetables: [] });
  });
});
