import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';

/** Which pages are asked about; what is left out does not narrow them. */
export interface PageFilter {
  readonly journal?: string | undefined;
  readonly group?: string | undefined;
  readonly period?: string | undefined;
  /** An account that has the page in its load. */
  readonly teacher?: string | undefined;
}

/** The pages that were asked about and lie within the scope, as the beginning of a query. */
export const pagesWithin = (reader: Reader, scope: Scope, { journal, group, period, teacher }: PageFilter) =>
  reader
    .selectFrom('gradebook_page as p')
    .where('p.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('p.journal')], groups: [eb.ref('p.group')] }))
    .$if(journal !== undefined, (query) => query.where('p.journal', '=', journal ?? ''))
    .$if(group !== undefined, (query) => query.where('p.group', '=', group ?? ''))
    .$if(period !== undefined, (query) => query.where('p.period', '=', period ?? ''))
    .$if(teacher !== undefined, (query) =>
      query.where('p.teachers', '@>', JSON.stringify([teacher]) as never),
    );
