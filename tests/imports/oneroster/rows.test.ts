import { Readable } from 'node:stream';
import { readRows, type BrokenRow, type Row } from '../../../src/imports/oneroster/rows.ts';

/** Rows of a text that arrives in chunks of a few bytes. */
async function rowsOf(text: string, chunkBytes = 7): Promise<{ rows: Row[]; broken: BrokenRow[] }> {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  const broken: BrokenRow[] = [];
  const rows = await Array.fromAsync(
    readRows(
      () => Readable.from(chunks),
      (row) => broken.push(row),
    ),
  );
  return { rows, broken };
}

describe('the rows of a CSV file', () => {
  it('know their line, also after cells of several lines, blank lines and either line ending', async () => {
    const { rows } = await rowsOf('a,b\r\n"one\r\ntwo",x\n\n"y\n\n",z\r\n,\nlast,row');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\r\ntwo', 'x'] },
      { line: 5, cells: ['y\n\n', 'z'] },
      { line: 9, cells: ['last', 'row'] },
    ]);
  });

  it('do not begin with a byte order mark', async () => {
    const { rows } = await rowsOf('\uFEFFa,b\n1,2\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keep quotes as they were meant', async () => {
    const { rows, broken } = await rowsOf('"say ""да""",5" pipe\n"""Good"" work\nmore, ""much""",x\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['say "да"', '5" pipe'],
      ['"Good" work\nmore, "much"', 'x'],
    ]);
    expect(broken).toEqual([]);
  });

  it.each([
    ['at the end of the file', 'a,b\n1,2\n3,"open\n5,6\n7,8\n'],
    ['by the next quoted cell', 'a,b\n1,2\n3,"open\n5,6\n7,8\n9,"quoted"\n'],
  ])('lose only the row whose quote is never closed, found %s', async (_, text) => {
    const { rows, broken } = await rowsOf(text);
    expect(broken).toEqual([{ line: 3, last: false }]);
    expect(rows.slice(0, 4)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['5', '6'] },
      { line: 5, cells: ['7', '8'] },
    ]);
  });

  it('stop at the twenty-first broken row', async () => {
    const { broken } = await rowsOf('a,"open\n'.repeat(30) + 'a,"x"\n', 4096);
    expect(broken).toHaveLength(21);
    expect(broken.at(-1)).toEqual({ line: 21, last: true });
  });

  it('do not grow without bound', async () => {
    const { rows, broken } = await rowsOf(`a,b\n1,2\n${'x'.repeat(400_000)}\n3,4\n`, 65_536);
    expect(broken).toEqual([{ line: 3, last: false }]);
    expect(rows.at(-1)).toEqual({ line: 4, cells: ['3', '4'] });
  });

  it('pass on that the bytes cannot be read', async () => {
    const failing = Readable.from(
      (async function* () {
        yield Buffer.from('a,b\n');
        await Promise.reject(new Error('the disk failed'));
      })(),
    );
    await expect(
      Array.fromAsync(
        readRows(
          () => failing,
          () => undefined,
        ),
      ),
    ).rejects.toThrow('the disk failed');
  });
});
