import type { ProjectionLag } from '../../src/runtime/projection-lag.ts';
import { unreadyIn, type CollegeStanding, type ReadyBounds } from '../../src/standing.ts';

const now = '2026-11-22T08:10:00.000Z';
const longAgo = '2026-11-22T08:00:00.000Z';
const justNow = '2026-11-22T08:09:59.000Z';
const bounds: ReadyBounds = { seconds: 60, isSigned: true };

const projection: ProjectionLag = {
  ...{ projection: 'gradebook', version: 1, college: 'c', state: 'following' },
  ...{ position: 5n, fault: null, lag: 0, since: null },
};

const well: CollegeStanding = {
  ...{ college: 'c', head: 5n, projections: [projection], signed: 5, signedAt: justNow },
  ...{ unsignedSince: null, alarm: null, stuck: null },
};

const reasons = (changes: Partial<CollegeStanding>, how: Partial<ReadyBounds> = {}) =>
  unreadyIn({ ...well, ...changes }, { ...bounds, ...how }, now);

describe('a server is ready', () => {
  it('where everything is level, and where something waits for no longer than it may', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ projections: [{ ...projection, lag: 1, since: justNow }] })).toEqual([]);
    expect(reasons({ signed: 4, unsignedSince: justNow })).toEqual([]);
  });

  it('where nobody signs, as long as nobody has', () => {
    expect(reasons({ signed: 0, unsignedSince: longAgo }, { isSigned: false })).toEqual([]);
    expect(reasons({ signed: 1, unsignedSince: longAgo }, { isSigned: false })).toEqual(['SIGNER_BEHIND']);
  });

  it('by a clock that is the college’s own, as far as nothing has stopped', () => {
    const late = { ...well, projections: [{ ...projection, lag: 1, since: longAgo }] };
    expect(unreadyIn(late, bounds, null)).toEqual([]);
  });
});

describe('a server is not ready', () => {
  it.each([
    ['PROJECTION_BEHIND', { projections: [{ ...projection, lag: 3, since: longAgo }] }],
    ['PROJECTION_STOPPED', { projections: [{ ...projection, state: 'stopped' as const }] }],
    ['SIGNER_BEHIND', { signed: 0, unsignedSince: longAgo }],
    ['SIGNER_ALARM', { alarm: { at: now, code: 'TREE_SHRANK', size: 4, sentence: '' } }],
    ['LOG_BLOCKED', { stuck: 'a record that is not of this log' }],
  ])('and says %s', (reason, changes) => {
    expect(reasons(changes)).toEqual([reason]);
  });
});
