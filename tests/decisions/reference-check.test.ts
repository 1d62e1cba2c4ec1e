import { adopted, regulationChanged } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  college,
  command,
  curator,
  group,
  happened,
  petrova,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const books = (term = '2024', faults = 0) =>
  command('CheckReferenceData', { what: 'referenceBooks', group: null, term, faults });
const documents = command('HandOverSourceDocuments', { what: 'referenceBooks', group: null, term: '2024' });
const composition = (of: string | null = group) =>
  command('CheckReferenceData', { what: 'groupComposition', group: of, term: '2024', faults: 0 });
const on = (day: string, by = administrator) => ({ by, on: day });

/** psi.thinkery asks for the reference books every month, Bakal for the questionnaires. */
const monthly = { [streams.regulation]: [adopted('000')] };
const reviewing = { [streams.regulation]: [adopted('001')] };

describe('a check of the reference books', () => {
  it('T-48: is judged by the regulation of the year it is for, though another one came since', () => {
    const changed = regulationChanged('2024-08-20', { 'referenceData.checkDeadline': null });
    given(world({ [streams.regulation]: [adopted('003'), changed] }), on('2024-08-29'))
      .when(books())
      .thenRecords(
        { type: 'ReferenceDataChecked', data: { deadline: '2024-08-28' } },
        { rule: { clause: '003 §3.2 L51-56', late: true } },
      );
  });

  it.each([
    ['2024-08-27', false],
    ['2024-08-28', false],
    ['2024-08-29', true],
  ])('R-REF-01, T-47: on %s for the year about to start is late: %s', (day, late) => {
    given(world(), on(day))
      .when(books())
      .thenRecords(
        { type: 'ReferenceDataChecked', data: { term: '2024', deadline: '2024-08-28' } },
        {
          rule: {
            parameter: 'referenceData.checkDeadline',
            clause: '003 §3.2 L51-56',
            deadline: '2024-08-28',
            late,
          },
        },
      );
  });

  it.each([
    ['2024-08-21', false],
    ['2024-08-22', true],
  ])('R-REF-03: has its documents a week before; those of %s are late: %s', (day, late) => {
    given(world(), on(day))
      .when(documents)
      .thenRecords(
        { type: 'SourceDocumentsHandedOver', data: { on: day } },
        {
          rule: { parameter: 'referenceData.docsLeadDays', clause: '003 §1.6', deadline: '2024-08-21', late },
        },
      );
  });

  it('R-REF-02, T-58, D-18: comes back every month by the 25th where the regulation says so', () => {
    given(world(monthly), on('2024-09-25'))
      .when(books('2024-09'))
      .thenRecords({ type: 'ReferenceDataChecked' }, { rule: { deadline: '2024-09-25', late: false } });
    given(world(monthly), on('2024-10-26'))
      .when(books('2024-10'))
      .thenRecords({ type: 'ReferenceDataChecked' }, { rule: { deadline: '2024-10-25', late: true } });
    given(world(monthly), on('2024-09-25'))
      .when(books('2024'))
      .thenRefuses({
        code: 'IMPOSSIBLE_VALUE',
        facts: { term: '2024', expected: 'month' },
        clause: '000 §3.2.1 L37',
      });
  });

  it('is done once it found nothing wrong, and again where it did', () => {
    const checked = (faults: number) => ({
      [`referenceCheck-referenceBooks.${college}.2024`]: [
        happened('ReferenceDataChecked', {
          what: 'referenceBooks',
          group: null,
          term: '2024',
          deadline: '2024-08-28',
          faults,
        }),
      ],
    });
    given(world(checked(0)), on('2024-08-26'))
      .when(books())
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(checked(3)), on('2024-08-26'))
      .when(books())
      .thenRecords({ type: 'ReferenceDataChecked', data: { faults: 0 } });
  });

  it('is not a teacher’s, nor a curator’s, nor one of a month to come', () => {
    for (const by of [petrova, curator])
      given(world(), on('2024-08-26', by)).when(books()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(monthly), on('2024-09-25'))
      .when(books('2024-10'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { term: '2024-10', today: '2024-09-25' } });
  });
});

describe('a check of a group', () => {
  it.each([
    ['2024-08-30', false],
    ['2024-08-31', true],
  ])('R-REF-07: of its composition by the curator on %s is late: %s', (day, late) => {
    given(world(), on(day, curator))
      .when(composition())
      .thenRecords(
        { type: 'ReferenceDataChecked', data: { group } },
        { right: 'groupCurator', rule: { clause: '003 §3.2 L71-73', deadline: '2024-08-30', late } },
      );
  });

  it('is its own curator’s, and of a group that is there', () => {
    const stranger = idOf('stranger');
    given(world(withRole(stranger, 'groupCurator')), on('2024-08-30', stranger))
      .when(composition())
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    for (const nowhere of [null, idOf('nowhere')])
      given(world(), on('2024-08-30')).when(composition(nowhere)).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('of its questionnaires is due with the month where the regulation asks for it, and else flagged by nothing', () => {
    const review = command('CheckReferenceData', { what: 'personalData', group, term: '2024-09', faults: 2 });
    given(world(reviewing), on('2024-09-30', curator))
      .when(review)
      .thenRecords({ type: 'ReferenceDataChecked' }, { rule: { deadline: '2024-09-30', late: false } });
    given(world(), on('2024-10-05', curator))
      .when(review)
      .thenRecords({ type: 'ReferenceDataChecked', data: { deadline: null, faults: 2 } }, { rule: null });
  });
});
