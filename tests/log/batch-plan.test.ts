import { batchOf } from '../../src/log/postgres/batch-plan.ts';
import { NO_STREAM } from '../../src/log/event-log.ts';
import { append, appendOne, event, write } from './requests.ts';

const at = (instant: string) => append([write(`mark-${instant}`)], { at: `2026-11-22T08:15:${instant}Z` });

describe('the plan of a batch', () => {
  it('names each stream once, with where it stands before the batch and after it', () => {
    const checks = [{ stream: 'page-1', expected: 4 }];
    const { streams, isEven, opens, moves } = batchOf([
      append([write('mark-1', NO_STREAM, [event(), event()])], { checks }),
      append([write('mark-1', 1), write('page-2', 7)], { checks }),
    ]);
    expect(streams).toMatchObject({
      names: ['mark-1', 'page-1', 'page-2'],
      before: [NO_STREAM, 4, 7],
      after: [2, 4, 8],
    });
    expect({ isEven, opens, moves }).toEqual({ isEven: true, opens: true, moves: true });
  });

  it('gives every event its stream, revision and append', () => {
    const { events, appends } = batchOf([
      append([write('mark-1', 2, [event(), event()]), write('mark-2')]),
      appendOne('mark-1', 4),
    ]);
    expect(events).toMatchObject({ appends: [1, 1, 1, 2], streams: [1, 1, 2, 1], revisions: [3, 4, 0, 5] });
    expect(appends.ends).toEqual([3, 4]);
  });

  it('takes an append that checks what it writes as meaning where that stood before', () => {
    const checks = [{ stream: 'mark-1', expected: 0 }];
    expect(batchOf([append([write('mark-1', 0)], { checks })]).isEven).toBe(true);
  });

  it('sees that appends contradict each other: they want to be judged one after another', () => {
    expect(batchOf([appendOne('mark-1'), appendOne('mark-1')]).isEven).toBe(false);
    const checks = [{ stream: 'period-1', expected: 0 }];
    expect(batchOf([appendOne('period-1', 0), append([write('mark-1')], { checks })]).isEven).toBe(false);
  });

  it.each([
    [['10', '08.001', '12'], true, ['10', '10', '12'], '08.001', '12'],
    [['10.5', '10.500001', '10.4'], true, ['10.5', '10.500001', '10.500001'], '10.4', '10.500001'],
    [['10', '08'], false, ['10', '10'], '08', '10'],
  ])('lets recorded time never go back: %j', (instants, isEven, recorded, earliest, latest) => {
    const full = (instant: string) => `2026-11-22T08:15:${instant}Z`;
    expect(batchOf(instants.map(at))).toMatchObject({
      isEven,
      appends: { recorded: recorded.map(full) },
      earliest: full(earliest),
      latest: full(latest),
    });
  });
});
