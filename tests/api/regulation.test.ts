import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.ts';
import { issueSignInCode } from '../../src/identity/sign-in-code.ts';
import { foundCollege, TODAY, type College } from '../support/college.ts';
import { signIn } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
});
afterAll(() => served.close());

const REGULATION = `query ($at: LocalDate, $parameters: [String!]) {
  regulation(at: $at, parameters: $parameters) {
    parameter governs value reads clause origin conflict since version order needsSecondPerson
  }
}`;

const WINDOW = 'currentMark.editWindowDays';

const settingOn = async (at: string | null, parameter: string, client = administrator): Promise<unknown> => {
  const { regulation } = await client.read(REGULATION, { at, parameters: [parameter] });
  return (regulation as readonly unknown[])[0];
};

describe('the regulation of a college', () => {
  it('is 003 for a college that chose no other: every parameter with its clause and what it governs', async () => {
    const { regulation } = await administrator.read(REGULATION);
    const settings = regulation as readonly { readonly parameter: string }[];
    expect(settings.length).toBeGreaterThanOrEqual(87);
    expect(settings.find(({ parameter }) => parameter === WINDOW)).toEqual({
      parameter: WINDOW,
      governs:
        'How many calendar days after the lesson its marks may be entered and changed; none: until the attestation of the page is closed.',
      value: 21,
      reads: '21',
      clause: '003 §3.3 L89',
      origin: 'STATED',
      conflict: null,
      since: null,
      version: 0,
      order: null,
      needsSecondPerson: true,
    });
    expect(settings.find(({ parameter }) => parameter === 'historyDepth')).toMatchObject({
      value: 'entirePeriod',
      clause: '003: silent, D-15',
      origin: 'CONFLICT_SETTLED',
      conflict: 'D-15',
    });
    expect(settings.find(({ parameter }) => parameter === 'homework.entryDeadline')).toMatchObject({
      value: null,
      reads: 'no rule',
      origin: 'SILENT',
    });
  });

  it.each(['director', 'teacher', 'curator', 'ivanova', 'mother', 'auditor'] as const)(
    'R-RSP-12: can be read by %s',
    async (person) => {
      expect(await settingOn(null, 'attestation.editWindowDays', college.as(person))).toMatchObject({
        value: 31,
        clause: '003 §3.3 L90',
      });
    },
  );

  it('is put in the language of the request', async () => {
    const variables = { parameters: ['referenceData.checkDeadline'] };
    const { data } = await administrator.query(REGULATION, variables, 'ru-RU');
    expect(data).toMatchObject({
      regulation: [
        {
          value: { month: 8, day: 28 },
          reads: '28 августа',
          governs: 'К какому сроку проверяются справочники: раз перед учебным годом или ежемесячно (D-18).',
        },
      ],
    });
  });

  it('is not shown to who is not signed in, and knows its parameters', async () => {
    const stranger = await new ApiClient(served.origin).query(REGULATION);
    expect(stranger.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const { errors } = await administrator.query(REGULATION, { parameters: ['attendance.everything'] });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('stands beside the five it could have started from', async () => {
    const { regulationPresets } = await college.as('teacher').read(`{
      regulationPresets { key title isStartOfCollege isDefault settings { parameter value clause origin conflict } }
    }`);
    const presets = regulationPresets as readonly {
      readonly key: string;
      readonly settings: readonly unknown[];
    }[];
    expect(presets.map(({ key }) => key)).toEqual(['000', '001', '002', '003', '004']);
    expect(presets[3]).toMatchObject({ isStartOfCollege: true, isDefault: true });
    expect(presets[4]).toMatchObject({ isStartOfCollege: false, isDefault: false });
    expect(presets[4]?.settings).toContainEqual({
      parameter: 'attestation.lockOnEntry',
      value: true,
      clause: '004 §4.5.1 L288-290',
      origin: 'STATED',
      conflict: null,
    });
    expect(presets[4]?.settings).toContainEqual({
      parameter: 'historyDepth',
      value: 'entirePeriod',
      clause: '004 §2.2.3; 004 §2.2.6; D-15',
      origin: 'STATED',
      conflict: 'D-15',
    });
  });
});

describe('a college that started from another regulation', () => {
  it('has that one, clause by clause (T-22)', async () => {
    const { house, origin, projector } = served;
    const id = randomUUID();
    const account = randomUUID();
    const tula = await house.open(
      { id, origin: `college-${id}.example/journal`, clock: 'virtual' },
      () => TODAY,
    );
    projector.follow(id);
    const data = {
      name: 'Техникум социальных технологий',
      zone: 'Europe/Moscow',
      workingWeek: 6,
      administrator: account,
      administratorName: 'Орлова Анна',
      regulation: '004',
    } as const;
    const actor = { account, session: randomUUID(), channel: 'cli' } as const;
    const { position } = await tula.execute(
      { type: 'FoundCollege', data },
      { commandId: randomUUID(), actor },
    );
    await projector.waitFor('directory', id, position ?? 0n, 10_000);
    const ask = { college: id, account, ttl: 60, now: new Date().toISOString() };
    const client = await signIn(origin, await issueSignInCode(house.database.app.pool(1), ask));

    expect(await settingOn(null, 'attestation.lockOnEntry', client)).toMatchObject({
      value: true,
      clause: '004 §4.5.1 L288-290',
    });
    expect(await settingOn(null, WINDOW, client)).toMatchObject({
      value: null,
      reads: 'no rule',
      origin: 'STATED',
    });
  });
});
