import type { Role } from '../../src/policies/access.ts';
import {
  EVERYTHING_SHOWN,
  capabilitiesOfViewer,
  inBoth,
  scopeOf,
  type Viewer,
} from '../../src/policies/scope.ts';

const viewer = (...roles: readonly Role[]): Viewer => ({
  college: 'college',
  account: 'someone',
  session: 'session',
  roles: new Set(roles),
  journals: new Set(['algebra']),
  groups: new Set(['own group']),
  self: new Set(['me']),
  wards: new Set(['my child']),
  delegated: new Map(),
  learnerView: EVERYTHING_SHOWN,
});
const reach = (who: Viewer, capability: Parameters<typeof scopeOf>[1]) => {
  const { everything, journals, groups, students } = scopeOf(who, capability);
  return { everything, journals: [...journals], groups: [...groups], students: [...students] };
};
const nothing = { everything: false, journals: [], groups: [], students: [] };

describe('what a viewer may read', () => {
  it('T-29: as a teacher is the own load', () => {
    expect(reach(viewer('teacher'), 'gradebook.read')).toEqual({ ...nothing, journals: ['algebra'] });
  });

  it('T-35: adds up per object: a curator who teaches reads the own group and the own load', () => {
    expect(reach(viewer('teacher', 'groupCurator'), 'gradebook.read')).toEqual({
      ...nothing,
      journals: ['algebra'],
      groups: ['own group'],
    });
  });

  it('T-35: counts a role only for what that role may do', () => {
    expect(reach(viewer('teacher', 'groupCurator'), 'editWindow.read')).toEqual({
      ...nothing,
      journals: ['algebra'],
    });
  });

  it('T-39: as a student is oneself, as a guardian one’s own children', () => {
    expect(reach(viewer('student'), 'diary.read')).toEqual({ ...nothing, students: ['me'] });
    expect(reach(viewer('legalGuardian'), 'diary.read')).toEqual({ ...nothing, students: ['my child'] });
    expect(reach(viewer('student'), 'gradebook.read')).toEqual(nothing);
  });

  it('under two capabilities at once is what both reach: a ward is not read by a right that only the teaching gives', () => {
    const both = viewer('teacher', 'legalGuardian');
    const standing = scopeOf(both, 'standing.read');
    const history = scopeOf(both, 'markHistory.read');
    expect(standing.students).toEqual(new Set(['my child']));
    const { everything, journals, groups, students } = inBoth(standing, history);
    expect({ everything, journals: [...journals], groups: [...groups], students: [...students] }).toEqual({
      ...nothing,
      journals: ['algebra'],
    });
    const auditor = scopeOf(viewer('auditor'), 'markHistory.read');
    expect(inBoth(auditor, standing)).toEqual(standing);
    expect(inBoth(standing, auditor)).toEqual(standing);
  });

  it('T-38: as a trusted person is what was handed on, right by right', () => {
    const trusted: Viewer = {
      ...viewer('trustedPerson'),
      delegated: new Map([['diary.read', new Set(['grandchild'])]]),
    };
    expect(reach(trusted, 'diary.read')).toEqual({ ...nothing, students: ['grandchild'] });
    expect(reach(trusted, 'standing.read')).toEqual(nothing);
    const may = capabilitiesOfViewer(trusted);
    expect([may.has('diary.read'), may.has('standing.read'), may.has('absence.announce')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('D-15: is shown to learners as their regulation says, and to staff whole', () => {
    const learnerView = { since: '2024-09-01', shows: new Set(['marks'] as const) };
    expect(scopeOf({ ...viewer('student'), learnerView }, 'diary.read').learnerView).toEqual(learnerView);
    expect(scopeOf({ ...viewer('auditor'), learnerView }, 'diary.read').learnerView).toEqual(
      EVERYTHING_SHOWN,
    );
  });

  it('as an administrator, a deputy or an auditor is the whole college, and never another one', () => {
    for (const role of ['journalAdministrator', 'deputyDirector', 'auditor'] as const)
      expect(scopeOf(viewer(role), 'gradebook.read')).toMatchObject({ everything: true, college: 'college' });
  });

  it('is nothing without a role', () => {
    expect(reach(viewer(), 'period.read')).toEqual(nothing);
    expect(capabilitiesOfViewer(viewer()).size).toBe(0);
    expect(capabilitiesOfViewer(viewer('student', 'legalGuardian'))).toContain('absence.announce');
  });
});
