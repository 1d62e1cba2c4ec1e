import type { Client } from 'graphql-ws';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { listen, listenByStream, socketClient, type Listening } from '../support/live-client.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/** What a learner's screen asks for: attestations are for who reads the page. */
const LINES = `subscription ($page: ID!, $after: Position) {
  gradebookChanged(journalId: $page, after: $after) {
    position isPageChanged cells { studentId lessonId value } lessons { id } } }`;

const PAGE = `subscription ($page: ID!, $after: Position) {
  gradebookChanged(journalId: $page, after: $after) {
    journalId position isPageChanged
    cells { studentId lessonId revision value marks { workType value } attendance }
    lessons { id status topic } attestations { studentId attestation { current } } } }`;

interface Change {
  readonly position: string;
  readonly isPageChanged: boolean;
  readonly cells: readonly {
    readonly studentId: string;
    readonly lessonId: string;
    readonly value: string | null;
  }[];
  readonly lessons: readonly { readonly id: string }[];
}

let served: ServedHouse;
let college: College;
const clients: Client[] = [];

const connected = (person: Person): Client => {
  const client = socketClient(served.origin, college.as(person).token);
  clients.push(client);
  return client;
};
const pageOf = (person: Person, after: string | null = null, page = college.journals.algebra): Listening =>
  listen(connected(person), PAGE, { page, after });
const changeIn = async (listening: Listening): Promise<Change> => {
  const { data, errors } = await listening.next();
  expect(errors).toBeUndefined();
  return data?.['gradebookChanged'] as Change;
};
const revisionOf = async (person: Person = 'teacher'): Promise<string> => {
  const { gradebook } = await college
    .as(person)
    .read('query ($page: ID!) { gradebook(journalId: $page) { revision } }', {
      page: college.journals.algebra,
    });
  return (gradebook as { readonly revision: string }).revision;
};
const mark = async (
  lesson: 'today' | 'yesterday',
  student: 'ivanova' | 'petrov' | 'sidorov',
  value: string,
) => {
  const { accepted, position, userErrors } = await college.as('teacher').do('recordMark', {
    journalId: college.journals.algebra,
    lessonId: college.lessons[lesson],
    studentId: college.students[student],
    workType: 'LESSON_WORK',
    value,
  });
  expect(userErrors).toEqual([]);
  expect(accepted).toBe(true);
  return position ?? '';
};
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  for (const lesson of ['yesterday', 'today'] as const)
    await college.as('teacher').do('conductLesson', {
      journalId: college.journals.algebra,
      lessonId: college.lessons[lesson],
      deliveryForm: 'IN_PERSON',
      workTypes: ['LESSON_WORK'],
      topic: 'Уравнения',
    });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => served.close());

describe('a page that is followed', () => {
  it('tells of a mark in the nouns of the page, at the position where a refetch shows it', async () => {
    const page = pageOf('curator', await revisionOf());
    const position = await mark('today', 'ivanova', '5');
    const change = await changeIn(page);
    expect(change).toMatchObject({
      journalId: college.journals.algebra,
      isPageChanged: false,
      cells: [
        {
          studentId: college.students.ivanova,
          lessonId: college.lessons.today,
          revision: 0,
          value: '5',
          marks: [{ workType: 'LESSON_WORK', value: '5' }],
        },
      ],
      lessons: [],
    });
    expect(BigInt(change.position)).toBeGreaterThanOrEqual(BigInt(position));
    expect(await revisionOf('curator')).toBe(change.position);
  });

  it('tells who was away of everything since, once, and goes on from there', async () => {
    const after = await revisionOf();
    await mark('today', 'petrov', '3');
    await mark('yesterday', 'petrov', '4');
    const page = pageOf('teacher', after);
    const caught = await changeIn(page);
    expect(caught.cells.map(({ value }) => value).sort()).toEqual(['3', '4']);
    await mark('yesterday', 'sidorov', '5');
    const next = await changeIn(page);
    expect(next.cells.map(({ studentId, value }) => [studentId, value])).toEqual([
      [college.students.sidorov, '5'],
    ]);
    expect(BigInt(next.position)).toBeGreaterThan(BigInt(caught.position));
  });

  it('shows students and guardians their own lines and no other', async () => {
    const after = await revisionOf();
    const [own, mothers] = (['ivanova', 'mother'] as const).map((person) =>
      listen(connected(person), LINES, { page: college.journals.algebra, after }),
    );
    await mark('yesterday', 'ivanova', '4');
    for (const listening of [own, mothers]) {
      if (!listening) throw new Error('Two listen.');
      const { cells } = await changeIn(listening);
      expect(cells.map(({ studentId }) => studentId)).toEqual([college.students.ivanova]);
    }
  });

  it('tells nobody of an attempt that was refused: nothing changed, and who tried is not everybody’s business', async () => {
    const after = await revisionOf();
    const refused = await college.as('teacher').refusalOf('recordMark', {
      journalId: college.journals.algebra,
      lessonId: college.lessons.old,
      studentId: college.students.ivanova,
      workType: 'LESSON_WORK',
      value: '5',
    });
    expect(refused).toBe('EDIT_WINDOW_CLOSED');
    const { accepted } = await college.as('teacher').do('assignHomework', {
      journalId: college.journals.algebra,
      lessonId: college.lessons.today,
      homework: '№ 12',
    });
    expect(accepted).toBe(true);
    const own = listen(connected('ivanova'), LINES, { page: college.journals.algebra, after });
    const { cells, lessons } = await changeIn(own);
    expect([cells, lessons]).toEqual([[], [{ id: college.lessons.today }]]);
  });

  it('comes the same way as server-sent events', async () => {
    const after = await revisionOf();
    const page = listenByStream(served.origin, college.as('teacher'), PAGE, {
      page: college.journals.algebra,
      after,
    });
    const { accepted } = await college.as('teacher').do('correctMark', {
      journalId: college.journals.algebra,
      lessonId: college.lessons.today,
      studentId: college.students.ivanova,
      workType: 'LESSON_WORK',
      value: '4',
      expectedRevision: 0,
      reason: 'Описка',
    });
    expect(accepted).toBe(true);
    expect((await changeIn(page)).cells).toMatchObject([{ value: '4', revision: 1 }]);
    page.stop();
  });
});

