import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

const FORECAST = `query ($journalId: ID!) {
  performanceForecast(journalId: $journalId) {
    remaining learnedFrom expectedOfGroup
    students { studentId meanSoFar expected low high factors { fact value weight adds } }
  }
}`;
const OVERALL = `query ($studentId: ID!) {
  overallForecast(studentId: $studentId) { expected pages finalResults }
}`;

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});

afterAll(() => served.close());

describe('the forecast of results', () => {
  it('R-MRK-13: tells a teacher what is expected of everybody on the page, and which facts weigh how much', async () => {
    const { algebra: journalId } = college.journals;
    const { performanceForecast } = await college.as('teacher').read(FORECAST, { journalId });
    const { students, learnedFrom } = performanceForecast as {
      readonly learnedFrom: number;
      readonly students: readonly { readonly meanSoFar: number; readonly factors: readonly unknown[] }[];
    };
    expect(learnedFrom).toBe(0);
    expect(students).toHaveLength(1);
    expect(students[0]).toMatchObject({ studentId: college.students.ivanova, meanSoFar: 4, expected: 4 });
    expect(students[0]?.factors).toHaveLength(6);
  });

  it('R-MRK-13: adds the pages of a student up', async () => {
    const studentId = college.students.ivanova;
    const { overallForecast } = await college.as('curator').read(OVERALL, { studentId });
    expect(overallForecast).toEqual({ expected: 4, pages: 1, finalResults: [] });
  });

  it('R-MRK-13: is nobody’s who does not read the page, and no learner’s', async () => {
    const { algebra: journalId } = college.journals;
    const { performanceForecast } = await college.as('colleague').read(FORECAST, { journalId });
    expect(performanceForecast).toBeNull();
    const { errors } = await college.as('ivanova').query(FORECAST, { journalId });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
