import { existing, type Handlers } from '../projection.ts';
import type { Outage } from './table.ts';

/** A text unless it was erased. */
const present = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

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
    const { outage } = event.data;
    const next = (row: Outage | undefined) => {
      const found = existing(row, event);
      return { ...found, requests: [...found.requests, ...present(event.sealed?.reference)] };
    };
    return [{ key: [outage], next }];
  },
  InspectionDeferred: (event) => {
    const { outage } = event.data;
    const next = (row: Outage | undefined) => {
      const found = existing(row, event);
      const inspections = [...found.deferredInspections, ...present(event.sealed?.inspection)];
      return { ...found, deferredInspections: inspections };
    };
    return [{ key: [outage], next }];
  },
  AccessRestored: (event) => {
    const { outage, on: until, backEntryUntil } = event.data;
    const clause = event.meta.rule?.clause ?? null;
    return [{ key: [outage], next: (row) => ({ ...existing(row, event), until, backEntryUntil, clause }) }];
  },
};
