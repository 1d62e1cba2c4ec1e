import type { EventNamed } from '../../../events/register.ts';
import type { Role } from '../../../events/role.ts';
import { defineFold } from '../decision.ts';

type Made = EventNamed<'ExportMade'>['data'];

/** An export; `null` before it is asked for. */
export type ExportState =
  | (Pick<EventNamed<'ExportRequested'>['data'], 'format' | 'withProofs' | 'filter'> & {
      readonly owner: string;
      /** The session in which it was asked for: the file is made in its name. */
      readonly session: string;
      /** The role that gave the right to ask. */
      readonly right: Role | null;
      readonly made: Omit<Made, 'export'> | null;
      readonly failed: EventNamed<'ExportFailed'>['data']['cause'] | null;
    })
  | null;

/** Folds `export-<id>`. */
export const exports = defineFold<ExportState, 'export'>('export', null, {
  ExportRequested: (_, { data: { format, withProofs, filter }, meta: { actor } }) => ({
    format,
    withProofs,
    filter,
    owner: actor.account,
    session: actor.session,
    right: actor.role,
    made: null,
    failed: null,
  }),
  ExportMade: (state, { data: { export: _, ...made } }) => state && { ...state, made },
  ExportFailed: (state, { data: { cause } }) => state && { ...state, failed: cause },
  ExportFetched: (state) => state,
});
