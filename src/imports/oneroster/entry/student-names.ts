import type { StudentName } from '../../../decisions/student.ts';
import { decode } from '../../../log/body.ts';
import type { RunningCollege } from '../../../runtime/college.ts';

/** Students asked for at once. */
const CHUNK = 500;

/**
 * The names under which students are known, read from their streams since no state keeps them. A student who is
 * not known is missing, and so is one whose name was erased: an import does not bring it back.
 */
export async function namesOf(
  { log, id }: RunningCollege,
  students: readonly string[],
): Promise<ReadonlyMap<string, StudentName>> {
  const names = new Map<string, StudentName>();
  for (let start = 0; start < students.length; start += CHUNK) {
    const chunk = students.slice(start, start + CHUNK);
    const streams = await log.readStreams(
      id,
      chunk.map((student) => `student-${student}`),
    );
    for (const student of chunk)
      for (const stored of streams.get(`student-${student}`) ?? []) {
        if (stored.type !== 'StudentRegistered' && stored.type !== 'StudentRenamed') continue;
        const event = decode(stored);
        if (event.type !== 'StudentRegistered' && event.type !== 'StudentRenamed') continue;
        const { familyName, givenName, patronymic = null } = event.sealed ?? {};
        if (familyName && givenName) names.set(student, { familyName, givenName, patronymic });
        else names.delete(student);
      }
  }
  return names;
}
