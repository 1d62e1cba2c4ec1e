import { openHouse } from '../../src/house.ts';
import { serve } from '../../src/serve.ts';
import { StartFault } from '../../src/start-fault.ts';
import { startKurrentServer, type KurrentServer } from '../log/kurrentdb/server/kurrent-server.ts';
import { foundCollege } from '../support/college.ts';
import { EXECUTOR } from '../support/executor.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { cellIn, pageOf } from '../support/readings.ts';
import type { ServedHouse } from '../support/served-house.ts';

let database: TestDatabase;
let kurrent: KurrentServer;

const servedThere = async (): Promise<ServedHouse> => {
  const { dataDir, operatorUrl: databaseUrl } = database;
  const house = await openHouse({ dataDir, databaseUrl, logUrl: kurrent.url }, 'server');
  const serving = await serve(
    house,
    { host: '127.0.0.1', port: 0 },
    { executor: EXECUTOR, log: { write: () => undefined } },
  );
  return {
    ...serving,
    house,
    database,
    log: [],
    async close() {
      await serving.close();
      await house.close();
    },
  };
};

beforeAll(async () => {
  database = await testDatabase();
  kurrent = await startKurrentServer({ databaseUrl: database.operatorUrl });
});
afterAll(async () => {
  await kurrent.stop();
  await database.drop();
});

describe('a journal whose log lies in KurrentDB', () => {
  it('takes a lesson, a mark and its correction over HTTP, and shows them after a restart', async () => {
    const served = await servedThere();
    const college = await foundCollege(served);
    const teacher = college.as('teacher');
    const at = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
    const student = college.students.ivanova;
    const held = { deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Квадратные уравнения' };
    expect(await teacher.do('conductLesson', { ...at, ...held })).toMatchObject({ accepted: true });
    const mark = { ...at, studentId: student, workType: 'TEST', value: '4' };
    expect(await teacher.do('recordMark', mark)).toMatchObject({ accepted: true });
    const correction = { ...mark, value: '5', expectedRevision: 0, reason: 'Ошибка при вводе' };
    expect(await teacher.do('correctMark', correction)).toMatchObject({ accepted: true });
    expect(cellIn(await pageOf(teacher, at.journalId), student, at.lessonId)?.value).toBe('5');
    const { id } = (await served.house.colleges())[0] ?? { id: '' };
    const [trail] = await served.house.log.read(id, (await served.house.log.head(id)) - 1n, 1);
    expect(trail?.type).toBe('MarkCorrected');
    await served.close();

    const again = await servedThere();
    const last = (await again.house.log.read(id, 0n, 1_000)).at(-1);
    await again.close();
    expect(last).toMatchObject({ body: trail?.body, position: trail?.position, sealed: trail?.sealed });
  });

  it('is not taken for one whose log lies in PostgreSQL', async () => {
    const { dataDir, operatorUrl: databaseUrl } = database;
    await expect(openHouse({ dataDir, databaseUrl }, 'server')).rejects.toThrow(/set LOG_URL/);
  });

  it('does not start where the server is too old, and says which version it takes', async () => {
    const older = await startKurrentServer({
      databaseUrl: database.operatorUrl,
      features: { version: '25.1.0', appendRecords: false },
    });
    const { dataDir, operatorUrl: databaseUrl } = database;
    const opening = openHouse({ dataDir, databaseUrl, logUrl: older.url }, 'server');
    await expect(opening).rejects.toThrow(StartFault);
    await expect(opening).rejects.toThrow(/KurrentDB 26\.1 or later/);
    await older.stop();
  });
});
