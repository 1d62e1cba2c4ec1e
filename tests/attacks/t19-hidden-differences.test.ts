import { askEverything } from '../support/asking-everything.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T19: what must not be seen is told by what changes with it: a count, an order, a filter, the words of an error.
 * So everything is asked twice, before and after a change of what is hidden from who asks, and the answers have to be the
 * same to the letter. What may differ is the length of the log, which is published for everybody on purpose, and when one's
 * own session was seen.
 */
const OTHERWISE = new Set(['auditLog', 'sessions']);

/** An explanation names the position that it was made at. */
const withoutLength = (text: string): string => text.replaceAll(/("explain":\{"position":)"\d+"/gu, '$1"…"');

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const cellOf = (
  journal: 'algebra' | 'physics',
  lesson: 'old' | 'physics',
  student: keyof College['students'],
) => ({
  journalId: college.journals[journal],
  lessonId: college.lessons[lesson],
  studentId: college.students[student],
});

/** Everything changes that a learner, or the teacher of another page, does not see. */
const changeOnPhysics = async (): Promise<void> => {
  const [office, colleague] = [college.as('administrator'), college.as('colleague')];
  const held = { journalId: college.journals.physics, lessonId: college.lessons.physics };
  const record = { deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Тайная тема' };
  const mark = { ...cellOf('physics', 'physics', 'petrova'), workType: 'LESSON_WORK' };
  const done = [
    await colleague.do('conductLesson', { ...held, ...record }),
    await colleague.do('recordMark', { ...mark, value: '2' }),
    await colleague.do('correctMark', { ...mark, value: '5', expectedRevision: 0, reason: 'Опечатка' }),
    await colleague.do('recordAbsence', cellOf('physics', 'physics', 'kuznetsova')),
    await office.do('grantEditWindow', {
      journalId: college.journals.physics,
      covers: 'CURRENT_MARKS',
      until: '2026-12-01',
      reason: 'Тайная причина',
    }),
  ];
  expect(done.map(({ accepted }) => accepted)).toEqual(done.map(() => true));
};

const told = async (person: Person): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await askEverything(college, person))
      .filter(({ question }) => !OTHERWISE.has(question.name))
      .map(({ question, text }) => [JSON.stringify(question), withoutLength(text)]),
  );

it('attack T19: nothing that is answered tells of what changed where one may not look', async () => {
  const people = ['ivanova', 'teacher'] as const;
  const before: ReadonlyMap<string, string>[] = [];
  for (const person of people) before.push(await told(person));
  await changeOnPhysics();
  for (const [index, person] of people.entries()) {
    const now = await told(person);
    const differing = [...now].flatMap(([question, text]) =>
      before[index]?.get(question) === text ? [] : [question.slice(0, 200)],
    );
    expect({ person, differing }).toEqual({ person, differing: [] });
    expect(now.size).toBe(before[index]?.size);
  }
  const seen = await told('colleague');
  expect([...seen.values()].join()).toContain('Тайная тема');
});
