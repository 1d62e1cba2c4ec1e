import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;
let director: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
  director = college.as('director');
});
afterAll(() => served.close());

const REGULATION = `query ($at: LocalDate, $parameters: [String!]) {
  regulation(at: $at, parameters: $parameters) {
    parameter value reads clause origin since version order
  }
}`;
const CHANGED = `query ($at: LocalDate, $parameters: [String!]) {
  regulation(at: $at, parameters: $parameters) {
    parameter value reason changedBy { name } confirmedBy { name }
  }
}`;
const CHANGES = `query ($status: RegulationChangeStatus) {
  regulationChanges(status: $status) {
    id status effectiveFrom order reason version values { parameter value reads clause }
    proposedBy { name } confirmedBy { name }
  }
}`;

const confirmation = `mutation ($commandId: UUID!, $changeId: ID!) {
  confirmRegulationChange(commandId: $commandId, input: { changeId: $changeId }) { accepted }
}`;

const WINDOW = 'currentMark.editWindowDays';
const REPLY = 'messages.replySla';

const settingOn = async (at: string | null, parameter: string, client = administrator): Promise<unknown> => {
  const { regulation } = await client.read(REGULATION, { at, parameters: [parameter] });
  return (regulation as readonly unknown[])[0];
};
const change = (parameter: string, value: unknown, effectiveFrom: string) => ({
  effectiveFrom,
  values: [{ parameter, value }],
  order: '№ 7 от 20.11.2026',
  reason: 'Решение педагогического совета',
});

describe('a change of the regulation', () => {
  it('R-RSP-10, T-48: holds from its day on, with its order, and never before', async () => {
    const value = { kind: 'withinDays', days: 5, dayKind: 'working' };
    const { accepted, events } = await administrator.do(
      'proposeRegulationChange',
      change(REPLY, value, '2026-12-01'),
    );
    expect(accepted).toBe(true);
    expect(events.map(({ kind }) => kind)).toEqual(['REGULATION_CHANGED']);
    expect(await settingOn('2026-11-30', REPLY)).toMatchObject({
      value: { kind: 'timely' },
      origin: 'STATED',
    });
    expect(await settingOn('2026-12-01', REPLY)).toMatchObject({
      value,
      reads: 'within 5 working days',
      origin: 'CHANGED',
      clause: '№ 7 от 20.11.2026',
      order: '№ 7 от 20.11.2026',
      since: '2026-12-01',
      version: 1,
    });
  });

  it('says who changed it and why to who answers for the regulation, and to the auditor, and to nobody else', async () => {
    const variables = { at: '2026-12-01', parameters: [REPLY] };
    for (const person of ['director', 'auditor'] as const)
      expect(await college.as(person).read(CHANGED, variables)).toMatchObject({
        regulation: [
          { reason: 'Решение педагогического совета', changedBy: { name: 'Орлова Анна' }, confirmedBy: null },
        ],
      });
    expect(await college.as('teacher').read(CHANGED, variables)).toMatchObject({
      regulation: [{ reason: null, changedBy: null, confirmedBy: null }],
    });
    const { errors } = await college.as('teacher').query(CHANGES);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('of an edit window waits for a second person (R-CAL-04)', async () => {
    const proposed = await administrator.do('proposeRegulationChange', change(WINDOW, 14, '2026-12-01'));
    expect(proposed.events.map(({ kind }) => kind)).toEqual(['REGULATION_CHANGE_PROPOSED']);
    expect(await settingOn('2026-12-01', WINDOW)).toMatchObject({ value: 21, origin: 'STATED' });

    const changeId = proposed.id ?? '';
    expect(await director.read(CHANGES, { status: 'PENDING' })).toMatchObject({
      regulationChanges: [
        { id: changeId, status: 'PENDING', values: [{ parameter: WINDOW, value: 14 }], version: null },
      ],
    });
    expect(await administrator.refusalOf('confirmRegulationChange', { changeId })).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(
      await college.as('teacher').query(confirmation, { commandId: randomUUID(), changeId }),
    ).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });

    expect((await director.do('confirmRegulationChange', { changeId })).accepted).toBe(true);
    expect(await settingOn('2026-12-01', WINDOW)).toMatchObject({ value: 14, origin: 'CHANGED', version: 2 });
    expect(await settingOn('2026-11-30', WINDOW)).toMatchObject({ value: 21 });
    expect(await director.read(CHANGES, { status: 'IN_FORCE' })).toMatchObject({
      regulationChanges: [{ version: 1 }, { version: 2, confirmedBy: { name: 'director' } }],
    });
  });

  it('that was declined changes nothing, and is not confirmed after all', async () => {
    const { id } = await administrator.do('proposeRegulationChange', change(WINDOW, 3, '2026-12-02'));
    const declined = await director.do('declineRegulationChange', { changeId: id, reason: 'Слишком мало' });
    expect(declined.accepted).toBe(true);
    expect(await settingOn('2026-12-02', WINDOW)).toMatchObject({ value: 14 });
    expect(await director.refusalOf('confirmRegulationChange', { changeId: id })).toBe('ALREADY_DONE');
  });
});

