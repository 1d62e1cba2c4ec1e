import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import * as reference from './apply-reference.ts';
import * as year from './apply.ts';
import {
  building,
  collegeInformation,
  department,
  groupPlacement,
  referenceCheck,
  room,
  studyStream,
} from './table-reference.ts';
import {
  academicCalendar,
  academicYear,
  attendanceRegime,
  bellSchedule,
  productionCalendar,
} from './table.ts';

/** The time and the places of a college: its calendars, bells and regimes, its premises, and what is kept beside. */
export const calendar = defineProjection({
  name: 'calendar',
  version: 2,
  tables: [
    projected(productionCalendar, year.productionCalendarHandlers),
    projected(academicYear, year.academicYearHandlers),
    projected(academicCalendar, year.academicCalendarHandlers),
    projected(attendanceRegime, year.attendanceRegimeHandlers),
    projected(bellSchedule, year.bellScheduleHandlers),
    projected(building, reference.buildingHandlers),
    projected(room, reference.roomHandlers),
    projected(department, reference.departmentHandlers),
    projected(studyStream, reference.studyStreamHandlers),
    projected(groupPlacement, reference.groupPlacementHandlers),
    projected(collegeInformation, reference.collegeInformationHandlers, [
      personal('special', 'about', ['text']),
    ]),
    projected(referenceCheck, reference.referenceCheckHandlers),
  ],
});
