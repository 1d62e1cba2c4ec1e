import { gradebookPage, journalsIn } from '../../projections/gradebook/queries.ts';
import { pageCache } from '../../src/runtime/page-cache.ts';
import { absent, attested, marked } from '../support/acts.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import { algebra, first, group, ivanova, petrova, smirnov, streams, world } from '../support/world.ts';

let side: ReadSide;
let college: string;
let other: string;

beforeAll(async () => {
  side = await readSide();
  const history = world({
    [streams.mark]: [marked('5')],
    [streams.attendance]: [absent()],
    [streams.attestation]: [attested('grade4')],
  });
  college = await side.tell({ ...history, ...elsewhere(history) });
  other = await side.tell(world());
});
afterAll(() => side.close());

const director = () => scope(college, 'director', 'gradebook.read');
const teacher = (journal: string) => scope(college, 'teacher', 'gradebook.read', { journals: [journal] });

describe('the page of a gradebook', () => {
  it('is read with its lessons, roster, cells and attestation', async () => {
    const page = await gradebookPage(side.reader, director(), algebra);
    expect(page).toMatchObject({
      page: { journal: algebra, group, teachers: [petrova], scale: 'fivePoint' },
      lessons: [{ lesson: first, date: '2024-09-02' }, { date: '2024-09-09' }],
      cells: [
        {
          lesson: first,
          student: ivanova,
          marks: [{ workType: 'lessonWork', value: '5' }],
          attendance: 'absent',
          hoursMissed: 2,
        },
      ],
      attestations: [{ student: ivanova, current: 'grade4', heldOn: '2024-12-20' }],
    });
    expect(page?.roster).toHaveLength(2);
    expect(typeof page?.page.revision).toBe('bigint');
    expect(page?.cells[0]?.position).toBeLessThanOrEqual(page?.page.revision ?? 0n);
  });

  it('T-29: is whole for its teacher, and not there for the teacher of another', async () => {
    expect((await gradebookPage(side.reader, teacher(algebra), algebra))?.roster).toHaveLength(2);
    expect(await gradebookPage(side.reader, teacher(there(algebra)), algebra)).toBeNull();
  });

  it('T-39: shows a student only the own rows', async () => {
    const own = (student: string) => ({ ...director(), everything: false, students: new Set([student]) });
    const page = await gradebookPage(side.reader, own(smirnov), algebra);
    expect(page?.roster).toMatchObject([{ student: smirnov }]);
    expect(page?.cells).toEqual([]);
    expect(page?.attestations).toEqual([]);
    expect(await gradebookPage(side.reader, own(there(smirnov)), algebra)).toBeNull();
  });

  it('never crosses colleges', async () => {
    const stranger = scope(other, 'director', 'gradebook.read');
    expect((await gradebookPage(side.reader, stranger, algebra))?.cells).toEqual([]);
    expect(await gradebookPage(side.reader, stranger, there(algebra))).toBeNull();
  });

  it('is kept in memory while its revision stands, whole, and filtered for each viewer', async () => {
    const held = pageCache();
    const whole = await gradebookPage(side.reader, director(), algebra, held);
    expect(await gradebookPage(side.reader, teacher(algebra), algebra, held)).toBe(whole);
    expect(whole?.cells.every((cell) => Object.isFrozen(cell))).toBe(true);
    const own = { ...director(), everything: false, students: new Set([smirnov]) };
    expect((await gradebookPage(side.reader, own, algebra, held))?.roster).toHaveLength(1);
  });
});

describe('the page cache', () => {
  it('reads a page again once its revision has risen, once for all who ask, and again after a failure', async () => {
    const held = pageCache({ size: 1 });
    let reads = 0;
    const load = () => {
      reads += 1;
      return reads === 3 ? Promise.reject(new Error('out of reach')) : Promise.resolve(null);
    };
    await Promise.all([held.page('c', 'j', 1n, load), held.page('c', 'j', 1n, load)]);
    expect(reads).toBe(1);
    await held.page('c', 'j', 2n, load);
    expect(reads).toBe(2);
    await expect(held.page('c', 'j', 3n, load)).rejects.toThrow('out of reach');
    await held.page('c', 'j', 3n, load);
    expect(reads).toBe(4);
    await held.page('c', 'k', 1n, load);
    await held.page('c', 'j', 3n, load);
    expect(reads).toBe(6);
  });
});

describe('the list of pages', () => {
  it('holds what a viewer may open', async () => {
    const found = async (of: Parameters<typeof journalsIn>[1]) =>
      (await journalsIn(side.reader, of)).map(({ journal }) => journal);
    expect((await found(director())).toSorted()).toEqual([algebra, there(algebra)].toSorted());
    expect(await found(teacher(algebra))).toEqual([algebra]);
    expect(await found(scope(college, 'groupCurator', 'gradebook.read', { groups: [group] }))).toEqual([
      algebra,
    ]);
    const own = { ...director(), everything: false, students: new Set([there(ivanova)]) };
    expect(await found(own)).toEqual([there(algebra)]);
    expect(await found(scope(college, 'teacher', 'gradebook.read'))).toEqual([]);
  });

  it('is narrowed by group, teacher and student, and read page by page', async () => {
    const of = director();
    const only = async (filter: Parameters<typeof journalsIn>[2]) =>
      (await journalsIn(side.reader, of, filter)).map(({ journal }) => journal);
    expect(await only({ group })).toEqual([algebra]);
    expect(await only({ teacher: there(petrova) })).toEqual([there(algebra)]);
    expect(await only({ student: ivanova })).toEqual([algebra]);
    expect(await only({ journals: [] })).toEqual([]);
    const [one] = await journalsIn(side.reader, of, {}, { limit: 1 });
    const [two] = await journalsIn(side.reader, of, {}, { limit: 1, after: one?.journal ?? '' });
    expect([one?.journal, two?.journal].toSorted()).toEqual([algebra, there(algebra)].toSorted());
  });
});
