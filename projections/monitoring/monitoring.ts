import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { changeHandlers } from './apply-change.ts';
import { activityHandlers, timelinessHandlers } from './apply-entries.ts';
import { councilHandlers, lessonHandlers } from './apply-lesson.ts';
import { closingHandlers, loadHandlers, resetHandlers } from './apply-standing.ts';
import {
  monitoredActivity,
  monitoredChange,
  monitoredClosing,
  monitoredLesson,
  monitoredLoad,
  monitoredReset,
  monitoredTimeliness,
  pedagogicalCouncil,
} from './table.ts';

/** How the journal is kept: how timely, how completely, by whom, and which changes stand out. */
export const monitoring = defineProjection({
  name: 'monitoring',
  version: 5,
  tables: [
    projected(monitoredLesson, lessonHandlers),
    projected(monitoredTimeliness, timelinessHandlers),
    projected(monitoredActivity, activityHandlers),
    projected(monitoredChange, changeHandlers),
    projected(monitoredClosing, closingHandlers),
    projected(monitoredLoad, loadHandlers),
    projected(monitoredReset, resetHandlers),
    projected(pedagogicalCouncil, councilHandlers, [personal('special', 'council', ['title'])]),
  ],
});
