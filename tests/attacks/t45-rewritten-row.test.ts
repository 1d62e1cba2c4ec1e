import { join } from 'node:path';
import { forge } from '../../src/demo/tamper/forging.ts';
import { AuditedCollege, PATIENCE_MS } from '../support/audited.ts';
import { ask } from '../support/signing.ts';
import { inJavaScript, inPython, pythonIsMissing, told } from '../support/verifiers.ts';

let audited: AuditedCollege;

beforeAll(async () => {
  audited = await AuditedCollege.open();
}, PATIENCE_MS);
afterAll(() => audited.close());

describe('a row of the log that a superuser rewrites with the triggers off (attack T45)', () => {
  it('looks right to the database, and is refused by the signer and by both verifiers', async () => {
    const { auditorUrl, operatorUrl } = audited.served.database;
    const mark = `SELECT position FROM log.event WHERE type = 'MarkRecorded' LIMIT 1`;
    const [{ position } = { position: '' }] = await ask<{ position: string }>(auditorUrl, mark);
    await forge(operatorUrl, [
      `UPDATE log.event SET body = replace(body, '"value":"4"', '"value":"5"') WHERE position = ${position}`,
      `UPDATE log.event SET leaf_hash = sha256('\\x00'::bytea || convert_to(body, 'UTF8')) WHERE position = ${position}`,
    ]);
    const fits = `SELECT count(*) FILTER (WHERE leaf_hash = sha256('\\x00'::bytea || convert_to(body, 'UTF8'))) = count(*) AS fits
      FROM log.event`;
    expect(await ask(auditorUrl, fits)).toEqual([{ fits: true }]);

    expect(await audited.alarm('EVENT_DIFFERS')).toMatchObject({ position: Number(position) });
    const folder = await audited.export('rewritten', { keysOf: () => Promise.resolve(new Map()) });
    const call = [folder, '--vkey', await audited.vkey(), '--old', join(audited.home, 'old.txt')];
    const [verdict] = inJavaScript([call]);
    expect(verdict?.exit).toBe(1);
    expect(verdict && told(verdict)).toEqual(expect.arrayContaining(['OLD_ROOT null', 'ROOT_DIFFERS null']));
    if (pythonIsMissing === null) expect(inPython([call]).map(told)).toEqual(verdict && [told(verdict)]);
  });
});
