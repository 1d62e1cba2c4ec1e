import { gradebook } from '../../projections/gradebook/gradebook.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import { isFaithful, verifyProjections } from '../../src/runtime/verify-projections.ts';
import { AuditedCollege, PATIENCE_MS } from '../support/audited.ts';
import { uuidIn } from '../support/founding.ts';
import { cellIn, pageOf } from '../support/readings.ts';
import { ask } from '../support/signing.ts';
import { inJavaScript, inPython, pythonIsMissing, told } from '../support/verifiers.ts';

let audited: AuditedCollege;

beforeAll(async () => {
  audited = await AuditedCollege.open();
}, PATIENCE_MS);
afterAll(() => audited.close());

describe('a mark that is changed in the read model alone (attack T50)', () => {
  it('is shown to readers, is found and named by replay and on an exported page, and is repaired', async () => {
    const { college, served } = audited;
    const { operatorUrl } = served.database;
    const [student, lesson] = [college.students.ivanova, college.lessons.old];
    const marks = async () =>
      (await ask<{ marks: unknown }>(operatorUrl, 'SELECT marks FROM read.gradebook_cell'))[0]?.marks;
    expect(await marks()).toEqual([{ workType: 'lessonWork', value: '4' }]);
    await ask(
      operatorUrl,
      `UPDATE read.gradebook_cell SET marks = jsonb_set(marks::jsonb, '{0,value}', '"5"')`,
    );
    const page = await pageOf(college.as('auditor'), college.journals.algebra);
    expect(cellIn(page, student, lesson)?.value).toBe('5');

    const models = openReadModels(served.house.database, [gradebook]);
    const found = await verifyProjections(served.house.log, models);
    const deviations = found.flatMap(({ tables }) => tables.flatMap((table) => table.deviations));
    expect(deviations).toMatchObject([{ kind: 'different' }]);
    const key = JSON.stringify(deviations[0]?.key);
    expect(key).toContain(uuidIn(student));
    expect(key).toContain(uuidIn(lesson));

    const call = [await audited.export('touched'), '--vkey', await audited.vkey()];
    const [verdict] = inJavaScript([call]);
    expect(verdict?.exit).toBe(1);
    expect(verdict && told(verdict)).toEqual([expect.stringMatching(/^PAGE_DIFFERS \d+$/)]);
    if (pythonIsMissing === null) expect(inPython([call]).map(told)).toEqual(verdict && [told(verdict)]);

    await rebuild(served.house.log, models, 'gradebook', 'all', () => undefined);
    expect(isFaithful(await verifyProjections(served.house.log, models))).toBe(true);
    expect(await marks()).toEqual([{ workType: 'lessonWork', value: '4' }]);
  });
});
