import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* Attack T21: what was loaded for one viewer is given to another who asks in the same moment. */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const STUDENT = `query ($id: ID!) {
  student(id: $id) { familyName group { name curator { name } } }
  standing(of: { studentId: $id }) { pages { studentId student { familyName } } }
}`;

const PEOPLE: readonly Person[] = [
  'teacher',
  'ivanova',
  'petrova',
  'mother',
  'guardianOfTwo',
  'curator',
  'auditor',
];
const ROUNDS = 15;

it('attack T21: a hundred at once are each answered as if they were alone', async () => {
  const students = Object.values(college.students);
  const asks = PEOPLE.flatMap((person) => students.map((id) => ({ person, id })));
  const ask = ({ person, id }: (typeof asks)[number]) => college.as(person).read(STUDENT, { id });
  const alone: unknown[] = [];
  for (const one of asks) alone.push(await ask(one));
  expect(new Set(alone.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(students.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const shift = (round * 11) % asks.length;
    const turned = <Item>(items: readonly Item[]) => [...items.slice(shift), ...items.slice(0, shift)];
    expect(await Promise.all(turned(asks).map(ask))).toEqual(turned(alone));
  }
});
