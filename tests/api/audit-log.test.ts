import { randomUUID } from 'node:crypto';
import { cosign } from '../../src/ledger/cosignature.ts';
import { vkeyOf } from '../../src/ledger/key-text.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { parseNote } from '../../src/ledger/note.ts';
import { parsePolicy } from '../../src/ledger/policy.ts';
import { judge } from '../../src/ledger/policy-verdict.ts';
import { makeSigningKey, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { parseTlogProof, provesLeaf } from '../../src/ledger/tlog-proof.ts';
import type { ApiClient, CommandAnswer } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { outsideLeafHash, outsideRoot, outsideRoots } from '../support/rfc6962.ts';
import { signBeside, untilSigned, type ServedSigner } from '../support/served-signer.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { ask } from '../support/signing.ts';

interface CheckpointAnswer {
  readonly origin: string;
  readonly treeSize: string;
  readonly rootHash: string;
  readonly note: string;
  readonly cosignatures: readonly { readonly witness: string; readonly at: string }[];
}

interface InclusionAnswer {
  readonly leafIndex: string;
  readonly treeSize: string;
  readonly leafHash: string;
  readonly hashes: readonly string[];
  readonly tlogProof: string | null;
}

interface EntryAnswer {
  readonly position: string;
  readonly eventId: string;
  readonly kind: string;
  readonly leafHash: string;
  readonly leafBytes: string | null;
  readonly proof: InclusionAnswer | null;
}

interface Log {
  readonly latest: CheckpointAnswer;
  readonly latestCosigned: CheckpointAnswer | null;
  readonly checkpoint: CheckpointAnswer | null;
  readonly inclusion: InclusionAnswer;
  readonly consistency: { readonly hashes: readonly string[] };
  readonly event: EntryAnswer | null;
  readonly keys: readonly { readonly kind: string; readonly vkey: string }[];
}

const CHECKPOINT = '{ origin treeSize rootHash note cosignatures { witness at } }';
const PROOF = '{ leafIndex treeSize leafHash hashes tlogProof }';
const ENTRY = `{ position eventId kind leafHash leafBytes proof ${PROOF} }`;

let served: ServedHouse;
let signer: ServedSigner;
let college: College;
let auditor: ApiClient;

const logOf = async (client: ApiClient, fields: string): Promise<Log> =>
  (await client.read(`{ auditLog { ${fields} } }`))['auditLog'] as Log;

const errorOf = async (client: ApiClient, fields: string): Promise<readonly [unknown, unknown]> => {
  const { errors } = await client.query(`{ auditLog { ${fields} } }`);
  return [errors?.[0]?.extensions?.['code'], errors?.[0]?.message];
};

const holds = ({ leafIndex, treeSize, leafHash: leaf, hashes }: InclusionAnswer, root: string): boolean =>
  outsideRoot(leaf, Number(leafIndex), Number(treeSize), hashes) === root;

const mark = (student: 'ivanova' | 'petrov', value: string): Promise<CommandAnswer> =>
  college.as('teacher').do('recordMark', {
    journalId: college.journals.algebra,
    lessonId: college.lessons.yesterday,
    studentId: college.students[student],
    workType: 'LESSON_WORK',
    value,
  });

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  auditor = college.as('auditor');
  await college.as('teacher').do('conductLesson', {
    journalId: college.journals.algebra,
    lessonId: college.lessons.yesterday,
    deliveryForm: 'IN_PERSON',
    workTypes: ['LESSON_WORK'],
    topic: 'Множества',
  });
  signer = await signBeside(served.database);
  await untilSigned(auditor);
});
afterAll(async () => {
  await signer.close();
  await served.close();
});