describe('what else is followed', () => {
  it('absences are told as they are recorded, and that attendance was taken', async () => {
    const after = await revisionOf();
    const attendance = listen(
      connected('curator'),
      `subscription ($page: ID!, $after: Position) { attendanceChanged(journalId: $page, after: $after) {
        position takenLessonIds cells { studentId attendance value } } }`,
      { page: college.journals.algebra, after },
    );
    const { results } = await college.as('teacher').doAll('recordAbsence', [
      {
        journalId: college.journals.algebra,
        lessonId: college.lessons.today,
        studentId: college.students.sidorov,
      },
    ]);
    expect(results).toMatchObject([{ accepted: true }]);
    const { data } = await attendance.next();
    expect(data?.['attendanceChanged']).toMatchObject({
      takenLessonIds: [],
      cells: [{ studentId: college.students.sidorov, attendance: 'ABSENT' }],
    });
  });

  it('a grant changes the windows of its page, a lock those of its period', async () => {
    const windows = listen(
      connected('teacher'),
      `subscription ($page: ID!, $after: Position) { editWindowChanged(journalId: $page, after: $after) {
        position lessonIds windows { kind state lessonId } } }`,
      { page: college.journals.algebra, after: await revisionOf() },
    );
    const { accepted } = await college.as('administrator').do('lockAttestationPeriod', {
      periodId: college.period,
    });
    expect(accepted).toBe(true);
    const locked = (await windows.next()).data?.['editWindowChanged'] as {
      readonly lessonIds: null;
      readonly windows: readonly { readonly state: string }[];
    };
    expect(locked.lessonIds).toBeNull();
    expect(new Set(locked.windows.map(({ state }) => state))).toEqual(new Set(['LOCKED']));
    await college.as('administrator').do('reopenAttestationPeriod', {
      periodId: college.period,
      reason: 'Проверка',
    });
  });

  it('the trail is told entry by entry, after whatever position the auditor names', async () => {
    const trail = listen(
      connected('auditor'),
      `subscription ($after: Position) { auditTrailChanged(filter: { kinds: [MARK_RECORDED] }, after: $after) {
        position entries { position kind } } }`,
      { after: '0' },
    );
    const first = (await trail.next()).data?.['auditTrailChanged'] as {
      readonly position: string;
      readonly entries: readonly { readonly position: string }[];
    };
    await mark('yesterday', 'ivanova', '3').catch(() => undefined);
    const positions = first.entries.map(({ position }) => BigInt(position));
    expect(positions.length).toBeGreaterThan(0);
    expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions.every((position) => position <= BigInt(first.position))).toBe(true);
  });
});

describe('a subscription is refused', () => {
  const refusal = async (listening: Listening): Promise<string> => {
    const by = (await listening.ended) as readonly { readonly extensions?: { readonly code?: string } }[];
    return by[0]?.extensions?.code ?? JSON.stringify(by);
  };

  it('where the viewer sees nothing of the page, as where there is none', async () => {
    const { physics } = college.journals;
    expect(await refusal(listen(connected('ivanova'), LINES, { page: physics }))).toBe('NOT_FOUND');
    expect(await refusal(listen(connected('teacher'), PAGE, { page: physics }))).toBe('NOT_FOUND');
  });

  it('to a role that may never, naming the field', async () => {
    const trail = listen(connected('teacher'), 'subscription { auditTrailChanged { position } }');
    expect(await refusal(trail)).toBe('FORBIDDEN');
  });

  it('beyond the end of the log, and as anything but a subscription', async () => {
    const page = college.journals.algebra;
    expect(await refusal(listen(connected('teacher'), PAGE, { page, after: '999999999' }))).toBe(
      'BAD_USER_INPUT',
    );
    expect(await refusal(listen(connected('teacher'), '{ viewer { today } }'))).toBe('BAD_USER_INPUT');
  });

  it('within the limits of any other operation', async () => {
    const aliased = Array.from({ length: 20 }, (_, n) => `a${String(n)}: position`).join(' ');
    const query = `subscription { gradebookChanged(journalId: "${college.journals.algebra}") { ${aliased} } }`;
    expect(await refusal(listen(connected('teacher'), query))).toBe('QUERY_TOO_COMPLEX');
  });

  it('by a plain POST', async () => {
    const { errors } = await college.as('teacher').query(PAGE, { page: college.journals.algebra });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
