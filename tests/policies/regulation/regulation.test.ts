import fc from 'fast-check';
import { PRESET_KEYS, DEFAULT_PRESET } from '../../../src/policies/regulation/presets.ts';
import {
  initialRegulation,
  regulationAt,
  spansOf,
  type RegulationChange,
} from '../../../src/policies/regulation/regulation.ts';
import { valueFaults } from '../../../src/policies/regulation/value-faults.ts';

const WINDOW = 'currentMark.editWindowDays';

const day = fc
  .integer({ min: 0, max: 4_000 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());

const change = (version: number, effectiveFrom: string, days: number): RegulationChange => ({
  version,
  effectiveFrom,
  values: [{ parameter: WINDOW, value: days, clause: `Приказ № ${version}` }],
});

const history = fc
  .array(fc.tuple(day, fc.nat(60)), { maxLength: 6 })
  .map((changes) => changes.map(([from, days], index) => change(index + 1, from, days)));

describe('the regulation in force on a day', () => {
  it('R-MRK-05, R-PA-02: gives 21 and 31 days to a college that chose no other', () => {
    const regulation = regulationAt(spansOf(DEFAULT_PRESET, []), '2024-09-02');
    expect(regulation.value(WINDOW)).toBe(21);
    expect(regulation.value('attestation.editWindowDays')).toBe(31);
    expect(regulation.rule(WINDOW)).toEqual({ parameter: WINDOW, clause: '003 §3.3 L89', version: 0 });
  });

  it('R-RSP-10, T-48: does not depend on a change that takes effect later', () => {
    fc.assert(
      fc.property(history, day, day, (changes, today, effectiveFrom) => {
        fc.pre(effectiveFrom > today);
        const later = [...changes, change(changes.length + 1, effectiveFrom, 1)];
        expect(regulationAt(spansOf('003', later), today)).toEqual(
          regulationAt(spansOf('003', changes), today),
        );
      }),
    );
  });

  it('T-48: is, for each parameter, the latest decision of those that have taken effect', () => {
    fc.assert(
      fc.property(history, day, (changes, today) => {
        const last = changes.findLast(({ effectiveFrom }) => effectiveFrom <= today);
        const regulation = regulationAt(spansOf('003', changes), today);
        expect(regulation.value(WINDOW)).toBe(last ? last.values[0]?.value : 21);
        expect(regulation.rule(WINDOW).clause).toBe(last ? last.values[0]?.clause : '003 §3.3 L89');
        expect(regulation.version).toBe(
          Math.max(0, ...changes.filter((c) => c.effectiveFrom <= today).map(({ version }) => version)),
        );
      }),
    );
  });

  it('T-48: keeps a change of one parameter when another is changed later', () => {
    const changes: readonly RegulationChange[] = [
      change(1, '2024-09-01', 14),
      {
        version: 2,
        effectiveFrom: '2024-10-01',
        values: [{ parameter: 'attestation.editWindowDays', value: 10, clause: 'Приказ № 2' }],
      },
    ];
    const regulation = regulationAt(spansOf('003', changes), '2024-10-05');
    expect(regulation.value(WINDOW)).toBe(14);
    expect(regulation.value('attestation.editWindowDays')).toBe(10);
    expect(regulation.settings.get(WINDOW)).toMatchObject({
      version: 1,
      since: '2024-09-01',
      origin: 'changed',
    });
  });

  it('leaves out a parameter that this program does not know', () => {
    const unknown = {
      version: 1,
      effectiveFrom: '2024-09-01',
      values: [{ parameter: 'x', value: 1, clause: 'x' }],
    };
    expect(regulationAt(spansOf('003', [unknown]), '2024-09-02').settings.size).toBe(
      initialRegulation('003').settings.size,
    );
  });
});

describe('a value of a parameter', () => {
  it.each([
    [WINDOW, 21, []],
    [WINDOW, null, []],
    [WINDOW, -1, ['too_small']],
    [WINDOW, 'Иванова', ['invalid_type']],
    ['attestation.editWindowDays', null, ['invalid_type']],
  ] as const)('of %s, %j, has the faults %j', (parameter, value, faults) => {
    expect(valueFaults(parameter, value)).toEqual(faults);
  });
});

describe('a preset', () => {
  it.each(PRESET_KEYS)(
    'T-59: %s says where each of its values is written, or that the text is silent',
    (preset) => {
      for (const { clause, origin, parameter, value } of initialRegulation(preset).settings.values()) {
        expect(clause.startsWith(preset)).toBe(true);
        expect(origin === 'stated').toBe(!clause.includes('silent'));
        expect(valueFaults(parameter, value)).toEqual([]);
      }
    },
  );
});
