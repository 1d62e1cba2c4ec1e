import { foundCollege, type College } from '../support/college.ts';
import { cellIn, pageOf, wholeTrail } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let ours: College;
let theirs: College;

beforeAll(async () => {
  served = await serveHouse();
  ours = await foundCollege(served);
  theirs = await foundCollege(served);
});
afterAll(() => served.close());

const READ = `query ($journalId: ID!, $studentId: ID!, $groupId: ID!, $lessonId: ID!, $periodId: ID!, $accountId: ID!) {
  journal(id: $journalId) { id } gradebook(journalId: $journalId) { revision }
  student(id: $studentId) { familyName } group(id: $groupId) { name }
  journals(groupId: $groupId, periodId: $periodId, teacherId: $accountId) { id }
  standing(of: { studentId: $studentId }) { pages { average } debts { cause } }
  attendanceSummary(groupId: $groupId, month: "2026-11") { missedHours personHours students { studentId } }
  markHistory(studentId: $studentId, journalId: $journalId, lessonId: $lessonId) { kind }
  editWindows(filter: { journalId: $journalId }) { state }
  auditTrail(filter: { studentId: $studentId }) { nodes { kind } }
}`;

const idsOf = ({ journals, students, groups, lessons, period, accounts }: College) => ({
  journalId: journals.algebra,
  studentId: students.ivanova,
  groupId: groups.first,
  lessonId: lessons.old,
  periodId: period,
  accountId: accounts.teacher,
});

const noSuch = (type: string): string =>
  Buffer.from(`${type}:00000000-0000-4000-8000-000000000000`, 'latin1').toString('base64url');

/* Attack T22: one college of a server reaches for what is another's, by every id that it has learned. */
describe('attack T22: two colleges of one server', () => {
  it('are strangers: every id of the other answers as if there were no such thing', async () => {
    const nobody = {
      journalId: noSuch('Journal'),
      studentId: noSuch('Student'),
      groupId: noSuch('StudyGroup'),
      lessonId: noSuch('Lesson'),
      periodId: noSuch('AttestationPeriod'),
      accountId: noSuch('Account'),
    };
    for (const person of ['administrator', 'auditor'] as const) {
      const client = ours.as(person);
      expect(await client.read(READ, idsOf(theirs))).toEqual(await client.read(READ, nobody));
      expect(await client.read(READ, idsOf(ours))).toMatchObject({ journal: {}, student: {}, group: {} });
      expect(await pageOf(client, theirs.journals.algebra, { asOf: ours.clock.now })).toBeNull();
    }
    const preview = 'query ($id: ID!) { promotionPreview(groupId: $id, promotion: YEAR) { toYear } }';
    const administrator = ours.as('administrator');
    expect(await administrator.read(preview, { id: theirs.groups.first })).toEqual({
      promotionPreview: null,
    });
  });

  it('are strangers to each other’s commands: nothing of the other is found, nothing is written there', async () => {
    const head = await served.house.log.head(theirs.id);
    const administrator = ours.as('administrator');
    const teacher = ours.as('teacher');
    const { journalId, studentId, groupId, lessonId, periodId, accountId } = idsOf(theirs);
    const cell = { journalId, lessonId, studentId };
    const order = { number: '8-с', date: '2026-11-19' };
    const refusals = [
      await administrator.refusalOf('lockAttestationPeriod', { periodId }),
      await administrator.refusalOf('assignTeacher', { journalId, accountId, from: '2026-09-01' }),
      await administrator.refusalOf('grantRole', { accountId, role: 'AUDITOR' }),
      await administrator.refusalOf('expelStudent', { studentId, on: '2026-11-20', order, reason: 'Чужой' }),
      await administrator.refusalOf('promoteGroup', {
        groupId,
        promotion: 'SEMESTER',
        fromSemester: 1,
        order,
      }),
      await administrator.refusalOf('cancelLesson', { journalId, lessonId, reason: 'Чужое' }),
      await teacher.refusalOf('recordAbsence', cell),
      await teacher.refusalOf('recordMark', { ...cell, workType: 'LESSON_WORK', value: '2' }),
      await ours.as('mother').refusalOf('announceAbsence', cell),
      await ours.as('curator').refusalOf('classifyAbsence', { ...cell, as: 'EXCUSED' }),
    ];
    expect(refusals).toHaveLength(10);
    expect(refusals.filter((code) => !/^NOT_(FOUND|ENROLLED|ON_STAFF_LIST)$/u.test(code))).toEqual([]);
    expect(await served.house.log.head(theirs.id)).toBe(head);
    const page = await pageOf(theirs.as('teacher'), journalId);
    expect(cellIn(page, studentId, lessonId)).toMatchObject({ value: '4', attendance: 'NONE' });
  });

  it('have no lists in common', async () => {
    const lists =
      '{ journals { id } groups { id } staff { account { id } } courseUnits { id } attestationPeriods { id } }';
    const mine = JSON.stringify(await ours.as('administrator').read(lists)).match(/"id":"[^"]+"/gu) ?? [];
    const other = JSON.stringify(await theirs.as('administrator').read(lists)).match(/"id":"[^"]+"/gu) ?? [];
    expect(mine.length).toBeGreaterThan(10);
    expect(new Set(mine).isDisjointFrom(new Set(other))).toBe(true);
    const trail = await wholeTrail(ours.as('auditor'));
    expect(JSON.stringify(trail)).not.toContain(theirs.accounts.administrator);
  });
});
