import { isEnrolledOn, students } from '../../src/decisions/folds/student.ts';
import { absent, attested, marked } from '../support/acts.ts';
import { asking, given } from '../support/given.ts';
import { after, expel, formed, graduate, leave, office, order, other } from '../support/movements.ts';
import { idOf } from '../support/names.ts';
import { PureLedger } from '../support/pure-ledger.ts';
import {
  algebra,
  autumn,
  command,
  group,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const { of } = streams;

describe('an annulment', () => {
  const annul = (movement: string, student = ivanova) =>
    command('AnnulStudentMovement', { student, movement, order, reason: 'Ошибка в приказе' });
  const lastOf = (ledger: PureLedger, student = ivanova): string =>
    ledger.state(students, student).movements.at(-1)?.id ?? '';
  const transfer = command('TransferStudent', {
    student: ivanova,
    to: other,
    on: '2024-09-16',
    order,
    leaves: [algebra],
    joins: [],
  });

  it('D-20: names the movement it annuls; both stay in history, and what was before stands again', () => {
    const ledger = after(transfer);
    const movement = lastOf(ledger);
    const decision = ledger.execute(asking(office), annul(movement));
    expect(decision).toMatchObject({ accepted: true, occurredOn: '2024-09-16' });
    const state = ledger.state(students, ivanova);
    expect(state.enrolments).toMatchObject([{ group, from: '2024-09-01', until: null }]);
    expect(ledger.streams.get(of(ivanova))?.map(({ type }) => type)).toEqual([
      'StudentRegistered',
      'StudentEnrolled',
      'StudentTransferred',
      'StudentMovementAnnulled',
    ]);
    expect(decision.accepted && decision.writes.flatMap(({ events }) => events)).toMatchObject([
      { type: 'StudentMovementAnnulled', data: { movement, kind: 'transfer', leaves: [] } },
      { type: 'GroupLeft', data: { group: other, until: '2024-09-15' } },
      { type: 'GroupJoined', data: { group, from: '2024-09-16' } },
      { type: 'RosterExtended', data: { journal: algebra, from: '2024-09-16' } },
    ]);
    expect(ledger.execute(asking(office), annul(movement))).toMatchObject({
      refusal: { code: 'ALREADY_DONE' },
    });
  });

  it('of an enrolment takes the student off the pages, unless an entry rests on it', () => {
    const clean = new PureLedger(world(formed));
    expect(clean.execute(asking(office), annul(lastOf(clean)))).toMatchObject({
      accepted: true,
      writes: [
        { category: 'student' },
        { category: 'group', events: [{ type: 'GroupLeft', data: { until: '2024-08-31' } }] },
        { category: 'journal', events: [{ type: 'RosterEntryEnded', data: { until: '2024-08-31' } }] },
      ],
    });
    const defended = happened('CourseWorkMarkRecorded', {
      journal: algebra,
      student: ivanova,
      period: autumn,
      scale: 'fivePoint',
      value: '5',
      defendedOn: '2024-09-16',
    });
    for (const [stream, entry, facts] of [
      [streams.mark, marked('5'), { marks: 1, absences: 0, results: 0 }],
      [streams.attendance, absent(), { marks: 0, absences: 1, results: 0 }],
      [streams.attestation, attested('grade4'), { marks: 0, absences: 0, results: 1 }],
      [`courseWork-${algebra}.${ivanova}`, defended, { marks: 0, absences: 0, results: 1 }],
    ] as const) {
      const ledger = new PureLedger(world({ [stream]: [entry] }));
      expect(ledger.execute(asking(office), annul(lastOf(ledger)))).toMatchObject({
        refusal: { code: 'ENTRIES_REMAIN', facts },
      });
    }
  });

  it('is of the last movement: a later one rests on it', () => {
    const ledger = new PureLedger(world(formed));
    const enrolment = lastOf(ledger);
    ledger.execute(asking(office), transfer);
    expect(ledger.execute(asking(office), annul(enrolment))).toMatchObject({
      refusal: { code: 'LATER_MOVEMENT', facts: { kind: 'transfer', on: '2024-09-16' } },
    });
  });

  it('T-33: is not how an expulsion is undone', () => {
    const ledger = after(expel());
    expect(ledger.execute(asking(office), annul(lastOf(ledger)))).toMatchObject({
      refusal: { code: 'NOT_ANNULLABLE', facts: { instead: 'reinstateStudent' } },
    });
  });

  it('of a leave or a graduation puts the student back where they were', () => {
    const away = after(leave());
    away.execute(asking(office), annul(lastOf(away)));
    expect(away.state(students, ivanova)).toMatchObject({ leaves: [] });
    const gone = after(graduate());
    expect(gone.execute(asking(office), annul(lastOf(gone)))).toMatchObject({
      writes: [{}, { events: [{ type: 'GroupJoined', data: { from: '2024-09-20' } }] }],
    });
    expect(isEnrolledOn(gone.state(students, ivanova), '2024-09-21')).toBe(true);
  });

  it('is by the administration, by an order, for a reason, of something there is', () => {
    given(world(), { by: petrova })
      .when(annul(idOf('x')))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), office)
      .when(annul(idOf('x')))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'movement' } });
    const ledger = after(leave());
    const movement = lastOf(ledger);
    const data = { student: ivanova, movement, order, reason: '' };
    expect(ledger.decide(asking(office), command('AnnulStudentMovement', data))).toMatchObject({
      refusal: { code: 'REASON_REQUIRED' },
    });
    expect(
      ledger.decide(asking(office), command('AnnulStudentMovement', { ...data, order: null })),
    ).toMatchObject({
      refusal: { code: 'ORDER_REQUIRED' },
    });
  });
});
