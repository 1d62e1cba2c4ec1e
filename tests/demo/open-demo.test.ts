import { openDemo } from '../../src/demo/open-demo.ts';
import { tokenCommand } from '../../src/demo/token-command.ts';
import type { House } from '../../src/house.ts';
import type { CollegeLog } from '../../src/log/event-log.ts';
import { eventLog } from '../support/event-log.ts';

const real: CollegeLog = {
  id: '7d1d3c1e-1111-4111-8111-111111111111',
  origin: 'real.example/journal',
  clock: 'server',
};

/** A house without a database: whoever asks for one has gone too far. */
const houseOf = async (...colleges: readonly CollegeLog[]): Promise<House> => {
  const log = eventLog();
  for (const college of colleges) await log.open(college);
  return {
    log,
    colleges: () => log.colleges(),
    database: { app: { pool: () => ({}) } },
  } as unknown as House;
};

const stage = { origin: 'http://127.0.0.1:4000', projector: { follow: () => undefined } };

const print = async (house: House, ...options: readonly string[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  const command = tokenCommand(
    () => Promise.resolve(house),
    (line) => lines.push(line),
  );
  await command.parseAsync(options, { from: 'user' });
  return lines;
};

describe('A start', () => {
  it('makes no demo where another college keeps its journal', async () => {
    const house = await houseOf(real);
    expect(await openDemo(house, stage, { dataDir: '/nowhere' })).toEqual([]);
    expect(await house.colleges()).toEqual([real]);
  });
});

describe('The command token', () => {
  it('says that the demo is not ready before it has been made', async () => {
    await expect(print(await houseOf(), '--role', 'teacher')).rejects.toThrow('The demo is not ready');
  });

  it('prints nothing for a college that is no demo', async () => {
    const options = ['--role', 'teacher', '--college', real.origin];
    await expect(print(await houseOf(real), ...options)).rejects.toThrow('is no demo college');
  });

  it('says when there is no such college', async () => {
    const options = ['--role', 'auditor', '--college', 'nobody.example/journal'];
    await expect(print(await houseOf(real), ...options)).rejects.toThrow('There is no college');
  });
});
