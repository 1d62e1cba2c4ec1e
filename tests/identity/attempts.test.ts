import { Attempts } from '../../src/identity/attempts.ts';

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 22) + seconds * 1_000).toISOString();

describe('attempts', () => {
  it('are allowed up to the limit, then only after the oldest has left the window (T01)', () => {
    const attempts = new Attempts({ most: 3, seconds: 60 });
    for (const second of [0, 10, 20]) {
      expect(attempts.retryAfter('address', at(second))).toBe(0);
      attempts.count('address', at(second));
    }
    expect(attempts.retryAfter('address', at(20))).toBe(40);
    expect(attempts.retryAfter('address', at(59.5))).toBe(1);
    expect(attempts.retryAfter('address', at(60))).toBe(0);
  });

  it('of one address do not count for another', () => {
    const attempts = new Attempts({ most: 1, seconds: 60 });
    attempts.count('one', at(0));
    expect([attempts.retryAfter('one', at(1)), attempts.retryAfter('two', at(1))]).toEqual([59, 0]);
  });

  it('that go on while refused do not shorten the wait', () => {
    const attempts = new Attempts({ most: 2, seconds: 60 });
    for (const second of [0, 1, 30, 31]) attempts.count('address', at(second));
    expect(attempts.retryAfter('address', at(60))).toBe(30);
  });

  it('from a flood of addresses cost bounded memory: the eldest is forgotten', () => {
    const attempts = new Attempts({ most: 1, seconds: 60 });
    for (let i = 0; i <= 100_000; i += 1) attempts.count(`address ${i}`, at(0));
    expect([attempts.retryAfter('address 0', at(1)), attempts.retryAfter('address 100000', at(1))]).toEqual([
      0, 59,
    ]);
  });
});
