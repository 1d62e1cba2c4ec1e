import { globalId } from '../../schema/global-id.ts';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T12: a guardian of two children is shown classmates, or one child's marks beside the other's name. The right comes
 * from the tie to each child; T11 asks everything there is, here two families are laid side by side.
 */
const OF_A_CHILD = `query ($of: ID!) {
  diary(studentId: $of, from: "2026-09-01", until: "2026-12-30") { lessonId journalId attendance marks { workType value } }
  standing(of: { studentId: $of }) { debts { studentId } pages { studentId journalId average marksCount absences } }
  academicDebts(filter: { studentId: $of }) { studentId }
  topicDebts(studentId: $of) { journalId student { id } }
}`;

let served: ServedHouse;
let college: College;
const NOBODY = globalId('Student', '00000000-0000-4000-8000-000000000000');

const asked = async (client: ApiClient, of: string): Promise<string> => {
  const { data, errors } = await client.query(OF_A_CHILD, { of });
  // Nothing of an answer but the name that was asked for may tell one stranger from another.
  const told = { data, errors: errors?.map(({ message, extensions }) => [message, extensions?.['code']]) };
  return JSON.stringify(told).replaceAll(of, 'ID');
};

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const { journals, lessons, students } = college;
  const pages = [
    ['teacher', journals.algebra, lessons.yesterday, ['ivanova', 'petrov', 'sidorov'], ['5', '4', '3']],
    ['colleague', journals.physics, lessons.physics, ['petrova', 'kuznetsova'], ['2', '5']],
  ] as const;
  for (const [person, journalId, lessonId, of, values] of pages) {
    const lesson = { journalId, lessonId };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Числа' };
    await college.as(person).do('conductLesson', held);
    await college.as(person).doAll(
      'recordMark',
      of.map((name, at) => ({ ...lesson, studentId: students[name], workType: 'TEST', value: values[at] })),
    );
  }
});
afterAll(() => served.close());

describe('attack T12: a guardian', () => {
  it.each([
    ['mother', ['ivanova']],
    ['father', ['ivanova']],
    ['guardianOfTwo', ['petrov', 'petrova']],
  ] as const)(
    '%s is shown of each child what the child is shown, and of no other child anything',
    async (who, own) => {
      const { students } = college;
      const guardian = college.as(who);
      for (const [name, id] of Object.entries(students) as [keyof typeof students, string][]) {
        const answer = await asked(guardian, id);
        if (!(own as readonly string[]).includes(name)) {
          expect([name, answer]).toEqual([name, await asked(guardian, NOBODY)]);
          continue;
        }
        expect(answer).toBe(await asked(college.as(name), id));
        expect(answer).toContain('"TEST"');
        const others = Object.values(students).filter((other) => other !== id);
        expect(others.filter((other) => answer.includes(other))).toEqual([]);
      }
    },
  );

  it('finds her children and no classmate on a page of theirs', async () => {
    const { students, journals } = college;
    for (const [page, child] of [
      [journals.algebra, students.petrov],
      [journals.physics, students.petrova],
    ] as const) {
      const answer = await college
        .as('guardianOfTwo')
        .query(
          'query ($page: ID!) { gradebook(journalId: $page) { rows { studentId } columns { lines { studentId } } } }',
          {
            page,
          },
        );
      const text = JSON.stringify(answer);
      expect(Object.values(students).filter((id) => id !== child && text.includes(id))).toEqual([]);
    }
  });
});