describe('the signed log', () => {
  it('tells its latest checkpoint, which the log’s key signed (R-PRJ-04)', async () => {
    const size = await untilSigned(auditor);
    const { latest, keys, latestCosigned } = await logOf(
      auditor,
      `latest ${CHECKPOINT} latestCosigned ${CHECKPOINT} keys { kind vkey }`,
    );
    const vkey = signer.vkeyOf(college.id);
    const { checkpoint } = judge(parsePolicy(`log ${vkey}\nquorum none\n`), latest.note);
    expect(checkpoint).toEqual({
      origin: latest.origin,
      size,
      root: Buffer.from(latest.rootHash, 'base64'),
    });
    expect(latest.treeSize).toBe(String(size));
    expect(keys).toEqual([{ kind: 'LOG', vkey }]);
    expect(latestCosigned).toBeNull();
  });

  it('proves that a mark just recorded stands in it, to whoever holds the receipt', async () => {
    const { position, leafHash: receipt, events } = await mark('ivanova', '5');
    expect(events.at(-1)).toMatchObject({ position, leafHash: receipt });
    const size = await untilSigned(auditor);
    const id = events.at(-1)?.id ?? '';
    const { inclusion, latest, event } = await logOf(
      auditor,
      `inclusion(eventId: "${id}") ${PROOF} latest ${CHECKPOINT} event(id: "${id}") ${ENTRY}`,
    );
    expect(inclusion.leafHash).toBe(receipt);
    expect([inclusion.leafIndex, inclusion.treeSize]).toEqual([String(Number(position) - 1), String(size)]);
    expect(holds(inclusion, latest.rootHash)).toBe(true);
    expect(event).toMatchObject({ position, eventId: id, leafHash: receipt, proof: inclusion });
    expect(outsideLeafHash(event?.leafBytes ?? '')).toBe(receipt);
    const body = JSON.parse(Buffer.from(event?.leafBytes ?? '', 'base64').toString()) as object;
    expect(body).toMatchObject({ id, type: 'MarkRecorded', data: { value: '5' }, log: latest.origin });
  });

  it('gives the proof as one text that holds with nothing else at hand but a key', async () => {
    await untilSigned(auditor);
    const { nodes } = (await auditor.read(`{ auditTrail(first: 1) { nodes ${ENTRY} } }`))['auditTrail'] as {
      readonly nodes: readonly EntryAnswer[];
    };
    const [entry] = nodes;
    const proof = parseTlogProof(entry?.proof?.tlogProof ?? '');
    const policy = parsePolicy(`log ${signer.vkeyOf(college.id)}\nquorum none\n`);
    expect(judge(policy, proof.note).checkpoint.size).toBeGreaterThan(0);
    expect(provesLeaf(proof, leafHash(Buffer.from(entry?.leafBytes ?? '', 'base64')))).toBe(true);
    expect(provesLeaf(proof, leafHash('something else'))).toBe(false);
  });

  it('proves every entry of a page of the trail, read at once', async () => {
    const size = await untilSigned(auditor);
    const { auditTrail, auditLog } = (await auditor.read(
      `{ auditTrail(first: 100) { nodes ${ENTRY} } auditLog { latest ${CHECKPOINT} } }`,
    )) as {
      readonly auditTrail: { readonly nodes: readonly EntryAnswer[] };
      readonly auditLog: Log;
    };
    expect(auditTrail.nodes).toHaveLength(Math.min(100, size));
    for (const { proof, leafBytes, leafHash: hash } of auditTrail.nodes) {
      expect(outsideLeafHash(leafBytes ?? '')).toBe(hash);
      expect(proof && holds(proof, auditLog.latest.rootHash)).toBe(true);
    }
  });

  it('proves against a checkpoint that was kept, and that nothing before it was rewritten since', async () => {
    const kept = (await logOf(auditor, `latest ${CHECKPOINT}`)).latest;
    await mark('petrov', '4');
    const size = await untilSigned(auditor);
    const first = (await auditor.read(`{ auditTrail(first: 100) { nodes { eventId position } } }`))[
      'auditTrail'
    ] as { readonly nodes: readonly { readonly eventId: string; readonly position: string }[] };
    const known = first.nodes.find(({ position }) => Number(position) <= Number(kept.treeSize));
    const log = await logOf(
      auditor,
      `latest ${CHECKPOINT} checkpoint(size: "${kept.treeSize}") ${CHECKPOINT}
       inclusion(eventId: "${known?.eventId ?? ''}", treeSize: "${kept.treeSize}") ${PROOF}
       consistency(from: "${kept.treeSize}", to: "${size}") { hashes }`,
    );
    expect(log.checkpoint).toEqual(kept);
    expect(holds(log.inclusion, kept.rootHash)).toBe(true);
    expect(log.inclusion.tlogProof).toContain(kept.note);
    expect(outsideRoots(Number(kept.treeSize), size, log.consistency.hashes, kept.rootHash)).toEqual([
      kept.rootHash,
      log.latest.rootHash,
    ]);
  });

  it('carries the words of witnesses in its checkpoints', async () => {
    await untilSigned(auditor);
    const { latest } = await logOf(auditor, `latest ${CHECKPOINT}`);
    const witness = parseSigningKey(makeSigningKey('witness.example', 'cosignature'));
    const line = cosign(parseNote(latest.note).text, witness, new Date('2026-11-20T07:01:02Z'));
    await ask(
      served.database.signerUrl,
      `INSERT INTO ledger.cosignature (college, size, witness, line)
       SELECT no, $2, $3, $4 FROM log.college WHERE id = $1`,
      [college.id, latest.treeSize, witness.name, line],
    );
    const { latestCosigned } = await logOf(auditor, `latestCosigned ${CHECKPOINT}`);
    const vkey = signer.vkeyOf(college.id);
    const policy = parsePolicy(`log ${vkey}\nwitness w ${vkeyOf(witness)}\nquorum w\n`);
    expect(judge(policy, latestCosigned?.note ?? '').quorum).toBe(true);
    expect(latestCosigned?.cosignatures).toEqual([
      { witness: 'witness.example', at: '2026-11-20T07:01:02.000Z' },
    ]);
    const { auditLog } = (await auditor.read(
      `{ auditLog { status { head signedSize lag signedAt witnesses { witness treeSize at } lastVerification { code } alarm { code } } } }`,
    )) as { readonly auditLog: { readonly status: object } };
    expect(auditLog.status).toMatchObject({
      head: latest.treeSize,
      signedSize: latest.treeSize,
      lag: '0',
      witnesses: [{ witness: 'witness.example', treeSize: latest.treeSize, at: '2026-11-20T07:01:02.000Z' }],
      alarm: null,
    });
  });
});

