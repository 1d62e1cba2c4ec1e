import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { productionCalendars } from '../../../src/decisions/folds/calendar.ts';
import type { House } from '../../../src/house.ts';
import { productionCalendarCommand } from '../../../src/imports/production-calendar/command.ts';
import { eventLog } from '../../support/event-log.ts';
import { runCollege, type RunningCollege } from '../../../src/runtime/college.ts';

const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  process.exitCode = undefined;
});

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const XML =
  '<calendar year="2024"><days><day d="05.10" t="1" f="01.06"/><day d="12.28" t="3"/></days></calendar>';
const JSON_ =
  '{"2023":{"holidays":["2023-01-02"]},"2024":{"holidays":["2024-01-01"],"works":["2024-04-27"]}}';

const college = { id: randomUUID(), origin: 'spo.example/journal', clock: 'server' } as const;
let running: RunningCollege;

/** A house with one college; its administrator imports. */
const houseOf = async (): Promise<House> => {
  const log = eventLog();
  await log.open(college);
  running = runCollege(log, college, () => new Date().toISOString());
  const administrator = randomUUID();
  await running.execute(
    {
      type: 'FoundCollege',
      data: {
        name: 'Колледж',
        zone: 'Europe/Moscow',
        workingWeek: 6,
        administrator,
        administratorName: 'Орлова Анна',
      },
    },
    { commandId: randomUUID(), actor: { account: administrator, session: randomUUID(), channel: 'cli' } },
  );
  // The command needs of the house its colleges alone.
  return {
    colleges: () => Promise.resolve([college]),
    college: () => Promise.resolve(running),
  } as unknown as House;
};

const cli = async (house: House, ...words: readonly string[]) => {
  const said: string[] = [];
  const command = productionCalendarCommand(
    () => Promise.resolve(house),
    (line) => said.push(line),
  ).exitOverride();
  for (const one of command.commands) one.configureOutput({ writeErr: (text) => said.push(text) });
  try {
    await command.parseAsync(['import', ...words], { from: 'user' });
    return { said: said.join('\n'), exitCode: process.exitCode ?? 0 };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { said: said.join('\n'), exitCode: error.exitCode };
  }
};
const standing = (year: string) => running.stateOf(productionCalendars, year);

describe('cli calendar import', () => {
  it('takes a year over with its source, and the same again changes nothing', async () => {
    const house = await houseOf();
    const file = fileOf('2024.xml', XML);
    expect(await cli(house, file, '--source', 'xmlcalendar.ru')).toMatchObject({
      exitCode: 0,
      said: '2024 from xmlcalendar.ru: 2 days that differ from their weekday.',
    });
    expect(await standing('2024')).toMatchObject({ source: 'xmlcalendar.ru', days: { length: 2 } });
    expect((await cli(house, file, '--source', 'xmlcalendar.ru')).said).toBe(
      '2024 from xmlcalendar.ru: as it was.',
    );
  });

  it('asks for the name of a college where there are only demonstrations', async () => {
    const house = await houseOf();
    const demo = { ...college, clock: 'virtual' } as const;
    const demos = { ...house, colleges: () => Promise.resolve([demo]) } as unknown as House;
    const file = fileOf('2024.xml', XML);
    const { exitCode, said } = await cli(demos, file, '--source', 'xmlcalendar.ru');
    expect(exitCode).toBe(2);
    expect(said).toContain('name one of spo.example/journal with --college');
  });

  it('replaces a source by another for a reason and by an order only; other years go in', async () => {
    const house = await houseOf();
    await cli(house, fileOf('2024.xml', XML), '--source', 'xmlcalendar.ru');
    const second = [fileOf('holidays.json', JSON_), '--source', 'carono'];
    const refused = await cli(house, ...second);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.said).toContain('2023 from carono: 1 days');
    expect(refused.said).toContain('2024 was refused: REASON_REQUIRED');
    expect(refused.said).toContain('say why it is replaced with --reason');
    const named = ['--year', '2024', '--reason', 'Сверка', '--order', '№ 5'];
    process.exitCode = undefined;
    expect(await cli(house, ...second, ...named)).toMatchObject({ exitCode: 0 });
    expect(await standing('2024')).toMatchObject({ source: 'carono' });
  });

  it.each([
    ['without a source', ['2024.xml']],
    ['for a file that is not there', ['nowhere.xml', '--source', 'a']],
    ['for a year the file has not', ['2024.xml', '--source', 'a', '--year', '2025']],
    ['for a college there is not', ['2024.xml', '--source', 'a', '--college', 'elsewhere']],
  ])('is not understood %s', async (_, [file = '', ...words]) => {
    fileOf('2024.xml', XML);
    const { exitCode } = await cli(await houseOf(), join(folder, file), ...words);
    expect(exitCode).toBeGreaterThan(0);
    expect(await standing('2024')).toBeNull();
  });
});
