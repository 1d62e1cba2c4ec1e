import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { uuidIn } from '../support/founding.ts';
import { mutationsOf, tried } from '../support/mutations.ts';
import { pageOf, trailOf, wholeTrail, type TrailAnswer } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

type Entry = TrailAnswer['nodes'][number];

let served: ServedHouse;
let college: College;
let auditor: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  auditor = college.as('auditor');
  await college.as('teacher').do('recordAbsence', {
    journalId: college.journals.algebra,
    lessonId: college.lessons.old,
    studentId: college.students.petrov,
  });
  await college.as('teacher').do('recordMark', {
    journalId: college.journals.algebra,
    lessonId: college.lessons.old,
    studentId: college.students.petrov,
    workType: 'LESSON_WORK',
    value: '5',
  });
});
afterAll(() => served.close());

describe('an auditor', () => {
  it('reads every page and every diary, and all about them (R-PRJ-04)', async () => {
    const variables = {
      journalId: college.journals.algebra,
      studentId: college.students.ivanova,
      groupId: college.groups.first,
    };
    const data = await auditor.read(
      `query ($journalId: ID!, $studentId: ID!, $groupId: ID!) {
        viewer { roles account { name } }
        journals { id teachers { name } group { name curator { name } } courseUnit { code } period { title } }
        diary(studentId: $studentId, from: "2026-10-01", until: "2026-10-31") { topic marks { value } }
        standing(of: { groupId: $groupId }) { pages { average student { familyName } } debts { cause } }
        attendanceSummary(groupId: $groupId, month: "2026-10") { missedHours }
        markHistory(studentId: $studentId, journalId: $journalId) { kind to role actor { name } rule { clause deadline } }
        refusedAttempts { nodes { code } }
      }`,
      variables,
    );
    const directory = await auditor.read(
      `{ editWindows { state } attestationPeriods { title } courseUnits { title }
        groups { name students { familyName } } staff { account { name } roles } }`,
    );
    expect(directory).toMatchObject({
      attestationPeriods: [{}],
      courseUnits: [{}, {}],
      groups: [{ students: [{}, {}, {}] }, { students: [{}, {}] }],
    });
    expect(data).toMatchObject({
      viewer: { roles: ['AUDITOR'], account: { name: 'auditor' } },
      journals: [{}, {}],
      diary: [{ topic: 'Множества', marks: [{ value: '4' }] }],
      attendanceSummary: { missedHours: 2 },
      markHistory: [
        {
          kind: 'MARK_RECORDED',
          to: '4',
          role: 'TEACHER',
          actor: { name: 'teacher' },
          rule: { clause: '003 §3.3 L89', deadline: '2026-10-26' },
        },
      ],
      refusedAttempts: { nodes: [{ code: 'EDIT_WINDOW_CLOSED' }] },
    });
    expect(await pageOf(auditor, college.journals.physics)).not.toBeNull();
    expect(await pageOf(auditor, college.journals.algebra, { asOf: college.clock.now })).not.toBeNull();
  });

  it('turns every page of the trail without a gap or a repeat: all there is, newest first', async () => {
    const whole = await wholeTrail(auditor);
    expect(whole.length).toBeGreaterThan(50);
    const positions = whole.map(({ position }) => Number(position));
    expect(positions).toEqual(Array.from({ length: whole.length }, (_, index) => whole.length - index));
    expect(await wholeTrail(auditor, {}, 7)).toEqual(whole);
    expect(await wholeTrail(auditor, {}, 1)).toEqual(whole);
  });

  it('keeps the place on a page while new events come in', async () => {
    const { nodes, pageInfo } = await trailOf(auditor, {}, { first: 5 });
    await college.as('administrator').do('formGroup', { name: 'ИС-13' });
    const next = await trailOf(auditor, {}, { first: 5, after: pageInfo.endCursor });
    const last = Number(nodes.at(-1)?.position);
    expect(next.nodes.map(({ position }) => Number(position))).toEqual(
      [1, 2, 3, 4, 5].map((step) => last - step),
    );
  });

  const filters: readonly (readonly [
    string,
    () => Readonly<Record<string, unknown>>,
    (entry: Entry) => boolean,
  ])[] = [
    [
      'who acted',
      () => ({ actorId: college.accounts.teacher }),
      ({ actor }) => actor?.id === college.accounts.teacher,
    ],
    [
      'the student, lists of several included',
      () => ({ studentId: college.students.ivanova }),
      ({ student, kind, journalId }) =>
        student?.id === college.students.ivanova ||
        (kind === 'ROSTER_EXTENDED' && journalId === college.journals.algebra),
    ],
    [
      'the page',
      () => ({ journalId: college.journals.physics }),
      ({ journalId }) => journalId === college.journals.physics,
    ],
    [
      'the kind',
      () => ({ kinds: ['LESSON_SCHEDULED', 'ROLE_GRANTED'] }),
      ({ kind }) => kind === 'LESSON_SCHEDULED' || kind === 'ROLE_GRANTED',
    ],
    ['being late', () => ({ lateOnly: true }), ({ late }) => late],
    ['a grant behind it', () => ({ afterGrantOnly: true }), ({ grantId }) => grantId !== null],
    ['being refused', () => ({ refusedOnly: true }), ({ kind }) => kind === 'ATTEMPT_REFUSED'],
    ['coming from an import', () => ({ importedOnly: true }), () => false],
  ];
  it.each(filters)('narrows the trail by %s, and misses nothing', async (_name, filter, fits) => {
    const whole = await wholeTrail(auditor);
    expect(await wholeTrail(auditor, filter(), 3)).toEqual(whole.filter(fits));
  });

  it('narrows the trail by group, period and time', async () => {
    const ofGroup = await wholeTrail(auditor, { groupId: college.groups.second });
    expect(ofGroup.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['GROUP_FORMED', 'GROUP_JOINED', 'JOURNAL_OPENED', 'LESSON_SCHEDULED']),
    );
    expect(ofGroup.some(({ journalId }) => journalId === college.journals.algebra)).toBe(false);
    const ofPeriod = await wholeTrail(auditor, { periodId: college.period });
    expect(ofPeriod.map(({ kind }) => kind)).toContain('ATTESTATION_PERIOD_SET');
    const recent = await wholeTrail(auditor, { recordedFrom: college.clock.now });
    const earlier = await wholeTrail(auditor, { recordedTo: college.clock.now });
    expect([...recent, ...earlier]).toEqual(await wholeTrail(auditor));
    expect(
      (await trailOf(auditor, { occurredFrom: '2026-11-21', occurredTo: '2026-11-21' })).nodes,
    ).toMatchObject([{ kind: 'LESSON_PLACED' }, { kind: 'LESSON_SCHEDULED' }]);
  });

  it('never meets the name of a person in a value of the trail but through its edges', async () => {
    const bodies = await wholeTrail(auditor);
    expect(JSON.stringify(bodies)).not.toMatch(/Фамилия|Орлова/u);
  });
});

