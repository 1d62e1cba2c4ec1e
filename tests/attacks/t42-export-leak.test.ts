import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { globalId } from '../../schema/global-id.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { exported, exportsOf, fetchExport } from '../support/exporting.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T42: an export that leaks, by an address somebody guessed, by a file that was left behind, or by rows that who
 * asked may not read.
 */
let served: ServedHouse;
let college: College;
let neighbour: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  neighbour = await foundCollege(served);
});
afterAll(() => served.close());

const folder = () => join(served.house.dataDir, 'exports', college.id);
const files = async () => await readdir(folder()).catch(() => []);
const mine = () => college.as('auditor');

describe('attack T42: an export', () => {
  it('is there for who asked for it and for nobody else: every other answer is the same', async () => {
    const { path } = await exported(mine(), { format: 'CSV' });
    expect((await fetchExport(served, mine(), path)).status).toBe(200);
    const nothing = `/exports/${globalId('Export', '00000000-0000-4000-8000-000000000000')}`;
    const answers = new Set<string>();
    const others: readonly Person[] = [
      'administrator',
      'observer',
      'deputy',
      'teacher',
      'curator',
      'ivanova',
    ];
    for (const client of [...others.map((person) => college.as(person)), neighbour.as('auditor')])
      for (const asked of [path, nothing, '/exports/x', `/exports/${college.journals.algebra}`]) {
        const response = await fetchExport(served, client, asked);
        answers.add(`${String(response.status)} ${await response.text()}`);
      }
    expect([...answers]).toEqual([expect.stringMatching(/^404 .*There is no such export/u)]);
    expect((await fetchExport(served, { token: null }, path)).status).toBe(401);
    expect((await fetchExport(served, { token: 'made-up' }, path)).status).toBe(401);
    for (const client of [college.as('administrator'), neighbour.as('auditor')])
      expect(await exportsOf(client)).toEqual([]);
  });

  it('has as many rows as its owner reads in the trail, and none of another college', async () => {
    const { rows, path } = await exported(mine(), { format: 'JSON_LINES' });
    const positions: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { auditTrail } = (await mine().read(
        `query ($after: String) { auditTrail(first: 100, after: $after) {
          nodes { position } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )) as {
        readonly auditTrail: {
          readonly nodes: readonly { readonly position: string }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      };
      positions.push(...auditTrail.nodes.map(({ position }) => position));
      after = auditTrail.pageInfo.endCursor;
      more = auditTrail.pageInfo.hasNextPage;
    }
    const text = await (await fetchExport(served, mine(), path)).text();
    const lines = text.trimEnd().split('\n');
    const { until } = JSON.parse(lines[0] ?? '') as { readonly until: string };
    const oracle = positions.filter((position) => BigInt(position) <= BigInt(until));
    expect([rows, lines.length - 1]).toEqual([oracle.length, oracle.length]);
    const { log } = JSON.parse(lines[0] ?? '') as { readonly log: string };
    for (const line of lines.slice(1)) expect(line).toContain(log);
  });

  it('says nothing to who finds its file: not a name, not a header of a table', async () => {
    const { path } = await exported(mine(), { format: 'CSV' });
    const plain = await (await fetchExport(served, mine(), path)).text();
    expect(plain).toContain('ivanova');
    for (const name of await files()) {
      const bytes = (await readFile(join(folder(), name))).toString('latin1');
      for (const told of ['ivanova', 'position', 'MarkRecorded', college.accounts.teacher])
        expect(bytes).not.toContain(told);
    }
  });

  it('is gone with its key when its time is over, and stays gone', async () => {
    const { path } = await exported(mine(), { format: 'CSV' });
    expect((await files()).length).toBeGreaterThan(0);
    college.clock.now = '2026-11-21T07:00:01.000Z';
    expect((await fetchExport(served, mine(), path)).status).toBe(404);
    await served.exports.sweep();
    expect(await files()).toEqual([]);
    const { rows } = await served.house.database.keys
      .pool(1)
      .query(`SELECT name FROM keys.dek WHERE name LIKE '%/export/%' AND wrapped IS NOT NULL`);
    expect(rows).toEqual([]);
    expect((await exportsOf(mine())).every((job) => job.path === null)).toBe(true);
  });

  it('whose file somebody took away is not there, and one that was changed does not open', async () => {
    const { path } = await exported(mine(), { format: 'CSV' });
    for (const name of await files()) await rm(join(folder(), name));
    expect((await fetchExport(served, mine(), path)).status).toBe(404);
  });
});
