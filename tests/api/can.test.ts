import type { VerdictAnswer } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const LESSONS = `query ($journal: ID!, $student: ID!) {
  gradebook(journalId: $journal) { lessons { id can {
    recordMark(studentId: $student) { allowed userErrors { code } }
    correctMark(studentId: $student) { allowed userErrors { code } }
    recordAbsence(studentId: $student) { allowed userErrors { code } }
    conduct { allowed userErrors { code } }
    cancel { allowed userErrors { code message whoCanHelp } }
  } } }
}`;

type LessonVerdicts = Readonly<
  Record<'recordMark' | 'correctMark' | 'recordAbsence' | 'conduct' | 'cancel', VerdictAnswer>
>;

const lessonCan = async (person: Person, lesson: keyof College['lessons']): Promise<LessonVerdicts> => {
  const ids = { journal: college.journals.algebra, student: college.students.ivanova };
  const { gradebook } = await college.as(person).read(LESSONS, ids);
  const { lessons } = gradebook as {
    lessons: readonly { readonly id: string; readonly can: LessonVerdicts }[];
  };
  const found = lessons.find(({ id }) => id === college.lessons[lesson]);
  if (!found) throw new Error('The lesson is not on the page.');
  return found.can;
};

const codesOf = (can: Partial<LessonVerdicts>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(can).map(([action, { allowed, userErrors }]) => [
      action,
      allowed ? 'allowed' : userErrors.map(({ code }) => code).join(),
    ]),
  );

const ALLOWED = { allowed: true, userErrors: [] };

const PERIOD = `{ attestationPeriods { id can { lock { allowed userErrors { code } } reopen { allowed userErrors { code } } } } }`;

const periodCan = async (person: Person): Promise<unknown> => {
  const { attestationPeriods } = await college.as(person).read(PERIOD);
  return (attestationPeriods as readonly { readonly can: unknown }[])[0]?.can;
};

describe('what may be done with a lesson', () => {
  it('is said for each button of the teacher’s page, with the refusal that would come (R-MRK-05)', async () => {
    expect(codesOf(await lessonCan('teacher', 'old'))).toEqual({
      recordMark: 'EDIT_WINDOW_CLOSED',
      correctMark: 'EDIT_WINDOW_CLOSED',
      recordAbsence: 'allowed',
      conduct: 'EDIT_WINDOW_CLOSED',
      cancel: 'NOT_PERMITTED',
    });
    expect(codesOf(await lessonCan('teacher', 'today'))).toEqual({
      recordMark: 'LESSON_NOT_CONDUCTED',
      correctMark: 'LESSON_NOT_CONDUCTED',
      recordAbsence: 'LESSON_NOT_CONDUCTED',
      conduct: 'allowed',
      cancel: 'NOT_PERMITTED',
    });
  });

  it('is no for who only looks on, and names who can help', async () => {
    const { cancel, ...entering } = await lessonCan('observer', 'today');
    expect(new Set(Object.values(codesOf(entering)))).toEqual(new Set(['NOT_PERMITTED']));
    expect(cancel.userErrors[0]).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(cancel.userErrors[0]?.whoCanHelp).toContain('JOURNAL_ADMINISTRATOR');
  });
});

describe('what may be done with a period', () => {
  it('changes with what is done, and nothing is written by asking', async () => {
    const before = await college.as('auditor').read('{ auditTrail(first: 1) { nodes { position } } }');
    const closed = { lock: ALLOWED, reopen: { allowed: false, userErrors: [{ code: 'ALREADY_DONE' }] } };
    expect(await periodCan('administrator')).toEqual(closed);
    const never = { allowed: false, userErrors: [{ code: 'NOT_PERMITTED' }] };
    expect(await periodCan('teacher')).toEqual({ lock: never, reopen: never });
    expect(await college.as('auditor').read('{ auditTrail(first: 1) { nodes { position } } }')).toEqual(
      before,
    );
    await college.as('administrator').do('lockAttestationPeriod', { periodId: college.period });
    expect(await periodCan('administrator')).toEqual({ lock: closed.reopen, reopen: ALLOWED });
    expect(codesOf(await lessonCan('teacher', 'today'))).toMatchObject({ recordMark: 'PERIOD_LOCKED' });
  });
});

it('a command is considered with the words of its refusal, and the accepted one is not carried out', async () => {
  const input = { name: 'Корпус 2' };
  expect(await college.as('administrator').consider('registerBuilding', input)).toEqual({
    allowed: true,
    asksForStepUp: false,
    userErrors: [],
  });
  expect(await college.as('administrator').read('{ buildings { name } }')).toEqual({ buildings: [] });
  const { allowed, userErrors } = await college.as('ivanova').consider('registerBuilding', input);
  expect({ allowed, codes: userErrors.map(({ code }) => code) }).toEqual({
    allowed: false,
    codes: ['NOT_PERMITTED'],
  });
});
