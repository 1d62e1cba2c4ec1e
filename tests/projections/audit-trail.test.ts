import { events } from '../../events/register.ts';
import { flagHandlers, stretchHandlers, tieHandlers } from '../../projections/audit-trail/apply-finding.ts';
import { entryHandlers, pageHandlers } from '../../projections/audit-trail/apply.ts';
import { imported, marked, withdrawn } from '../support/acts.ts';
import { by, inOrder, rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  autumn,
  first,
  group,
  happened,
  ivanova,
  petrova,
  smirnov,
  world,
} from '../support/world.ts';

const corrected = happened(
  'MarkCorrected',
  {
    journal: algebra,
    lesson: first,
    student: ivanova,
    workType: 'control',
    scale: 'fivePoint',
    from: '3',
    to: '4',
  },
  { reason: 'Ошибка при вводе' },
);

describe('the audit trail', () => {
  it('has every event there is, without a list to forget one in', () => {
    expect(Object.keys(entryHandlers)).toEqual(Object.keys(events));
    const everything = inOrder(world());
    expect(rowsOf(entryHandlers, ...everything)).toHaveLength(everything.length);
  });

  it('T-23: says who changed which mark, from what to what, under which right and rule, and why', () => {
    const rule = {
      parameter: 'currentMark.editWindowDays',
      clause: '003 §3.3 L89',
      version: 1,
      deadline: '2024-09-30',
      late: true,
      grant: idOf('grant'),
      due: null,
    };
    const meta = { rule, occurredOn: '2024-09-02', at: '2024-09-25T06:00:00.000Z' };
    const told = by(corrected, { account: petrova, role: 'teacher' }, meta);
    expect(rowsOf(entryHandlers, told)).toMatchObject([
      {
        position: 1n,
        type: 'MarkCorrected',
        recordedAt: '2024-09-25T06:00:00.000Z',
        occurredOn: '2024-09-02',
        actor: petrova,
        role: 'teacher',
        journal: algebra,
        lesson: first,
        student: ivanova,
        workType: 'control',
        fromValue: '3',
        toValue: '4',
        late: true,
        grant: idOf('grant'),
        due: null,
        ruleClause: '003 §3.3 L89',
        ruleVersion: 1,
        deadline: '2024-09-30',
        hasReason: true,
        reason: 'Ошибка при вводе',
      },
    ]);
  });

  it('flags the few events that an auditor looks for', () => {
    const rule = {
      parameter: 'currentMark.editWindowDays',
      clause: '003 §3.3 L89',
      version: 0,
      deadline: '2024-09-30',
      late: true,
      grant: idOf('grant'),
      due: null,
    };
    expect(rowsOf(flagHandlers, marked('5'), by(corrected, {}, { rule }), imported(marked('4')))).toEqual([
      { flag: 'late', position: 2n },
      { flag: 'afterGrant', position: 2n },
      { flag: 'reason', position: 2n },
      { flag: 'imported', position: 3n },
    ]);
  });

  it('still says that there was a reason once its text is erased', () => {
    const erased = { ...corrected, sealed: { reason: null } };
    expect(rowsOf(entryHandlers, erased, marked('5'))).toMatchObject([
      { hasReason: true, reason: null },
      { hasReason: false, reason: null },
    ]);
  });

  it('shows what was given and what was taken', () => {
    const role = { account: petrova, grant: idOf('grant'), role: 'teacher' } as const;
    const told = [
      marked('5'),
      withdrawn('5'),
      happened('RoleGranted', {
        ...role,
        ...{ student: null, order: null, from: '2024-09-01', until: null, proposedBy: null },
      }),
      happened('RoleRevoked', { ...role, until: '2024-09-02' }, { reason: 'Уволена' }),
      happened('StudentTransferred', {
        student: ivanova,
        from: null,
        to: group,
        on: '2024-09-01',
        order: null,
      }),
      happened('GroupJoined', { group, student: ivanova, from: '2024-09-01' }),
    ];
    expect(rowsOf(entryHandlers, ...told)).toMatchObject([
      { fromValue: null, toValue: '5' },
      { fromValue: '5', toValue: null },
      { fromValue: null, toValue: 'teacher', account: petrova },
      { fromValue: 'teacher', toValue: null },
      { fromValue: null, toValue: group },
      { fromValue: null, toValue: null, group },
    ]);
  });

  it('finds students who are named many at once, and the group of a page', () => {
    const told = inOrder(world());
    const tied = rowsOf(tieHandlers, ...told).filter(({ tie }) => tie === 'student');
    expect(tied).toMatchObject([{ id: ivanova }, { id: smirnov }]);
    expect(rowsOf(pageHandlers, ...told)).toEqual([{ journal: algebra, group, period: autumn }]);
  });

  it('ties events to accounts, grants, outages and those on whose behalf somebody acted', () => {
    const [grant, outage] = [idOf('grant'), idOf('outage')];
    const rule = {
      parameter: 'currentMark.editWindowDays',
      clause: '003 §3.3 L89',
      version: 0,
      deadline: '2024-09-30',
      late: true,
      grant,
      due: null,
    };
    const told = [
      happened('SignInCodeIssued', { account: petrova }),
      by(corrected, { onBehalfOf: ivanova }, { rule, outage }),
    ];
    expect(rowsOf(tieHandlers, ...told)).toEqual([
      { tie: 'account', id: petrova, position: 1n },
      { tie: 'grant', id: grant, position: 2n },
      { tie: 'outage', id: outage, position: 2n },
      { tie: 'onBehalfOf', id: ivanova, position: 2n },
    ]);
  });

  it('T-57: knows where in the log a session and a list of commands begin and end', () => {
    const at = (session: string, correlation: string | null) =>
      by(marked('5'), { session, account: petrova }, { correlation });
    const told = [at('one', null), at('two', 'list'), at('one', 'list')];
    expect(rowsOf(stretchHandlers, ...told)).toEqual([
      { of: 'session', id: 'one', actor: petrova, first: 1n, last: 3n },
      { of: 'session', id: 'two', actor: petrova, first: 2n, last: 2n },
      { of: 'correlation', id: 'list', actor: petrova, first: 2n, last: 3n },
    ]);
  });
});
