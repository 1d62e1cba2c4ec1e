import { correctMark, imported, marked, recordMark } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { administrator, algebra, happened, ivanova, streams, world } from '../support/world.ts';

const history = { by: administrator, on: '2026-11-22', source: 'import' } as const;

/** Ivanova is taken off the page after a day. */
const left = (until: string) => ({
  [streams.page]: [happened('RosterEntryEnded', { journal: algebra, student: ivanova, until })],
});

describe('the day a mark was given in another system', () => {
  it('is the day the mark is about', () => {
    given(world(), history)
      .when(recordMark({ givenOn: '2024-09-05' }))
      .thenRecords({ type: 'MarkRecorded' }, { occurredOn: '2024-09-05' });
    given(world({ [streams.mark]: [imported(marked('5'))] }), history)
      .when(correctMark({ givenOn: '2024-09-06' }))
      .thenRecords({ type: 'MarkCorrected' }, { occurredOn: '2024-09-06' });
  });

  it('lets in work handed in before the student left the page, though the lesson came after (T-33)', () => {
    const gone = world(left('2024-09-01'));
    given(gone, history).when(recordMark()).thenRefuses({ code: 'NOT_ON_ROSTER' });
    given(gone, history)
      .when(recordMark({ givenOn: '2024-09-01' }))
      .thenRecords({ type: 'MarkRecorded' }, { occurredOn: '2024-09-01' });
  });

  it('lets in nobody who was on the page on neither day; the refusal names the lesson’s', () => {
    given(world(left('2024-09-01')), history)
      .when(recordMark({ givenOn: '2024-09-03' }))
      .thenRefuses({ code: 'NOT_ON_ROSTER', facts: { day: '2024-09-02' } });
  });

  it('lies never in the future', () => {
    given(world(), history)
      .when(recordMark({ givenOn: '2026-11-23' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { givenOn: '2026-11-23', today: '2026-11-22' } });
  });

  it('is no word of a teacher, who records on the day of the lesson', () => {
    given(world())
      .when(recordMark({ givenOn: '2024-09-02' }))
      .thenRefuses({ code: 'NOT_PERMITTED', facts: { capability: 'history.import' } });
  });
});
