import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
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
    projected(assignment, assignmentHandlers, [personal('special', 'journal', ['contents'])]),
    projected(topicDebt, topicDebtHandlers, [personal('special', 'student', ['topic'])]),
    projected(controlWork, controlWorkHandlers, [personal('special', 'journal', ['topic'])]),
    projected(mistakeReport, mistakeReportHandlers, [personal('special', 'student', ['explanation'])]),
    projected(activity, activityHandlers, [personal('special', 'group', ['title', 'notes'])]),
  ],
});
