import type { EventNamed } from '../../events/register.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { groupMeasures } from './folds/control.ts';
import { groups, staysOn } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { isRefused, rightAsCurator } from './rights.ts';

/** Notes what was done about what the monitoring of a group shows. */
export type TakeMeasure = EventNamed<'MeasureTaken'>['data'] & { readonly note: string };

/** Records a measure of the group’s own curator (R-MON-12): about the group, one of its students, or one of its pages. */
export function* takeMeasure(circumstances: Circumstances, { note, ...measure }: TakeMeasure): Deciding {
  const { group, student, journal, on } = measure;
  const subject = { journal: journal ?? undefined, student: student ?? undefined };
  const right = yield* rightAsCurator(circumstances, 'measure.take', group, subject);
  if (isRefused(right)) return right;
  if (note.trim() === '') return refuse('REASON_REQUIRED', subject);
  const { today } = circumstances;
  if (on > today) return refuse('DATE_OUT_OF_RANGE', subject, { on, today });
  const { members } = yield* read(groups, group);
  if (student !== null && !staysOn(members.get(student) ?? [], on))
    return refuse('NOT_IN_GROUP', subject, { what: 'student' });
  if (journal !== null && (yield* read(journals, journal)).opened?.group !== group)
    return refuse('NOT_IN_GROUP', subject, { what: 'journal' });
  if (yield* read(groupMeasures, measure.measure))
    return refuse('ALREADY_EXISTS', subject, { what: 'measure' });
  const event = { type: 'MeasureTaken', data: measure, sealed: { note } } as const;
  return accept(right, [{ category: 'groupMeasure', id: measure.measure, events: [event] }], {
    occurredOn: on,
  });
}
