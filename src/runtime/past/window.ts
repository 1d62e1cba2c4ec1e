import type { Recorded } from '../../../events/recorded.ts';
import type { EventLog } from '../../log/event-log.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import type { Grant } from '../../policies/edit-window.ts';
import type { ParameterKey } from '../../policies/regulation/parameters.ts';
import { eventsUntil } from './streams.ts';

/** Which window is asked about. */
export interface WindowOf {
  readonly kind: 'lesson' | 'attestation' | 'grant';
  readonly id: string;
  readonly journal: string;
  readonly period: string;
  readonly lesson: string | null;
  readonly covers: Grant['covers'];
}

/** An event behind a window, and the last day it gave; `null` where it gave none. */
export interface WindowEvent {
  readonly event: Recorded;
  readonly until: PlainDate | null;
}

/** What a window is made of, each part in the order of the log. */
export interface WindowParts {
  /** The day its term is counted from and whose regulation counts, and the parameter; `null` for a grant. */
  readonly anchor: PlainDate | null;
  readonly parameter: ParameterKey | null;
  readonly deadlines: readonly WindowEvent[];
  readonly grants: readonly WindowEvent[];
  readonly locks: readonly WindowEvent[];
  readonly sheets: readonly WindowEvent[];
}

const deadlineIn = ({ kind, lesson, id }: WindowOf, event: Recorded): readonly WindowEvent[] => {
  switch (event.type) {
    case 'LessonScheduled':
    case 'LessonMoved':
      return kind === 'lesson' && event.data.lesson === lesson
        ? [{ event, until: event.data.marksUntil }]
        : [];
    case 'AttestationPeriodSet':
      return kind === 'attestation' ? [{ event, until: event.data.attestationMarksUntil }] : [];
    case 'EditWindowGranted':
      return kind === 'grant' && event.data.grant === id ? [{ event, until: event.data.until }] : [];
    default:
      return [];
  }
};

const grantsIn = ({ lesson, covers }: WindowOf, events: readonly Recorded[]): readonly WindowEvent[] => {
  const known = new Set<string>();
  return events.flatMap((event): readonly WindowEvent[] => {
    if (event.type === 'EditWindowGranted') {
      const { data } = event;
      const isOver = data.lesson === null || data.lesson === lesson;
      if (data.covers !== covers || !isOver) return [];
      known.add(data.grant);
      return [{ event, until: data.until }];
    }
    const isEnd = event.type === 'EditWindowGrantRevoked' && known.has(event.data.grant);
    return isEnd ? [{ event, until: null }] : [];
  });
};

const dayOf = (last: Recorded | undefined): PlainDate | null => {
  if (last?.type === 'LessonScheduled' || last?.type === 'LessonMoved') return last.data.date;
  return last?.type === 'AttestationPeriodSet' ? last.data.until : null;
};

const PARAMETERS: Readonly<Record<WindowOf['kind'], ParameterKey | null>> = {
  lesson: 'currentMark.editWindowDays',
  attestation: 'attestation.editWindowDays',
  grant: null,
};

/** What gave a window its deadline, opened it again, or closed it early, up to a position. Throws `PastTooWide`. */
export const windowEvents = async (
  log: EventLog,
  college: string,
  window: WindowOf,
  position: bigint,
): Promise<WindowParts> => {
  const { journal, period } = window;
  const events = await eventsUntil(log, college, [`journal-${journal}`, `period-${period}`], position);
  const deadlines = events.flatMap((event) => deadlineIn(window, event));
  const undated = (of: (event: Recorded) => boolean): readonly WindowEvent[] =>
    events.filter(of).map((event) => ({ event, until: null }));
  return {
    anchor: dayOf(deadlines.at(-1)?.event),
    parameter: PARAMETERS[window.kind],
    deadlines,
    grants: window.kind === 'grant' ? [] : grantsIn(window, events),
    locks: undated(({ type }) => type === 'AttestationPeriodLocked' || type === 'AttestationPeriodReopened'),
    sheets: undated((event) => event.type === 'AttestationSheetCompleted' && event.data.locks),
  };
};
