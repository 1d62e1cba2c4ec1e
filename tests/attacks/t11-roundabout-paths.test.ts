import { askEverything } from '../support/asking-everything.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attacks T10 and T11: somebody names what is not theirs, or comes to it by a roundabout way. Everything that the roles may
 * ever ask is asked, about everything there is, along every path of six steps; of no student outside the reach that the
 * regulation gives comes as much as the id.
 */
const FIRST = ['ivanova', 'petrov', 'sidorov'] as const;
const ALL = [...FIRST, 'petrova', 'kuznetsova'] as const;

/** Whom each may see: by the load, the group, or the guardianship. Who oversees the college sees everybody. */
const reach: Readonly<Partial<Record<Person, readonly (typeof ALL)[number][]>>> = {
  teacher: FIRST,
  curator: FIRST,
  ivanova: ['ivanova'],
  mother: ['ivanova'],
  guardianOfTwo: ['petrov', 'petrova'],
};

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

describe('attacks T10 and T11: however it is asked,', () => {
  it.each(Object.entries(reach))('%s is shown nobody but whom the regulation gives', async (name, seen) => {
    const person = name as Person;
    const answers = await askEverything(college, person);
    const shown = answers.map(({ text }) => text).join('\n');
    const leaks = ALL.filter((student) => !seen.includes(student)).flatMap((student) =>
      answers
        .filter(({ question: { args }, text }) => {
          const isNamed = JSON.stringify(args).includes(college.students[student]);
          return (
            text.includes(`Фамилия-${student}"`) || (!isNamed && text.includes(college.students[student]))
          );
        })
        .map(({ question }) => `${student} by ${question.name}(${JSON.stringify(question.args)})`),
    );
    expect(leaks).toEqual([]);
    for (const student of seen) expect(shown).toContain(`Фамилия-${student}"`);
  });
});