describe('a receipt', () => {
  it('is the same when the command comes again', async () => {
    const commandId = randomUUID();
    const input = {
      journalId: college.journals.algebra,
      lessonId: college.lessons.yesterday,
      studentId: college.students.sidorov,
      workType: 'LESSON_WORK',
      value: '3',
    };
    const first = await college.as('teacher').do('recordMark', input, commandId);
    const again = await college.as('teacher').do('recordMark', input, commandId);
    expect([first.accepted, first.leafHash?.length]).toEqual([true, 44]);
    expect(again).toEqual(first);
  });

  it('is given for a refused attempt too, and none where nothing was written', async () => {
    const late = {
      journalId: college.journals.algebra,
      lessonId: college.lessons.old,
      studentId: college.students.sidorov,
      workType: 'LESSON_WORK',
      value: '2',
    };
    const refused = await college.as('teacher').do('recordMark', late);
    expect([refused.accepted, refused.events]).toEqual([false, []]);
    await untilSigned(auditor);
    const { nodes } = (await auditor.read(`{ auditTrail(first: 1) { nodes { position leafHash } } }`))[
      'auditTrail'
    ] as { readonly nodes: readonly object[] };
    expect(nodes).toEqual([{ position: refused.position, leafHash: refused.leafHash }]);

    const curator = { accountId: college.accounts.curator, groupId: college.groups.first };
    const nothing = await college.as('administrator').do('assignCurator', curator);
    expect([nothing.accepted, nothing.events, nothing.leafHash]).toEqual([true, [], null]);
  });

  it('is given for each command of a list', async () => {
    const mark = (studentId: string) => ({
      journalId: college.journals.algebra,
      lessonId: college.lessons.today,
      studentId,
      workType: 'LESSON_WORK',
      value: '4',
    });
    await college.as('teacher').do('conductLesson', {
      journalId: college.journals.algebra,
      lessonId: college.lessons.today,
      deliveryForm: 'IN_PERSON',
      workTypes: ['LESSON_WORK'],
      topic: 'Функции',
    });
    const { ivanova, petrov } = college.students;
    const { results } = await college.as('teacher').doAll('recordMark', [mark(ivanova), mark(petrov)]);
    const hashes = results.map(({ leafHash: hash, events }) => [hash, events.at(-1)?.leafHash]);
    expect(hashes.every(([one, other]) => one === other && one?.length === 44)).toBe(true);
    expect(new Set(hashes.flat()).size).toBe(2);
  });
});

