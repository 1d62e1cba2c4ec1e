import { defineProjection, projected } from '../definition.ts';
import { changeHandlers } from './apply-change.ts';
import { activityHandlers, timelinessHandlers } from './apply-entries.ts';
import { councilHandlers, lessonHandlers } from './apply-lesson.ts';
import {
  monitoredActivity,
  monitoredChange,
  monitoredLesson,
  monitoredTimeliness,
  pedagogicalCouncil,
} from './table.ts';

/** How the journal is kept: how timely, how completely, by whom, and which changes stand out. */
export const monitoring = defineProjection({
  name: 'monitoring',
  version: 4,
  tables: [
    projected(monitoredLesson, lessonHandlers),
    projected(monitoredTimeliness, timelinessHandlers),
    projected(monitoredActivity, activityHandlers),
    projected(monitoredChange, changeHandlers),
    projected(pedagogicalCouncil, councilHandlers),
  ],
});
