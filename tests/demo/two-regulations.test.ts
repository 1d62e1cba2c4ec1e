import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed, EventType } from '../../events/register.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import { planOf } from '../../src/demo/plan.ts';
import { eventsIn, makeSmall, NOW, shrunkCollege, smallCollege } from './small-demo.ts';

const made = async (college: typeof smallCollege): Promise<readonly Recorded[]> => {
  const { log } = await makeSmall(NOW, undefined, college);
  return await eventsIn(log, college);
};

const named = <Type extends EventType>(events: readonly Recorded[], type: Type) =>
  events.filter((event) => event.type === type) as unknown as readonly Recorded<EventNamed<Type>>[];

describe('The same act under two regulations', () => {
  let under003: readonly Recorded[];
  let under004: readonly Recorded[];

  const tenDaysAfter = (college: typeof smallCollege): string =>
    plusDays(planOf(college, NOW).finished.until, 10);
  const onDay = (day: string) => (event: Recorded) => event.meta.at.startsWith(day);

  beforeAll(async () => {
    [under003, under004] = await Promise.all([made(shrunkCollege), made(smallCollege)]);
  });

  it('starts from the regulation each college adopted at its founding', () => {
    expect(named(under003, 'RegulationAdopted').map(({ data }) => data.preset)).toEqual(['003']);
    expect(named(under004, 'RegulationAdopted').map(({ data }) => data.preset)).toEqual(['004']);
  });

  it('lets a teacher of 003 correct an attestation mark ten days after the period, and refuses one of 004 with its clause (D-03)', () => {
    const [corrected] = named(under003, 'AttestationMarkCorrected').filter(
      onDay(tenDaysAfter(shrunkCollege)),
    );
    const [refused] = named(under004, 'AttemptRefused').filter(onDay(tenDaysAfter(smallCollege)));
    expect(corrected?.meta.rule).toMatchObject({
      parameter: 'attestation.editWindowDays',
      clause: '003 §3.3 L90',
      deadline: plusDays(planOf(shrunkCollege, NOW).finished.until, 31),
      grant: null,
    });
    expect(refused?.data).toMatchObject({
      command: 'CorrectAttestationMark',
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'attestation.editWindowDays',
      clause: '004 §4.5.1 L288-290',
      grantable: true,
    });
    expect(corrected?.meta.actor.role).toBe('teacher');
  });

  it('closes a page to its teacher in 004 by the completed sheet, until a second person confirms an exception (T-22)', () => {
    expect(named(under003, 'AttestationSheetCompleted').every(({ data }) => !data.locks)).toBe(true);
    expect(named(under004, 'AttestationSheetCompleted').every(({ data }) => data.locks)).toBe(true);
    const refused = named(under004, 'AttemptRefused').filter(({ data }) => data.code === 'SHEET_COMPLETED');
    expect(refused.map(({ data }) => data.clause)).toEqual(['004 §4.5.1 L288-290']);
    expect(named(under004, 'EditWindowGrantProposed').length).toBeGreaterThan(
      named(under004, 'EditWindowGranted').length,
    );
  });

  it('has absences excused by curators in 003, and corrected by them in 004 (D-05, T-14)', () => {
    const byCurators = (events: readonly Recorded[]) =>
      named(events, 'AbsenceCancelled').filter(({ meta }) => meta.actor.role === 'groupCurator');
    expect(named(under003, 'AbsenceClassified').length).toBeGreaterThan(0);
    expect(byCurators(under003)).toEqual([]);
    expect(named(under004, 'AbsenceClassified')).toEqual([]);
    expect(byCurators(under004).length).toBeGreaterThan(0);
  });

  it('names the clause in every refusal that a regulation is the reason for', () => {
    const clauses = named(under004, 'AttemptRefused').flatMap(({ data }) => data.clause ?? []);
    expect(clauses).toEqual(
      expect.arrayContaining(['004 §4.5.1 L288-290', '004 §4.4.1 L263-265', '004 §4.3.2 L255-256']),
    );
  });

  it.each(['003', '004'])('has attendance taken at nearly every lesson under %s', (preset) => {
    const events = preset === '003' ? under003 : under004;
    const [taken, held] = [named(events, 'AttendanceTaken'), named(events, 'LessonConducted')];
    expect(taken.length).toBeGreaterThan(held.length * 0.9);
  });
});
