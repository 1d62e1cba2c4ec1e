import type { AuditFilter } from '../../projections/audit-trail/filter.ts';
import { auditTrail, markHistory } from '../../projections/audit-trail/queries.ts';
import { attested, granted, imported, locked, marked } from '../support/acts.ts';
import { by } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import {
  algebra,
  autumn,
  first,
  group,
  happened,
  ivanova,
  petrova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const kuznetsova = idOf('Kuznetsova');

let side: ReadSide;
let college: string;
let other: string;

const rule = {
  parameter: 'currentMark.editWindowDays',
  clause: '003 §3.3 L89',
  version: 0,
  deadline: '2024-09-30',
  late: true,
  grant: idOf('grant'),
  due: null,
};
const work = { journal: algebra, lesson: first, student: ivanova, workType: 'lessonWork' } as const;
// A log keeps the order of time, all but two seconds.
const corrected = by(
  happened('MarkCorrected', { ...work, scale: 'fivePoint', from: '5', to: '4' }, { reason: 'Описка' }),
  { account: petrova, role: 'teacher', session: 'petrova at home', channel: 'cli', onBehalfOf: smirnov },
  {
    correlation: 'list',
    command: idOf('correction'),
    rule,
    at: '2024-08-20T06:00:01.500Z',
    occurredOn: '2024-09-02',
  },
);
const refused = happened('AttemptRefused', {
  command: 'RecordMark',
  code: 'EDIT_WINDOW_CLOSED',
  facts: {},
  parameter: null,
  clause: null,
  grantable: false,
  journal: algebra,
  lesson: null,
  student: null,
  period: null,
});
const history = world({
  [streams.mark]: [marked('5'), corrected],
  [`mark-${first}.${smirnov}`]: [
    imported(happened('MarkRecorded', { ...work, student: smirnov, scale: 'fivePoint', value: '3' })),
  ],
  [`mark-${first}.${kuznetsova}`]: [
    told(happened('MarkRecorded', { ...work, student: kuznetsova, scale: 'fivePoint', value: '4' }), {
      source: 'temporaryJournal',
    }),
  ],
  [streams.page]: [granted()],
  [streams.attestation]: [attested('grade4')],
  [streams.period]: [locked()],
  [`refusal-${idOf('attempt')}`]: [refused],
});

beforeAll(async () => {
  side = await readSide();
  college = await side.tell({ ...history, ...elsewhere(history) });
  other = await side.tell(history);
});

afterAll(() => side.close());

const all = () => scope(college, 'auditor', 'auditTrail.read');

const found = async (filter: AuditFilter, within = all()) =>
  (await auditTrail(side.reader, within, filter, { first: 100 })).rows;

const types = async (filter: AuditFilter) => (await found(filter)).map(({ type }) => type);

describe('the audit trail', () => {
  it('is read newest first, slice after slice, losing and repeating nothing', async () => {
    const whole = await found({});
    const seen: bigint[] = [];
    for (let after: bigint | undefined, more = true; more;) {
      const slice = await auditTrail(side.reader, all(), {}, { first: 7, after });
      seen.push(...slice.rows.map(({ position }) => position));
      after = slice.rows.at(-1)?.position;
      more = slice.hasMore;
    }
    expect(seen).toEqual(whole.map(({ position }) => position));
    expect(seen).toEqual(seen.toSorted((a, b) => Number(b - a)));
    expect(seen.at(-1)).toBe(1n);
  });

  it('gives at most a hundred at a time', async () => {
    expect((await auditTrail(side.reader, all(), {}, { first: 5000 })).rows.length).toBeLessThanOrEqual(100);
  });

  it('T-23: finds who changed a mark, late and under a grant', async () => {
    for (const filter of [
      { actor: petrova },
      { lateOnly: true, group },
      { afterGrantOnly: true, journal: algebra },
    ])
      expect(await found(filter)).toMatchObject([
        {
          type: 'MarkCorrected',
          actor: petrova,
          role: 'teacher',
          fromValue: '5',
          toValue: '4',
          late: true,
          grant: idOf('grant'),
          due: null,
          reason: 'Описка',
          recordedAt: '2024-08-20T06:00:01.500Z',
        },
      ]);
  });

  it('finds events by kind, refusal, import, and the time of recording or of the matter', async () => {
    expect(await types({ kinds: ['AttestationPeriodLocked'] })).toEqual(['AttestationPeriodLocked']);
    expect(await types({ refusedOnly: true, journal: algebra })).toEqual(['AttemptRefused']);
    expect(await types({ importedOnly: true, group })).toEqual(['MarkRecorded']);
    expect(await found({ temporaryJournalOnly: true, journal: algebra })).toMatchObject([
      { student: kuznetsova },
    ]);
    expect(await types({ warnedOnly: true })).toEqual([]);
    expect(
      await types({
        journal: algebra,
        recordedFrom: '2024-08-20T06:00:01.500Z',
        recordedTo: '2024-08-20T06:00:02.000Z',
      }),
    ).toEqual(['MarkCorrected']);
    expect(await types({ journal: algebra, occurredFrom: '2024-09-02', occurredTo: '2024-09-02' })).toEqual([
      'MarkCorrected',
    ]);
  });

  it.each<[string, AuditFilter]>([
    ['the lesson', { lesson: first }],
    ['the role that gave the right', { journal: algebra, roles: ['teacher', 'auditor'] }],
    ['the channel', { channels: ['cli'] }],
    ['whom it was done on behalf of', { onBehalfOf: smirnov }],
    ['having been done on somebody’s behalf', { onBehalfOnly: true }],
    ['the session (T-57)', { session: 'petrova at home' }],
    ['the command', { command: idOf('correction') }],
    ['the list of commands', { correlation: 'list' }],
    ['the parameter of the regulation', { parameter: 'currentMark.editWindowDays' }],
    ['the grant', { grant: idOf('grant') }],
    ['a reason', { journal: algebra, withReason: true }],
  ])('finds a correction by %s', async (_, filter) => {
    const kinds = { actor: petrova, kinds: ['MarkCorrected'] } as const;
    expect(await found({ ...filter, ...kinds })).toMatchObject([
      { type: 'MarkCorrected', session: 'petrova at home', channel: 'cli', correlation: 'list' },
    ]);
    const elsewhereInTime = { recordedTo: '2024-08-20T06:00:01.500Z' };
    expect(await found({ ...filter, ...kinds, ...elsewhereInTime })).toEqual([]);
  });

  it('finds a grant with what it made possible, and what is about an account', async () => {
    expect(new Set(await types({ grant: idOf('grant') }))).toEqual(
      new Set(['EditWindowGranted', 'MarkCorrected']),
    );
    expect(await types({ account: petrova })).toContain('AccountOpened');
    expect(await types({ account: petrova, kinds: ['MarkCorrected'] })).toEqual([]);
  });

  it('finds what has no reason, and reasons that were erased', async () => {
    expect(await types({ journal: algebra, withReason: false })).not.toContain('MarkCorrected');
    expect(await types({ erasedReasonOnly: true })).toEqual([]);
  });

  it('of nothing that is not there', async () => {
    for (const filter of [
      { lesson: there(smirnov) },
      { session: 'nobody’s' },
      { correlation: 'no list' },
      { grant: smirnov },
      { outage: smirnov },
      { command: idOf('correction'), commandAt: { first: 0n, last: 0n } },
      { recordedFrom: '2199-01-01T00:00:00.000Z' },
    ])
      expect(await found(filter)).toEqual([]);
  });

  it('finds events about a student, those that name many at once included', async () => {
    const kinds = new Set(await types({ student: smirnov }));
    expect(kinds).toEqual(
      new Set(['StudentRegistered', 'StudentEnrolled', 'GroupJoined', 'RosterExtended', 'MarkRecorded']),
    );
  });

  it('finds events of a group and of a period, those on their pages included', async () => {
    const ofGroup = await types({ group });
    expect(ofGroup).toEqual(expect.arrayContaining(['GroupFormed', 'JournalOpened', 'MarkCorrected']));
    expect(await types({ period: autumn })).toEqual(
      expect.arrayContaining(['AttestationPeriodSet', 'LessonScheduled', 'MarkCorrected']),
    );
    const journals = new Set((await found({ group })).map(({ journal }) => journal));
    expect(journals).toEqual(new Set([null, algebra]));
  });

  it('never shows an event of another college, nor one beyond the scope', async () => {
    const count = async (...asked: Parameters<typeof scope>) => (await found({}, scope(...asked))).length;
    const [whole, foreign] = [await count(college, 'auditor', 'auditTrail.read'), 0];
    expect(whole).toBeGreaterThan(await count(other, 'auditor', 'auditTrail.read'));
    expect(await count(college, 'teacher', 'markHistory.read')).toBe(foreign);
    const narrow = await found({}, scope(college, 'teacher', 'markHistory.read', { journals: [algebra] }));
    expect(new Set(narrow.map(({ journal }) => journal))).toEqual(new Set([algebra]));
    const curating = scope(college, 'groupCurator', 'markHistory.read', { groups: [group] });
    const ofGroup = await found({}, curating);
    expect(ofGroup.length).toBeGreaterThan(narrow.length);
    expect(ofGroup.every(({ journal }) => journal === null || journal === algebra)).toBe(true);
    expect(ofGroup.every(({ student }) => student !== there(ivanova))).toBe(true);
  });
});

describe('the history of a mark', () => {
  it('R-MRK-09: tells every change, oldest first, with the value before and after', async () => {
    const ofCell = await markHistory(side.reader, all(), {
      journal: algebra,
      lesson: first,
      student: ivanova,
    });
    expect(ofCell).toMatchObject([
      { type: 'MarkRecorded', fromValue: null, toValue: '5' },
      { type: 'MarkCorrected', fromValue: '5', toValue: '4', ruleClause: '003 §3.3 L89' },
    ]);
    const onPage = await markHistory(side.reader, all(), { journal: algebra, student: ivanova });
    expect(onPage.map(({ type }) => type)).toEqual([
      'MarkRecorded',
      'MarkCorrected',
      'AttestationMarkRecorded',
    ]);
  });

  it('is nobody’s beyond their scope', async () => {
    const of = { journal: algebra, student: ivanova };
    const read = 'markHistory.read';
    const seen = async (within: ReturnType<typeof all>) =>
      (await markHistory(side.reader, within, of)).length;
    expect(await seen(scope(college, 'teacher', read, { journals: [algebra] }))).toBe(3);
    expect(await seen(scope(college, 'groupCurator', read, { groups: [group] }))).toBe(3);
    expect(await seen(scope(college, 'teacher', read, { journals: [there(algebra)] }))).toBe(0);
    expect(await seen(scope(college, 'groupCurator', read, { groups: [there(group)] }))).toBe(0);
  });
});
