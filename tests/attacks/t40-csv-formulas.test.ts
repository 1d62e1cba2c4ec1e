import { Readable } from 'node:stream';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { textOf } from '../../src/exports/forms.ts';
import { plainCell } from '../../src/exports/plain-cell.ts';
import type { TrailRow } from '../../src/exports/trail-rows.ts';
import type { AuditEntry } from '../../projections/audit-trail/table.ts';

/*
 * Attack T40: a cell that a spreadsheet would work out. What begins like a formula is text; real values of a journal,
 * `-`, `+` and `н` among them, read as they are.
 */
const attacks = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=HYPERLINK("http://x")',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠SUM(1)',
  '="a","b"\n=2',
  '-ivanova',
];

const values = ['-', '+', 'н', '5', '-1', '4,5', 'зачёт', 'н/а', 'Иванова-Петрова', 'a=b', '2026-11-22', ''];

describe('attack T40: a cell of CSV', () => {
  it.each(attacks)('that begins like a formula is text: %j', (text) => {
    expect(plainCell(text)).toBe(`'${text}`);
  });

  it.each(values)('that is a value of the journal stays as it is: %j', (text) => {
    expect(plainCell(text)).toBe(text);
  });

  it('survives quotes, commas and line ends, and nothing begins like a formula, whatever is told', async () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...attacks, ...values), fc.string()), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (reasons) => {
        const entry = { position: 1n, reason: null } as Partial<AuditEntry> as AuditEntry;
        const rows = reasons.map((reason): TrailRow => {
          const told = { ...entry, reason };
          return { entry: told, actor: reason, student: '', leaf: '{}', leafHash: '00', proof: null };
        });
        const job = { format: 'csv' } as Parameters<typeof textOf>[1]['job'];
        let text = '';
        for await (const part of textOf(Readable.from(rows), { job, log: 'x', checkpoint: null }))
          text += part;
        const read = parse<Record<string, string>>(text, {
          bom: true,
          columns: true,
          record_delimiter: '\r\n',
        });
        expect(read.map((row) => [row['actor'], row['reason']])).toEqual(
          reasons.map((reason) => [plainCell(reason), plainCell(reason)]),
        );
        for (const row of read)
          for (const cell of Object.values(row)) expect(cell).toMatch(/^(?![\s]*[=@＝＋－＠])/u);
      }),
      { numRuns: 60 },
    );
  });
});
