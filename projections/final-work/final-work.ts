import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import {
  courseWorkHandlers,
  pageHandlers,
  qualificationHandlers,
  studentHandlers,
  supervisionHandlers,
} from './apply.ts';
import { courseWork, courseWorkPage, finalQualification, finalStudent, supervision } from './table.ts';

/** Course works, supervisors, theses and demonstration exams. */
export const finalWork = defineProjection({
  name: 'finalWork',
  version: 1,
  tables: [
    projected(courseWorkPage, pageHandlers),
    projected(courseWork, courseWorkHandlers, [personal('special', 'student', ['topic'])]),
    projected(finalStudent, studentHandlers),
    projected(supervision, supervisionHandlers),
    projected(finalQualification, qualificationHandlers),
  ],
});
