import type { Role } from '../../../events/role.ts';
import { boundsOf } from '../academic-year.ts';
import { plusDays, type PlainDate } from '../calendar.ts';
import { controlDue } from '../control-due.ts';
import { dutyKey, type Owed } from './duty.ts';
import { isStudied, type ControlFact, type Inquiry } from './facts.ts';
import { ofCollege, owed } from './owing.ts';

/** One turn of a control: its last day, and when it was done. */
export interface Turn {
  readonly dueOn: PlainDate;
  /** The day the turn began to run. */
  readonly from: PlainDate;
  readonly doneOn: PlainDate | null;
}

/**
 * The turns of a control within some days: each is due so many weeks or months after the last control, or after the
 * turn that was missed. A control that comes late closes every turn it is too late for; the next one runs from it.
 */
export const turnsOf = (
  due: (last: PlainDate) => PlainDate | null,
  controls: readonly PlainDate[],
  days: { readonly from: PlainDate; readonly until: PlainDate },
): readonly Turn[] => {
  const turns: Turn[] = [];
  let last = plusDays(days.from, -1);
  for (;;) {
    const dueOn = due(last);
    if (dueOn === null || dueOn > days.until) return turns;
    const start = last;
    const doneOn = controls.find((on) => on > start) ?? null;
    turns.push({ dueOn, from: plusDays(last, 1), doneOn });
    const next = due(dueOn);
    const closesMore = doneOn !== null && next !== null && next < doneOn;
    last = doneOn === null || closesMore ? dueOn : doneOn;
  }
};

const daysOf = (controls: readonly ControlFact[], role: Role): readonly PlainDate[] =>
  controls
    .filter((control) => control.role === role)
    .map(({ on }) => on)
    .sort();

/**
 * The control of how the journal is kept: each role that the regulation names owes its own (R-MON-02…05, D-14).
 * Without a number there is a duty and no date, so no task (T-59).
 */
export const controlsOfYear = (
  { facts, regulationOn }: Inquiry,
  year: number,
): readonly (Owed & { readonly doneOn: PlainDate | null })[] => {
  const parameter = 'control.frequency';
  const bounds = boundsOf(year);
  const regulation = regulationOn(bounds.from);
  const rule = regulation.value(parameter);
  if (rule === null) return [];
  return rule.by.flatMap((role) =>
    turnsOf((last) => controlDue(rule, last), daysOf(facts.controls, role), bounds)
      .filter(({ from, dueOn }) => isStudied(facts, { from, until: dueOn }))
      .map(({ dueOn, doneOn }) => {
        const key = dutyKey('journalControl', role, dueOn);
        const ground = { duty: 'journalControl', term: dueOn, dueOn, regulation, parameter } as const;
        return { ...owed(ground, ofCollege([role]), { key }), doneOn };
      }),
  );
};