describe('a change that cannot be', () => {
  it.each([
    ['attendance.everything', 1, 'UNKNOWN_PARAMETER', ['values', '0', 'parameter'], { index: '0' }],
    [WINDOW, -1, 'IMPOSSIBLE_VALUE', ['values', '0', 'value'], { fault: 'too_small' }],
    [WINDOW, 'Иванова', 'IMPOSSIBLE_VALUE', ['values', '0', 'value'], { fault: 'invalid_type' }],
    [
      'attestation.editWindowDays',
      null,
      'IMPOSSIBLE_VALUE',
      ['values', '0', 'value'],
      { fault: 'invalid_type' },
    ],
    [
      REPLY,
      { kind: 'withinDays', days: 0 },
      'IMPOSSIBLE_VALUE',
      ['values', '0', 'value'],
      { fault: 'days.too_small' },
    ],
    [
      'timetable.producedBy',
      ['teacher', 'Иванова'],
      'IMPOSSIBLE_VALUE',
      ['values', '0', 'value'],
      { fault: '1.invalid_value' },
    ],
  ] as const)(
    'of %s to %j is refused as %s, and the value is nowhere',
    async (key, value, code, field, expected) => {
      const { accepted, userErrors } = await administrator.do(
        'proposeRegulationChange',
        change(key, value, '2027-01-11'),
      );
      expect(accepted).toBe(false);
      expect(userErrors).toMatchObject([{ code, field }]);
      const facts = Object.fromEntries((userErrors[0]?.facts ?? []).map((fact) => [fact.name, fact.value]));
      expect(facts).toMatchObject(expected);
      expect(JSON.stringify(userErrors)).not.toContain('Иванова');
    },
  );

  it('reaches back, names a parameter twice, gives no reason, or nothing at all', async () => {
    const refusal = (input: object): Promise<string> =>
      administrator.refusalOf('proposeRegulationChange', { ...input });
    expect(await refusal(change(REPLY, null, '2026-11-19'))).toBe('DATE_OUT_OF_RANGE');
    const twice = change(REPLY, null, '2027-01-11');
    expect(await refusal({ ...twice, values: [...twice.values, ...twice.values] })).toBe('ALREADY_ASSIGNED');
    expect(await refusal({ ...twice, reason: '  ' })).toBe('REASON_REQUIRED');
    await expect(refusal({ ...twice, values: [] })).rejects.toThrow('BAD_USER_INPUT');
  });

  it('is asked for by somebody without the right', async () => {
    const document = `mutation ($commandId: UUID!, $input: ProposeRegulationChangeInput!) {
      proposeRegulationChange(commandId: $commandId, input: $input) { accepted }
    }`;
    for (const person of ['director', 'deputy', 'teacher', 'auditor', 'ivanova'] as const) {
      const variables = { commandId: randomUUID(), input: change(REPLY, null, '2027-01-11') };
      const { errors } = await college.as(person).query(document, variables);
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
