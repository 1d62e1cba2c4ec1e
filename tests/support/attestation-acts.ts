import type { EventNamed } from '../../events/register.ts';
import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { idOf } from './names.ts';
import { told, type History } from './pure-ledger.ts';
import {
  algebra,
  autumn,
  college,
  command,
  courseUnit,
  happened,
  ivanova,
  orlov,
  petrova,
  smirnov,
  streams,
  withRole,
} from './world.ts';

/* Words for what happens around the attestation in algebra, in the autumn of 2024, under one regulation or another. */

/** The college works by another regulation than the default one. */
export const under = (preset: PresetKey): History => ({
  [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
});

/** Histories told one after the other: of each stream, the events of all of them. */
export const all = (...histories: readonly History[]): History => {
  const together: Record<string, History[string]> = {};
  for (const history of histories)
    for (const [stream, events] of Object.entries(history))
      together[stream] = [...(together[stream] ?? []), ...events];
  return together;
};

/** The attestation of a student of the page, on Friday 20 December. */
export const resultOf = (
  student: string,
  result: EventNamed<'AttestationMarkRecorded'>['data']['result'] = 'grade4',
): History => ({
  [`attestation-${algebra}.${student}`]: [
    happened('AttestationMarkRecorded', {
      journal: algebra,
      student,
      period: autumn,
      result,
      heldOn: '2024-12-20',
    }),
  ],
});

/** Both students of the page have a result. */
export const everybodyAttested = all(resultOf(ivanova), resultOf(smirnov));

/** Complete the sheet of algebra. */
export const completeSheet = () => command('CompleteAttestationSheet', { journal: algebra });

/** The sheet was completed on 20 December, by a rule that locks or does not. */
export const sheetCompleted = (locks: boolean): History => ({
  [streams.page]: [
    told(happened('AttestationSheetCompleted', { journal: algebra, period: autumn, students: 2, locks }), {
      occurredOn: '2024-12-20',
      rule: {
        parameter: 'attestation.lockOnEntry',
        clause: locks ? '004 §4.5.1 L288-290' : '003 §3.3 L90',
        version: 0,
        deadline: null,
        late: false,
        grant: null,
        due: null,
      },
    }),
  ],
});

/** The debt of Ivanova in algebra, since the day of the failed exam. */
export const inDebt = (since = '2024-12-20'): History =>
  all(resultOf(ivanova, 'academicDebt'), {
    [streams.of(ivanova)]: [
      told(
        happened('AcademicDebtIncurred', {
          student: ivanova,
          journal: algebra,
          period: autumn,
          cause: 'failed',
        }),
        { occurredOn: since },
      ),
    ],
  });

/** A repeat attestation of Ivanova that she failed again, or did not. */
export const repeated = (
  attempt: number,
  result: EventNamed<'RepeatAttestationRecorded'>['data']['result'] = 'academicDebt',
): History => ({
  [streams.attestation]: [
    happened('RepeatAttestationRecorded', {
      journal: algebra,
      student: ivanova,
      period: autumn,
      attempt,
      result,
      heldOn: '2025-02-14',
      order: null,
      commission: [],
    }),
  ],
});

/** Who sits on a commission. */
export const commission = [petrova, orlov] as const;

/** Algebra is a pre-diploma practice in this world. */
export const preDiplomaPractice: History = {
  [`courseUnit-${courseUnit}`]: [
    happened('CourseUnitPlaced', { courseUnit, module: null, practiceKind: 'preDiploma' }),
  ],
};

/** Somebody who is to supervise. */
export const supervisor = idOf('supervisor');

/** The supervisor has the role, and an order names them for Ivanova. */
export const supervises = (of: EventNamed<'SupervisorAppointed'>['data']['of']): History =>
  all(withRole(supervisor, of === 'thesis' ? 'thesisSupervisor' : 'practiceSupervisor'), {
    [`finalQualification-${ivanova}`]: [
      happened('SupervisorAppointed', {
        student: ivanova,
        account: supervisor,
        of,
        from: '2024-11-01',
        order: '№ 31 от 01.11.2024',
      }),
    ],
  });
