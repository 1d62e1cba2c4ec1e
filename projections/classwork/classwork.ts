import { defineProjection, projected } from '../definition.ts';
import {
  activityHandlers,
  assignmentHandlers,
  controlWorkHandlers,
  mistakeReportHandlers,
  topicDebtHandlers,
} from './apply.ts';
import { activity, assignment, controlWork, mistakeReport, topicDebt } from './table.ts';

/** Work around the lessons: tasks, what is owed of them, control works, reported mistakes, extracurricular work. */
export const classwork = defineProjection({
  name: 'classwork',
  version: 1,
  tables: [
    projected(assignment, assignmentHandlers),
    projected(topicDebt, topicDebtHandlers),
    projected(controlWork, controlWorkHandlers),
    projected(mistakeReport, mistakeReportHandlers),
    projected(activity, activityHandlers),
  ],
});
