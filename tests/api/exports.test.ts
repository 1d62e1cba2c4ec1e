import { parse } from 'csv-parse/sync';
import { leafHash } from '../../src/ledger/leaf.ts';
import { judge } from '../../src/ledger/policy-verdict.ts';
import { parsePolicy } from '../../src/ledger/policy.ts';
import { parseTlogProof, provesLeaf } from '../../src/ledger/tlog-proof.ts';
import { foundCollege, type College } from '../support/college.ts';
import { exported, exportsOf, fetchExport, type ExportAnswer } from '../support/exporting.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { signBeside } from '../support/served-signer.ts';
import { eventually } from '../support/signing.ts';

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const made = (input: object): Promise<ExportAnswer> => exported(college.as('auditor'), input);
const fetched = (path: string | null): Promise<Response> => fetchExport(served, college.as('auditor'), path);

const trail = async (filter: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { auditTrail } = await college
    .as('auditor')
    .read(
      `{ auditTrail(first: 100, filter: ${filter}) { nodes { position eventId reason to actor { name } } } }`,
    );
  return (auditTrail as { readonly nodes: readonly Readonly<Record<string, unknown>>[] }).nodes;
};

type Line = Readonly<Record<'checkpoint' | 'leaf' | 'leafHash' | 'proof', string | undefined>>;

const leafOf = (body: string) => leafHash(Buffer.from(body, 'utf8'));

describe('an export of the trail', () => {
  it('as CSV has a row for each event that the trail shows for the same filter, and says what it is', async () => {
    const job = await made({ filter: { journalId: college.journals.algebra }, format: 'CSV' });
    const shown = await trail(`{ journalId: "${college.journals.algebra}" }`);
    expect(job).toMatchObject({ state: 'MADE', rows: shown.length, failure: null, treeSize: null });
    const response = await fetched(job.path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="audit-trail-.*\.csv"$/u,
      ) as unknown,
      'content-length': job.size,
      'cache-control': 'no-store',
    });
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFFposition,')).toBe(true);
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
    expect(rows.map(({ position, event, to }) => ({ position, eventId: event, to }))).toEqual(
      shown.toReversed().map(({ position, eventId, to }) => ({ position, eventId, to: to ?? '' })),
    );
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(['Орлова Анна', 'teacher']));
  });

  it('as lines of JSON has the stored bytes of each event, word for word', async () => {
    const job = await made({ filter: { lessonId: college.lessons.old }, format: 'JSON_LINES' });
    const response = await fetched(job.path);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const [heading, ...lines] = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(heading).toMatchObject({ checkpoint: null });
    expect(lines).toHaveLength(job.rows ?? -1);
    for (const { position, leaf } of lines) {
      const [stored] = await served.house.log.read(college.id, BigInt(position ?? '0') - 1n, 1);
      expect(leaf).toBe(stored?.body);
    }
  });

  it('R-PRJ-04: proves each event against one signed checkpoint, with which the file begins', async () => {
    const signer = await signBeside(served.database);
    try {
      const filter = { journalId: college.journals.algebra, kinds: ['MARK_RECORDED', 'LESSON_CONDUCTED'] };
      const job = await made({ filter, format: 'JSON_LINES', withProofs: true });
      expect(job).toMatchObject({ state: 'MADE', rows: 2 });
      const text = await (await fetched(job.path)).text();
      const [heading, ...lines] = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
      const policy = parsePolicy(`log ${signer.vkeyOf(college.id)}\nquorum none\n`);
      const note = heading?.checkpoint ?? '';
      expect(String(judge(policy, note).checkpoint.size)).toBe(job.treeSize);
      expect(lines).toHaveLength(2);
      for (const { leaf, leafHash: hash, proof } of lines) {
        const told = parseTlogProof(proof ?? '');
        expect(told.note).toBe(note);
        expect(leafOf(leaf ?? '').toString('hex')).toBe(hash);
        expect(provesLeaf(told, leafOf(leaf ?? ''))).toBe(true);
        expect(provesLeaf(told, leafOf(`${leaf ?? ''} `))).toBe(false);
      }
    } finally {
      await signer.close();
    }
  });

  it('leaves its traces in the trail: asked for, made, fetched', async () => {
    const job = await made({ filter: { kinds: ['MARK_RECORDED'] }, format: 'CSV' });
    await (await fetched(job.path)).text();
    await eventually(async () => (await exportsOf(college.as('auditor')))[0]?.fetched === 1);
    const { auditTrail } = await college.as('auditor').read(
      `{ auditTrail(first: 3, filter: { kinds: [EXPORT_REQUESTED, EXPORT_MADE, EXPORT_FETCHED] }) {
        nodes { kind actor { name } } } }`,
    );
    const nodes = ['EXPORT_FETCHED', 'EXPORT_MADE', 'EXPORT_REQUESTED'];
    expect(auditTrail).toEqual({ nodes: nodes.map((kind) => ({ kind, actor: { name: 'auditor' } })) });
    expect(job.rows).toBe(1);
  });

  it('is the same export when the command is repeated, and the filter’s faults are said at once', async () => {
    const id = '5b8a7d0e-0000-4000-8000-00000000e001';
    const input = { format: 'CSV', filter: { lateOnly: true } };
    const [one, again] = [
      await college.as('auditor').do('exportAuditTrail', input, id),
      await college.as('auditor').do('exportAuditTrail', input, id),
    ];
    expect(again).toEqual(one);
    const { errors } = await college
      .as('auditor')
      .query(
        `mutation { exportAuditTrail(commandId: "${id}", input: { format: CSV, filter: { studentId: "nobody" } }) { accepted } }`,
      );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('is for those who read the trail', async () => {
    for (const person of ['teacher', 'deputy', 'curator', 'ivanova', 'mother'] as const) {
      const { errors } = await college
        .as(person)
        .query(
          'mutation { exportAuditTrail(commandId: "5b8a7d0e-0000-4000-8000-00000000e002", input: { format: CSV }) { accepted } }',
        );
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
