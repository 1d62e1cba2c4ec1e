import type { Meta, RuleApplied } from '../../events/recorded.ts';
import type { DomainEvent } from '../../events/register.ts';
import { absent, announced, attested, marked } from '../support/acts.ts';
import { by } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import {
  algebra,
  autumn,
  conducted,
  first,
  happened,
  ivanova,
  petrova,
  scheduled,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

/** A lesson two weeks on, held too. */
export const third = idOf('third lesson');
const rule = (told: Partial<RuleApplied>): RuleApplied => ({
  parameter: 'attendance.entryDeadline',
  clause: '003 §3.3 L95',
  version: 0,
  deadline: '2024-09-03',
  late: false,
  grant: null,
  due: null,
  ...told,
});
const entry = (event: DomainEvent, at: string, meta: Partial<Meta> = {}) =>
  by(event, { account: petrova }, { at, command: at, occurredOn: '2024-09-02', ...meta });
const mark = { journal: algebra, lesson: first, student: ivanova, workType: 'lessonWork' } as const;
const corrected = (from: string, to: string) =>
  happened('MarkCorrected', { ...mark, scale: 'fivePoint', from, to }, { reason: 'Ошибка' });

/** Where the college lies: what is late in the evening there is the day before in UTC. */
export const yekaterinburg = 'Asia/Yekaterinburg';
/**
 * A page that was kept well and badly: absences in time and late, a mark corrected at night, under a grant, in bulk and
 * just before a council, and an attestation corrected ten times.
 */
export const monitoredHistory = world({
  [streams.page]: [scheduled(third, '2024-09-16', '2024-10-07'), conducted(third)],
  [streams.attendance]: [
    announced(),
    entry(absent(), '2024-09-05T07:00:00.000Z', { rule: rule({ late: true }) }),
  ],
  [`attendance-${first}.${smirnov}`]: [
    entry(
      happened('AbsenceRecorded', { journal: algebra, lesson: first, student: smirnov, academicHours: 2 }),
      '2024-09-02T07:00:00.000Z',
      { rule: rule({}) },
    ),
  ],
  [streams.mark]: [
    entry(marked('5'), '2024-09-02T07:01:00.000Z'),
    // 23:30 on 25 December in Yekaterinburg, two days before the council.
    entry(corrected('5', '4'), '2024-12-25T18:30:00.000Z'),
    // 00:10 on 1 December there, though in November in UTC; under a grant.
    entry(corrected('4', '3'), '2024-11-30T19:10:00.000Z', { rule: rule({ grant: idOf('grant') }) }),
    ...Array.from({ length: 10 }, (_, index) =>
      entry(corrected('3', index % 2 === 0 ? '4' : '3'), `2024-10-01T09:00:${String(index + 10)}.000Z`),
    ),
  ],
  [streams.attestation]: [
    attested('grade4'),
    ...Array.from({ length: 10 }, (_, index) =>
      entry(
        happened(
          'AttestationMarkCorrected',
          { journal: algebra, student: ivanova, period: autumn, from: 'grade4', to: 'grade4' },
          { reason: 'Ошибка' },
        ),
        `2024-11-05T09:${String(index + 10)}:00.000Z`,
        { correlation: 'list' },
      ),
    ),
  ],
  [`council-${idOf('council')}`]: [
    happened('CouncilScheduled', { council: idOf('council'), on: '2024-12-27' }, { title: 'Итоги' }),
  ],
});
