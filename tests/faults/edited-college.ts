import { foundCollege, type College } from '../support/college.ts';

/** What work a lesson had: a cell of the tests is a student and one of these. */
export const WORK_TYPES = ['TEST', 'PRACTICAL', 'LABORATORY', 'WRITTEN', 'HOMEWORK', 'CONTROL'] as const;

/** A lesson of today that many people mark at once. */
export interface EditedCollege {
  readonly college: College;
  readonly journalId: string;
  readonly lessonId: string;
  readonly students: readonly string[];
}

/** Founds a college and fills its first group, whose lesson of today is held. */
export const foundEdited = async (
  served: Parameters<typeof foundCollege>[0],
  students: number,
): Promise<EditedCollege> => {
  const college = await foundCollege(served);
  const administrator = college.as('administrator');
  const numbers = Array.from({ length: students }, (_, index) => String(index + 1));
  const { results } = await administrator.doAll(
    'registerStudent',
    numbers.map((number) => ({ familyName: `Фамилия-${number}`, givenName: 'Студент' })),
  );
  const registered = results.map(({ id }) => id ?? '');
  const enrolled = await administrator.doAll(
    'enrolStudent',
    registered.map((studentId) => ({
      studentId,
      groupId: college.groups.first,
      from: '2026-09-01',
      formOfStudy: 'FULL_TIME',
      order: { number: '4-с', date: '2026-08-28' },
    })),
  );
  if (enrolled.refused > 0) throw new Error(`Students were refused: ${JSON.stringify(enrolled.results[0])}`);
  const journal = { journalId: college.journals.algebra };
  const roster = { ...journal, studentIds: registered, from: '2026-09-01' };
  const listed = await administrator.do('extendRoster', roster);
  if (!listed.accepted) throw new Error(`The roster was refused: ${JSON.stringify(listed.userErrors)}`);
  const lesson = { ...journal, lessonId: college.lessons.today };
  const held = { deliveryForm: 'IN_PERSON', workTypes: WORK_TYPES, topic: 'Контрольная' };
  const conducted = await college.as('teacher').do('conductLesson', { ...lesson, ...held });
  if (!conducted.accepted) throw new Error(`The lesson was refused: ${JSON.stringify(conducted.userErrors)}`);
  return { college, ...lesson, students: registered };
};
