import { ROLES } from '../../events/role.ts';
import { demoColleges } from '../../src/demo/college.ts';
import { demoAccountFor, demoPeople, rolesAmong } from '../../src/demo/people.ts';
import { planOf } from '../../src/demo/plan.ts';
import { largeCollege, NOW, smallCollege } from './small-demo.ts';

describe('The people of a demo college', () => {
  it('have an account for every role in the college of full size', () => {
    for (const role of ROLES) expect(demoAccountFor(largeCollege, role).roles).toContain(role);
  });

  it('have every role but that of trusted persons where the regulation knows none (004 §1.7)', () => {
    expect(rolesAmong(demoPeople(smallCollege))).toEqual(ROLES.filter((role) => role !== 'trustedPerson'));
    expect(() => demoAccountFor(smallCollege, 'trustedPerson')).toThrow('Nobody at this demo college');
  });

  it('are the same whenever they are invented', () => {
    const [first, second] = [demoPeople(largeCollege), demoPeople(largeCollege)];
    expect(first.accounts).toEqual(second.accounts);
    expect(first.students).toEqual(second.students);
  });

  it('have one guardian with two children, and one child with two guardians (T-39)', () => {
    const guardians = demoPeople(largeCollege).accounts.filter(({ roles }) =>
      roles.includes('legalGuardian'),
    );
    const [first, second] = guardians;
    expect(first?.wards).toHaveLength(2);
    expect(first?.wards).toContain(second?.wards[0]);
  });

  it('fill six groups of twenty-five with ten course units in the large college', () => {
    const plan = planOf(largeCollege, NOW);
    const sizes = largeCollege.groups.map(
      (_, group) =>
        plan.people.students.filter(
          (student) => plan.stays.groupOn(student, plan.calendar.foundedOn) === group,
        ).length,
    );
    expect(sizes).toEqual([25, 25, 25, 25, 25, 25]);
    expect(largeCollege.units).toHaveLength(10);
    expect(new Set(largeCollege.units.map(({ kind }) => kind)).size).toBe(5);
  });

  it.each(demoColleges)('of $origin are never due in two lessons at once', (college) => {
    const { finished } = planOf(college, NOW);
    const busy = finished.lessons.map(
      ({ scheduled: { date, startsAt }, page }) => `${date} ${startsAt} ${page.teacher}`,
    );
    const inSubgroups = finished.pages.filter(({ subgroup }) => subgroup !== null);
    expect(inSubgroups.length).toBeGreaterThan(0);
    expect(new Set(busy).size).toBe(busy.length);
  });
});
