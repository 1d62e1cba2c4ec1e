import type { EventNamed } from '../../../events/register.ts';
import { defineFold } from '../decision.ts';

/** A request about a student, and what became of it; texts are `null` once erased. */
export interface StudentChangeState extends Omit<EventNamed<'StudentChangeRequested'>['data'], 'request'> {
  readonly status: 'open' | 'accepted' | 'declined';
  readonly requestedBy: string;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
}

/** Folds `changeRequest-<id>`. */
export const studentChanges = defineFold<StudentChangeState | null, 'changeRequest'>('changeRequest', null, {
  StudentChangeRequested: (_, { data: { request: __, ...data }, sealed, meta }) => ({
    ...data,
    status: 'open',
    requestedBy: meta.actor.account,
    familyName: sealed?.familyName ?? null,
    givenName: sealed?.givenName ?? null,
    patronymic: sealed?.patronymic ?? null,
  }),
  StudentChangeAccepted: (state) => state && { ...state, status: 'accepted' },
  StudentChangeDeclined: (state) => state && { ...state, status: 'declined' },
});
