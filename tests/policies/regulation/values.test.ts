import fc from 'fast-check';
import {
  PARAMETER_KEYS,
  parameterOf,
  type ParameterKey,
} from '../../../src/policies/regulation/parameters.ts';
import { PRESET_KEYS } from '../../../src/policies/regulation/presets.ts';
import { initialRegulation } from '../../../src/policies/regulation/regulation.ts';
import { valueFaults } from '../../../src/policies/regulation/value-faults.ts';

const possible = PARAMETER_KEYS.flatMap((key) =>
  PRESET_KEYS.map((preset) => [key, initialRegulation(preset).value(key) as unknown] as const),
);

const refused = (key: ParameterKey, value: unknown): boolean => valueFaults(key, value).length > 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The name of the system is free text; of everything else a program must know what it means. */
const vocabulary = PARAMETER_KEYS.filter((key) => key !== 'platform');

describe('a possible value', () => {
  it('is every one that a regulation has, and no other shape of it', () => {
    const accepted = possible.flatMap(([key, value]) => {
      const bent: unknown[] = [{ kind: value }, [value, null], `${JSON.stringify(value)} `];
      if (isObject(value)) bent.push({ ...value, extra: 1 }, { ...value, kind: 'someday' });
      if (isList(value)) bent.push([], [...value, ...value], [...value, 'somebody']);
      if (typeof value === 'number') bent.push(-1, value + 0.5, 10_000, String(value));
      return refused(key, value)
        ? [[key, value]]
        : bent.filter((one) => !refused(key, one)).map((one) => [key, one]);
    });
    expect(accepted.filter(([key]) => key !== 'platform')).toEqual([]);
  });

  it('is written as it is stored: reading it changes nothing', () => {
    for (const [key, value] of possible) {
      expect(parameterOf(key).value.parse(value)).toEqual(value);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });

  it('is no junk, whatever the parameter', () => {
    const junk = fc.oneof(
      fc.string().map((text) => `?${text}`),
      fc.double({ noInteger: true, noNaN: true }),
      fc.integer({ min: 1000 }),
      fc.integer({ max: -1 }),
      fc.dictionary(
        fc.string().map((key) => `?${key}`),
        fc.anything(),
        { minKeys: 1 },
      ),
      fc.array(
        fc.anything().filter((one) => typeof one !== 'string'),
        { minLength: 1 },
      ),
      fc.constantFrom({}, undefined, [], '', NaN, Infinity),
    );
    fc.assert(
      fc.property(fc.constantFrom(...vocabulary), junk, (key, value) => {
        expect(refused(key, value)).toBe(true);
      }),
    );
  });

  it.each([
    ['referenceData.checkDeadline', { month: 2, day: 30 }, 'custom'],
    ['referenceData.checkDeadline', { month: 2, day: 29 }, 'custom'],
    ['referenceData.checkDeadline', { month: 13, day: 1 }, 'month.too_big'],
    ['referenceData.checkDeadline', { everyMonthBy: 31 }, 'everyMonthBy.too_big'],
    ['thematicPlan.deadline', { kind: 'someday' }, 'kind.invalid_value'],
    ['timetable.cadence', { month: 8, day: 32 }, 'day.too_big'],
    ['groupComposition.checkDeadline', { month: 13, day: 1 }, 'month.too_big'],
    ['attendance.entryDeadline', { kind: 'afterPeriodEnd' }, 'kind.invalid_union'],
    ['homework.entryDeadline', { kind: 'hoursAfterGroupClasses', hours: 25 }, 'hours.too_big'],
    ['timetable.producedBy', ['librarian'], '0.invalid_value'],
    ['timetable.producedBy', ['scheduler', 'scheduler'], 'custom'],
    ['attestation.allowedMarks', { kind: 'listed', marks: ['grade2'] }, 'marks.0.invalid_value'],
    [
      'attestation.minMarks',
      { kind: 'byWeeklyLoad', steps: [{ upToWeeklyHours: 2, marks: 3 }] },
      'steps.custom',
    ],
    ['outage.backEntryWorkingDays', 0, 'too_small'],
    ['currentMark.editWindowDays', 367, 'too_big'],
  ] as const)('of %s is not %j: %s', (key, value, fault) => {
    expect(valueFaults(key, value)[0]).toBe(fault);
  });
});
