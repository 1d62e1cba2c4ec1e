import { makeSmall } from './small-demo.ts';

describe('A demo made on', () => {
  it.each([
    '2026-01-10T08:00:00.000Z',
    '2026-02-28T05:30:00.000Z',
    '2026-07-15T20:59:59.999Z',
    '2026-09-01T03:00:00.000Z',
    '2028-02-29T12:00:00.000Z',
    '2027-01-01T00:00:00.001Z',
  ])('%s meets only the answers it means to meet, and ends at that instant', async (now) => {
    const { log, report } = await makeSmall(now);
    expect(report?.surprises).toEqual([]);
    const head = await log.head(report?.college.id ?? '');
    const [last] = await log.read(report?.college.id ?? '', head - 1n, 1);
    expect(last?.body).toContain(`"at":"${now}"`);
  });
});
