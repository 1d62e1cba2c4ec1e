import {
  academicCalendarHandlers,
  academicYearHandlers,
  attendanceRegimeHandlers,
  bellScheduleHandlers,
  productionCalendarHandlers,
} from '../../projections/calendar/apply.ts';
import {
  buildingHandlers,
  collegeInformationHandlers,
  departmentHandlers,
  groupPlacementHandlers,
  referenceCheckHandlers,
  roomHandlers,
  studyStreamHandlers,
} from '../../projections/calendar/apply-reference.ts';
import { by, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { calendarImported, calendarSet } from '../support/school-year.ts';
import { college, group, happened, petrova } from '../support/world.ts';

const [building, room, department, stream, schedule, period] = [
  'building',
  'room',
  'department',
  'stream',
  'schedule',
  'period',
].map(idOf) as [string, string, string, string, string, string];

describe('the academic year', () => {
  it('is the calendar that was set last, and counts how often it was set', () => {
    const [first] = calendarSet.data.stretches;
    const again = {
      ...calendarSet,
      data: { ...calendarSet.data, stretches: first ? [first] : [], order: '№ 7' },
    };
    const own = { ...calendarSet, data: { ...calendarSet.data, for: { kind: 'group', id: group } as const } };
    expect(rowsOf(academicCalendarHandlers, calendarSet, own, again)).toMatchObject([
      { year: '2024', owner: 'college', ownerKind: 'college', revision: 2, stretches: [first], order: '№ 7' },
      { year: '2024', owner: group, ownerKind: 'group', revision: 1 },
    ]);
  });

  it('gathers its periods, its working regime and the opening of its journal, in whatever order they come', () => {
    const entered = happened('AttestationPeriodEntered', {
      year: 2024,
      period,
      kind: 'semester',
      from: '2024-09-01',
      until: '2024-12-28',
    });
    const regime = {
      workingWeek: 6,
      opensAt: '08:00',
      closesAt: '20:00',
      shifts: 2,
      closedOn: [],
      order: null,
    } as const;
    const rows = rowsOf(
      academicYearHandlers,
      happened('JournalYearOpened', { year: 2024, order: null }),
      entered,
      happened('WorkingRegimeSet', { year: 2024, ...regime, closedOn: [] }),
    );
    expect(rows).toEqual([{ year: '2024', regime, periods: [period], openedAt: '2024-08-20T06:00:00.000Z' }]);
  });

  it('has production calendars, bells and regimes beside it', () => {
    expect(rowsOf(productionCalendarHandlers, calendarImported)).toMatchObject([
      { year: '2024', source: 'xmlcalendar.ru' },
    ]);
    const set = happened('BellScheduleSet', {
      college,
      schedule,
      title: 'Обычный день',
      weekdays: [1],
      dayKind: 'ordinary',
      from: '2024-09-01',
      pairs: [{ number: 1, startsAt: '08:30', endsAt: '10:00' }],
      order: null,
    });
    const withdrawn = happened('BellScheduleWithdrawn', { college, schedule, until: '2024-12-31' });
    expect(rowsOf(bellScheduleHandlers, set, withdrawn)).toMatchObject([{ schedule, until: '2024-12-31' }]);
    const regime = (from: string) =>
      happened('AttendanceRegimeSet', {
        of: { kind: 'group', id: group },
        from,
        workingWeek: 5,
        shift: 1,
        startsAt: null,
        weeklyHours: 36,
        order: null,
      });
    expect(rowsOf(attendanceRegimeHandlers, regime('2024-09-01'), regime('2025-01-09'))).toMatchObject([
      { owner: group, kind: 'group', regimes: [{ from: '2024-09-01' }, { from: '2025-01-09' }] },
    ]);
  });
});

describe('the reference data', () => {
  it('keep a room that was closed, for the lessons that were held there', () => {
    const added = { college, building, room, number: '301', kind: 'classroom', capacity: 30 } as const;
    const rows = rowsOf(
      roomHandlers,
      happened('RoomAdded', added),
      happened('RoomChanged', { ...added, capacity: 28 }),
      happened('RoomClosed', { college, building, room }),
    );
    expect(rows).toEqual([{ building, room, number: '301', kind: 'classroom', capacity: 28, closed: true }]);
  });

  it('show buildings, departments, streams, places and descriptions as they are called last', () => {
    const named = (name: string) => ({ college, building, name, address: null });
    expect(
      rowsOf(
        buildingHandlers,
        happened('BuildingRegistered', named('Старый')),
        happened('BuildingChanged', named('Новый')),
      ),
    ).toEqual([{ building, name: 'Новый', address: null }]);
    expect(
      rowsOf(
        departmentHandlers,
        happened('DepartmentRegistered', { college, department, name: 'А' }),
        happened('DepartmentRenamed', { college, department, name: 'Б' }),
      ),
    ).toEqual([{ department, name: 'Б' }]);
    expect(
      rowsOf(studyStreamHandlers, happened('StudyStreamRegistered', { college, stream, name: 'П' })),
    ).toEqual([{ stream, name: 'П' }]);
    expect(
      rowsOf(groupPlacementHandlers, happened('GroupPlaced', { group, department, stream: null })),
    ).toEqual([{ group, department, stream: null }]);
    expect(
      rowsOf(
        collegeInformationHandlers,
        happened('CollegeInformationFilled', { college, section: 'general' }, { text: 'Колледж' }),
      ),
    ).toMatchObject([{ section: 'general', text: 'Колледж' }]);
  });

  it('tell of a check who did it first, and what the last one found', () => {
    const of = { what: 'groupComposition', group, term: '2024' } as const;
    const checked = (faults: number) =>
      happened('ReferenceDataChecked', { ...of, deadline: '2024-08-30', faults });
    const rows = rowsOf(
      referenceCheckHandlers,
      happened('SourceDocumentsHandedOver', { ...of, on: '2024-08-22' }),
      by(checked(3), { account: petrova }, { occurredOn: '2024-08-29' }),
      by(checked(0), { account: 'another' }, { occurredOn: '2024-09-02' }),
    );
    expect(rows).toMatchObject([
      {
        ...of,
        documentsOn: '2024-08-22',
        checkedOn: '2024-08-29',
        checkedBy: petrova,
        deadline: '2024-08-30',
        faults: 0,
      },
    ]);
  });
});
