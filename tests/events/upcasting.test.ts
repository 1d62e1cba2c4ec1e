import { z } from 'zod';
import { defineEvent } from '../../events/event.ts';
import { lift } from '../../src/log/body.ts';

interface First {
  readonly student: string;
  readonly mark: number;
}
interface Second {
  readonly student: string;
  readonly value: string;
}

/** An event that has lived through two changes: marks became text, then got a scale. */
const MarkNoted = defineEvent({
  type: 'MarkNoted',
  category: 'mark',
  meaning: 'A mark was noted.',
  data: z.strictObject({ student: z.string(), value: z.string(), scale: z.enum(['fivePoint', 'passFail']) }),
  upcasters: [
    ({ student, mark }: First): Second => ({ student, value: String(mark) }),
    (second: Second) => ({ ...second, scale: 'fivePoint' }),
  ],
});

describe('an event that changed its shape', () => {
  it('counts its versions by its upcasters', () => {
    expect(MarkNoted.version).toBe(3);
    expect(
      defineEvent({ type: 'Said', category: 'mark', meaning: 'Said.', data: z.strictObject({}) }).version,
    ).toBe(1);
  });

  it.each([
    [1, { student: 'Ivanova', mark: 5 }],
    [2, { student: 'Ivanova', value: '5' }],
    [3, { student: 'Ivanova', value: '5', scale: 'fivePoint' }],
  ])('is lifted from version %i to the latest, step by step', (version, data) => {
    const lifted = lift(data, version, MarkNoted.upcasters);
    expect(lifted).toEqual({ student: 'Ivanova', value: '5', scale: 'fivePoint' });
    expect(MarkNoted.data.parse(lifted)).toEqual(lifted);
  });

  it('leaves what was stored as it was', () => {
    const stored = Object.freeze({ student: 'Ivanova', mark: 5 });
    expect(lift(stored, 1, MarkNoted.upcasters)).not.toBe(stored);
    expect(stored).toEqual({ student: 'Ivanova', mark: 5 });
  });
});
