import { doneHandlers, groupHandlers } from '../../projections/duties/apply.ts';
import { dutyFacts } from '../../projections/duties/facts.ts';
import type { DutyFacts } from '../../src/policies/duties/facts.ts';
import { by, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import { readSide, scope, type ReadSide } from '../support/read-side.ts';
import {
  algebra,
  autumn,
  courseUnit,
  curator,
  father,
  first,
  group,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const on = (occurredOn: string) => ({ occurredOn });

describe('what was done of what is owed', () => {
  it('R-REF-01, R-REF-03, R-REF-07: checks and their documents, by the year or month they were for', () => {
    const checked = { what: 'groupComposition', group, term: '2024' } as const;
    const books = { what: 'referenceBooks', group: null, term: '2024-09' } as const;
    expect(
      rowsOf(
        doneHandlers,
        by(happened('SourceDocumentsHandedOver', { ...checked, on: '2024-08-22' }), {}, on('2024-08-22')),
        by(happened('ReferenceDataChecked', { ...checked, deadline: null, faults: 2 }), {}, on('2024-08-29')),
        by(happened('ReferenceDataChecked', { ...checked, deadline: null, faults: 0 }), {}, on('2024-09-02')),
        by(happened('ReferenceDataChecked', { ...books, deadline: null, faults: 0 }), {}, on('2024-09-25')),
      ),
    ).toMatchObject([
      { key: `sourceDocuments.${group}.2024`, doneOn: '2024-08-22' },
      // The first time counts: what it found is another question.
      { key: `groupCompositionCheck.${group}.2024`, doneOn: '2024-08-29' },
      { key: 'referenceDataCheck.college.2024-09', doneOn: '2024-09-25' },
    ]);
  });

  it('R-ACC-10, R-MON-16, R-REF-12: briefings, weeks, plans and what is closed by saying so', () => {
    const plan = { plan: idOf('plan'), courseUnit, group, academicYear: 2024, hours: 34 };
    expect(
      rowsOf(
        doneHandlers,
        happened('GroupBriefed', { group, on: '2024-08-31', audience: 'students' }),
        happened('AttendanceWeekChecked', { group, week: '2024-09-02' }),
        happened('ThematicPlanAdopted', { ...plan, curriculumHours: null, basedOn: null }),
        happened('DutyFulfilled', { duty: 'performanceReport', group, term: autumn }),
      ).map(({ key }) => key),
    ).toEqual([
      `studentBriefing.${group}.2024`,
      `attendanceWeekCheck.${group}.2024-09-02`,
      `thematicPlan.${group}.${courseUnit}.2024`,
      `performanceReport.${group}.${autumn}`,
    ]);
  });

  it('a group owes from the day it was formed to its graduation, by whoever is its curator', () => {
    const formed = by(
      happened('GroupFormed', { group, name: 'С-21', year: 1, semester: 1 }),
      {},
      on('2024-06-01'),
    );
    const assigned = happened('GroupCuratorAssigned', { group, account: curator, order: null });
    const order = { number: '12-с', date: '2028-06-20' };
    const graduated = happened('GroupGraduated', {
      group,
      on: '2028-06-30',
      students: [],
      leftOut: 0,
      order,
    });
    const told = rowsOf(groupHandlers, formed, assigned, graduated);
    expect(told).toEqual([{ group, curator, formedOn: '2024-06-01', graduatedOn: '2028-06-30' }]);
    const annulled = happened('GroupMovementAnnulled', {
      group,
      movement: idOf('graduation'),
      kind: 'graduation',
      year: 4,
      semester: 8,
      order: null,
    });
    expect(rowsOf(groupHandlers, formed, assigned, graduated, annulled)).toMatchObject([
      { graduatedOn: null },
    ]);
  });
});

describe('the facts behind the tasks', () => {
  let side: ReadSide;
  let facts: DutyFacts;

  beforeAll(async () => {
    side = await readSide();
    const outage = idOf('outage');
    const history: History = world({
      [`outage-${outage}`]: [
        happened('OutageDeclared', { outage, from: '2024-09-09' }),
        happened('AccessRestored', { outage, on: '2024-09-10', backEntryUntil: '2024-09-17' }),
      ],
      [streams.attendance]: [
        happened('AbsenceRecorded', { journal: algebra, lesson: first, student: ivanova, academicHours: 2 }),
      ],
      [`windowGrant-${idOf('grant')}`]: [
        happened('EditWindowGrantProposed', {
          journal: algebra,
          grant: idOf('grant'),
          covers: 'currentMarks',
          lesson: null,
          account: null,
          until: '2024-10-10',
        }),
      ],
      [streams.access(father)]: [
        happened('ElectronicAccessDeclined', { account: father, on: '2024-09-05', statement: '№ 3' }),
      ],
    });
    const id = await side.tell(history);
    facts = await dutyFacts(
      side.reader,
      scope(id, 'deputyDirector', 'task.read'),
      { from: '2024-09-01', until: '2024-12-31' },
      '2024-09-20',
    );
  });
  afterAll(() => side.close());

  it('T-40: name the groups with their curators and the guardians who want paper', () => {
    expect(facts.groups).toMatchObject([{ group, curator, guardiansOnPaper: 1, graduatedOn: null }]);
  });

  it('R-REF-12: name the pages with their teachers and the day of the first lesson', () => {
    expect(facts.pages).toEqual([
      { journal: algebra, group, courseUnit, period: autumn, teachers: [petrova], firstLesson: '2024-09-02' },
    ]);
    expect(facts.periods).toMatchObject([{ period: autumn, kind: 'semester', until: '2024-12-28' }]);
  });

  it('R-OUT-02, T-42: count the lessons of an outage that are not yet in the journal', () => {
    expect(facts.backEntries).toEqual([
      { outage: idOf('outage'), journal: algebra, until: '2024-09-17', missing: 1 },
    ]);
  });

  it('R-ATT-09: know in which months absences are still to be classified', () => {
    expect([...facts.unclassified]).toEqual([`${group}.2024-09`]);
  });

  it('hold what waits for a second person', () => {
    expect(facts.pending).toEqual([
      { duty: 'windowConfirmation', id: idOf('grant'), until: '2024-10-10', journal: algebra },
    ]);
  });
});