describe('a proof is refused', () => {
  it('with the size until which the log is signed, where it is not signed so far', async () => {
    const size = await untilSigned(auditor);
    const far = size + 1000;
    expect(await errorOf(auditor, `consistency(from: "1", to: "${far}") { hashes }`)).toEqual([
      'SERVICE_UNAVAILABLE',
      `Size ${far} is not signed yet: the log is signed until ${size}. Ask again in a second.`,
    ]);
  });

  it('from a larger size to a smaller one, for sizes below nothing, and for what is no id', async () => {
    const [code, message] = await errorOf(auditor, 'consistency(from: "3", to: "2") { hashes }');
    expect([code, message]).toEqual(['BAD_USER_INPUT', '`from` 3 is larger than `to` 2.']);
    expect((await errorOf(auditor, 'consistency(from: "-1", to: "2") { hashes }'))[0]).toBe('BAD_USER_INPUT');
    expect((await errorOf(auditor, 'inclusion(eventId: "7") { hashes }'))[0]).toBe('BAD_USER_INPUT');
  });

  it('for an event that is not there, and for a log that does not hold it yet', async () => {
    const [code] = await errorOf(auditor, `inclusion(eventId: "${randomUUID()}") { hashes }`);
    expect(code).toBe('NOT_FOUND');
    const { nodes } = (await auditor.read('{ auditTrail(first: 1) { nodes { eventId position } } }'))[
      'auditTrail'
    ] as { readonly nodes: readonly { readonly eventId: string; readonly position: string }[] };
    const [{ eventId, position } = { eventId: '', position: '' }] = nodes;
    expect(await errorOf(auditor, `inclusion(eventId: "${eventId}", treeSize: "5") { hashes }`)).toEqual([
      'BAD_USER_INPUT',
      `The event stands at position ${position}: a log of size 5 does not hold it yet.`,
    ]);
    expect((await logOf(auditor, `checkpoint(size: "999999") ${CHECKPOINT}`)).checkpoint).toBeNull();
    expect((await logOf(auditor, `event(id: "${randomUUID()}") { kind }`)).event).toBeNull();
  });
});

describe('who may ask', () => {
  const history = async (person: Person): Promise<readonly EntryAnswer[]> =>
    (
      await college
        .as(person)
        .read(
          `query ($s: ID!, $j: ID!) { markHistory(studentId: $s, journalId: $j) { position eventId leafHash leafBytes proof { hashes } } }`,
          { s: college.students.ivanova, j: college.journals.algebra },
        )
    )['markHistory'] as readonly EntryAnswer[];

  it('a teacher proves the marks of the own page; the bytes, which name sessions, are for auditors', async () => {
    await untilSigned(auditor);
    const [entry] = await history('teacher');
    expect(entry?.proof?.hashes.length).toBeGreaterThan(0);
    expect(entry?.leafBytes).toBeNull();
    const { inclusion } = await logOf(
      college.as('teacher'),
      `inclusion(eventId: "${entry?.eventId ?? ''}") ${PROOF}`,
    );
    expect(inclusion.leafHash).toBe(entry?.leafHash);
    const [audited] = await history('auditor');
    expect(outsideLeafHash(audited?.leafBytes ?? '')).toBe(entry?.leafHash);
  });

  it('another teacher is told that there is no such event, and nobody but auditors of other events', async () => {
    const [entry] = await history('teacher');
    const asked = `inclusion(eventId: "${entry?.eventId ?? ''}") { leafHash }`;
    expect((await errorOf(college.as('colleague'), asked))[0]).toBe('NOT_FOUND');
    const { nodes } = (
      await auditor.read(
        '{ auditTrail(filter: { kinds: [LESSON_CONDUCTED] }, first: 1) { nodes { eventId } } }',
      )
    )['auditTrail'] as { readonly nodes: readonly { readonly eventId: string }[] };
    const lesson = `inclusion(eventId: "${nodes[0]?.eventId ?? ''}") { leafHash }`;
    expect((await errorOf(college.as('teacher'), lesson))[0]).toBe('NOT_FOUND');
  });

  it('students and guardians do not, nor does a stranger; how the log stands is for auditors', async () => {
    for (const person of ['ivanova', 'mother'] as const)
      expect((await errorOf(college.as(person), `latest ${CHECKPOINT}`))[0]).toBe('FORBIDDEN');
    expect((await errorOf(college.as('teacher'), 'status { head }'))[0]).toBe('FORBIDDEN');
    expect((await logOf(college.as('administrator'), `latest ${CHECKPOINT}`)).latest.treeSize).toBeTruthy();
  });
});
