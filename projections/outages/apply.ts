import { existing, type Handlers } from '../projection.ts';
import type { Outage } from './table.ts';

/** From the declaration of an outage to its end. */
export const outageHandlers: Handlers<Outage> = {
  OutageDeclared: ({ data: { outage, from }, sealed, meta }) => [
    {
      key: [outage],
      next: () => ({
        outage,
        from,
        until: null,
        backEntryUntil: null,
        clause: null,
        declaredBy: meta.actor.account,
        reason: sealed?.reason ?? null,
        requests: [],
        deferredInspections: [],
      }),
    },
  ],
  DevelopersAsked: (event) => {
    const { outage, reference } = event.data;
    const next = (row: Outage | undefined) => {
      const found = existing(row, event);
      return { ...found, requests: [...found.requests, reference] };
    };
    return [{ key: [outage], next }];
  },
  InspectionDeferred: (event) => {
    const { outage, inspection } = event.data;
    const next = (row: Outage | undefined) => {
      const found = existing(row, event);
      return { ...found, deferredInspections: [...found.deferredInspections, inspection] };
    };
    return [{ key: [outage], next }];
  },
  AccessRestored: (event) => {
    const { outage, on: until, backEntryUntil } = event.data;
    const clause = event.meta.rule?.clause ?? null;
    return [{ key: [outage], next: (row) => ({ ...existing(row, event), until, backEntryUntil, clause }) }];
  },
};
