import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import * as plans from './apply-plan.ts';
import { curriculumHandlers, groupCurriculumHandlers, loadHandlers } from './apply.ts';
import {
  gradingCriteria,
  programmeLesson,
  programmePage,
  thematicPlan,
  thematicPlanItem,
  workProgramme,
} from './table-plan.ts';
import { curriculum as curriculumTable, groupCurriculum, loadHours } from './table.ts';

/** What is to be taught, by whom and when, and what of it has been. */
export const curriculum = defineProjection({
  name: 'curriculum',
  version: 1,
  tables: [
    projected(curriculumTable, curriculumHandlers),
    projected(groupCurriculum, groupCurriculumHandlers),
    projected(loadHours, loadHandlers),
    projected(thematicPlan, plans.planHandlers),
    projected(thematicPlanItem, plans.planItemHandlers, [personal('special', 'plan', ['topic'])]),
    projected(programmePage, plans.programmePageHandlers),
    projected(programmeLesson, plans.programmeLessonHandlers),
    projected(workProgramme, plans.workProgrammeHandlers, [
      personal('special', 'courseUnit', ['contents', 'codifier']),
    ]),
    projected(gradingCriteria, plans.criteriaHandlers, [personal('special', 'courseUnit', ['criteria'])]),
  ],
});
