import { errorCode } from '../../src/database/error-code.ts';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let auditor: ApiClient;

const change = async (parameter: string, value: unknown): Promise<void> => {
  const { id, accepted } = await college.as('administrator').do('proposeRegulationChange', {
    effectiveFrom: '2026-11-20',
    values: [{ parameter, value }],
    order: '№ 20 от 20.11.2026',
    reason: 'Защита персональных данных',
  });
  if (!accepted) throw new Error('The change was refused.');
  await college.as('director').do('confirmRegulationChange', { changeId: id });
};

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  auditor = college.as('auditor');
});
afterAll(() => served.close());

const STUDENTS = `query Names($id: ID!) { group(id: $id) { students { familyName } } }`;
const READS = `query ($filter: PersonalDataReadFilter!) { personalDataReads(filter: $filter) {
  nodes { at purposes fields subjects operation requestId subjectIds by { name } } } }`;

interface Read {
  readonly purposes: readonly string[];
  readonly subjects: number;
  readonly operation: string | null;
  readonly by: { readonly name: string };
}

const reads = async (filter: object = {}): Promise<readonly Read[]> => {
  const answer = await auditor.read(READS, { filter: { readerId: college.accounts.teacher, ...filter } });
  return (answer['personalDataReads'] as { readonly nodes: readonly Read[] }).nodes;
};

describe('the record of who read whose personal data', () => {
  it('is empty as long as the regulation does not ask for it', async () => {
    await college.as('teacher').read(STUDENTS, { id: college.groups.first });
    expect(await reads()).toEqual([]);
  });

  it('has one row for an answer, with everybody in it, and none where nothing personal was asked for', async () => {
    await change('personalData.accessLog', 'staffReads');
    await college.as('teacher').read(STUDENTS, { id: college.groups.first });
    await college.as('teacher').read('query ($id: ID!) { group(id: $id) { name students { id } } }', {
      id: college.groups.first,
    });
    const found = await reads();
    expect(found).toMatchObject([
      { purposes: ['IDENTITY'], subjects: 3, operation: 'Names', by: { name: 'teacher' } },
    ]);
    expect(await reads({ studentId: college.students.ivanova })).toHaveLength(1);
    expect(await reads({ studentId: college.students.petrova })).toEqual([]);
  });

  it('leaves out what people read of themselves, and what guardians read of their wards', async () => {
    const own = `{ viewer { account { name } } }`;
    for (const who of ['ivanova', 'mother', 'teacher'] as const) await college.as(who).query(own);
    const { rows } = await served.house.database.auditor
      .pool(1)
      .query<{ readers: number }>(
        `SELECT count(*)::int AS readers FROM disclosure.reading WHERE roles && '{student,legalGuardian}'`,
      );
    expect(rows).toEqual([{ readers: 0 }]);
    expect(await reads()).toHaveLength(1);
  });

  it('knows whom a text is about beside which no name was asked for', async () => {
    await change('debt.recorded', { kind: 'topic' });
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['CONTROL'], topic: 'Корни' };
    await college.as('teacher').do('conductLesson', held);
    const owed = { ...lesson, studentId: college.students.petrov, workType: 'CONTROL', topic: 'Корни' };
    expect((await college.as('teacher').do('recordTopicDebt', owed)).userErrors).toEqual([]);
    const document = 'query Owed($id: ID!) { topicDebts(journalId: $id) { topic } }';
    await college.as('teacher').read(document, { id: college.journals.algebra });
    expect(await reads({ studentId: college.students.petrov })).toContainEqual(
      expect.objectContaining({ operation: 'Owed', purposes: ['SPECIAL'], subjects: 1 }),
    );
  });

  it('shows learners and their guardians who read, where the regulation lets them', async () => {
    const MINE = `query ($id: ID!) { readersOfMyData(studentId: $id) { nodes { at purposes by { name } } } }`;
    const mine = (who: 'ivanova' | 'mother' | 'petrov') =>
      college.as(who).query(MINE, { id: college.students.ivanova });
    expect((await mine('mother')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await change('personalData.readersShown', true);
    for (const who of ['mother', 'ivanova'] as const)
      expect((await mine(who)).data).toMatchObject({
        readersOfMyData: {
          nodes: expect.arrayContaining([
            { at: expect.any(String) as string, purposes: ['IDENTITY'], by: { name: 'teacher' } },
          ]) as unknown,
        },
      });
    expect((await mine('petrov')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is for auditors and the administration', async () => {
    for (const who of ['teacher', 'curator', 'ivanova'] as const) {
      const { errors } = await college.as(who).query(READS, { filter: {} });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('cannot be changed by whoever writes it, nor by the owner, and without it nothing is shown', async () => {
    const { app, owner } = served.house.database;
    const codeOf = (sql: string, by: typeof app) =>
      by
        .pool(1)
        .query(sql)
        .then(() => 'done', errorCode);
    expect(await codeOf('DELETE FROM disclosure.reading', app)).toBe('42501');
    expect(await codeOf(`UPDATE disclosure.reading SET fields = '{}'`, owner)).not.toBe('done');
    expect(await codeOf('TRUNCATE disclosure.reading', owner)).not.toBe('done');

    await owner.pool(1).query('REVOKE INSERT (college) ON disclosure.reading FROM gradeledger_app');
    const refused = await college.as('teacher').query(STUDENTS, { id: college.groups.first });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(JSON.stringify(refused)).not.toContain('Фамилия');
    await owner.pool(1).query('GRANT INSERT (college) ON disclosure.reading TO gradeledger_app');
    expect(
      (await college.as('teacher').query(STUDENTS, { id: college.groups.first })).errors,
    ).toBeUndefined();
  });
});
