import { makeSmall, shrunkCollege, smallCollege } from './small-demo.ts';

describe('A demo made on', () => {
  it.each([
    ['2026-01-10T08:00:00.000Z', smallCollege],
    ['2026-02-28T05:30:00.000Z', smallCollege],
    ['2026-02-28T05:30:00.000Z', shrunkCollege],
    // Here the founding begins before midnight and ends after it.
    ['2026-07-15T20:59:59.999Z', smallCollege],
    ['2026-07-15T18:59:59.999Z', shrunkCollege],
    ['2026-09-01T03:00:00.000Z', smallCollege],
    ['2028-02-29T12:00:00.000Z', smallCollege],
    ['2027-01-01T00:00:00.001Z', smallCollege],
    ['2027-01-01T00:00:00.001Z', shrunkCollege],
  ])('%s meets only the answers it means to meet, and ends at that instant', async (now, college) => {
    const { log, report } = await makeSmall(now, undefined, college);
    expect(report?.surprises).toEqual([]);
    const head = await log.head(college.id);
    const [last] = await log.read(college.id, head - 1n, 1);
    expect(last?.body).toContain(`"at":"${now}"`);
  });
});
