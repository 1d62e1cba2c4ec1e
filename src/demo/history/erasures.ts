import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';

/** A guardian who takes back the consent to keep contacts, and a request that the guardian took back. */
export const erasureActs = (plan: Plan): readonly Act[] => {
  const { at, before } = plan.calendar;
  const [withdrawing, wavering] = plan.people.accounts.filter(({ roles }) => roles.includes('legalGuardian'));
  const administrator = plan.id('administrator 1');
  const erasure = plan.id('erasure taken back');
  return [
    ...(withdrawing
      ? [
          act(at(before(6), '19:20'), withdrawing.account, 'WithdrawContactConsent', {
            erasure: plan.id('consent withdrawn'),
            account: withdrawing.account,
            document: null,
          }),
        ]
      : []),
    ...(wavering
      ? [
          act(at(before(5), '10:20'), administrator, 'RequestErasure', {
            erasure,
            subject: wavering.account,
            subjectKind: 'guardian',
            accounts: [],
            purposes: ['contact'],
            requestedBy: 'college',
            document: '№ 4-пд (демо)',
          }),
          act(at(before(4), '10:35'), administrator, 'DeclineErasure', { erasure, basis: 'takenBack' }),
        ]
      : []),
  ];
};