/** What everybody may for themselves, and taking along what one may read. */
const OWN = 'withdrawContactConsent';
const TAKING_ALONG = /^exportAuditTrail/u;

/** Control is no entry in the journal: what is wrong is reported (R-MON-10, R-MON-14). */
const CONTROLLING = /^(carryOutControl|checkPeriodEnd|reportFinding|answerFinding|fulfilDut)/u;

describe('who only looks', () => {
  it.each<readonly [Person, RegExp]>([
    ['auditor', TAKING_ALONG],
    ['observer', TAKING_ALONG],
    ['departmentHead', CONTROLLING],
    [
      'director',
      new RegExp(`${CONTROLLING.source}|^(confirm|decline|approve|handOver|check|grantRole|revokeRole)`, 'u'),
    ],
  ])(
    'is refused every mutation there is, but for controlling, appointing, confirming and checking: %s (R-ROLE-15, T-50)',
    async (person, own) => {
      const mutations = await mutationsOf(auditor);
      const head = await served.house.log.head(college.id);
      const client = college.as(person);
      const codes = new Map<string, unknown>();
      for (const mutation of mutations) {
        const { errors } = await tried(client, mutation);
        codes.set(mutation.name, errors?.[0]?.extensions?.['code']);
      }
      expect(codes.size).toBeGreaterThan(80);
      const open = [...codes].filter(([, code]) => code !== 'FORBIDDEN').map(([name]) => name);
      expect(open.filter((name) => !own.test(name) && !name.startsWith(OWN))).toEqual([]);
      expect(await served.house.log.head(college.id)).toBe(head);
    },
  );

  it('is a deputy before marks, absences and lessons: they fix nothing there (R-ROLE-14, T-50)', async () => {
    const entering =
      /^((record|correct|withdraw)(Mark|Absence|Late|Attestation|Lesson|CourseWork)|conduct|announce|cancelAbsence|classify|assignHomework)/u;
    const mutations = (await mutationsOf(auditor)).filter(
      ({ name }) => entering.test(name) && !name.startsWith('recordRepeatAttestation'),
    );
    expect(mutations.length).toBeGreaterThan(20);
    for (const mutation of mutations) {
      const { errors } = await tried(college.as('deputy'), mutation);
      expect([mutation.name, errors?.[0]?.extensions?.['code']]).toEqual([mutation.name, 'FORBIDDEN']);
    }
  });

  it('leaves the signature of whoever acts, with the session of their own', async () => {
    const { auditTrail } = await auditor.read(
      `query ($actorId: ID) { auditTrail(filter: { actorId: $actorId }, first: 1) {
        nodes { actor { id } channel session commandId source } } }`,
      { actorId: college.accounts.teacher },
    );
    expect(auditTrail).toMatchObject({
      nodes: [
        {
          channel: 'GRAPHQL',
          source: 'ONLINE',
          session: expect.stringMatching(/^[\da-f-]{36}$/u) as unknown,
        },
      ],
    });
    expect(uuidIn(college.accounts.teacher)).toMatch(/^[\da-f-]{36}$/u);
  });
});
