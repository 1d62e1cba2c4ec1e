import { definitions } from '../../events/register.ts';
import { errorCode } from '../../src/database/error-code.ts';
import { memoryKeyring } from '../../src/keys/memory-keyring.ts';
import { decode } from '../../src/log/body.ts';
import { memoryLog } from '../../src/log/memory/memory-log.ts';
import { openedLog } from '../../src/log/opened-log.ts';
import { marked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { keyed } from '../support/personal-keys.ts';
import { testDatabase } from '../support/postgres.ts';
import { told } from '../support/pure-ledger.ts';
import { TestCollege } from '../support/test-college.ts';
import {
  administrator,
  algebra,
  command,
  deputy,
  first,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';
import { connections } from '../../src/database/pools.ts';

const corrected = (from: '5', to: '3') =>
  happened(
    'MarkCorrected',
    {
      journal: algebra,
      lesson: first,
      student: ivanova,
      workType: 'lessonWork',
      scale: 'fivePoint',
      from,
      to,
    },
    { reason: 'Ошибка при переносе' },
  );

const erasure = idOf('erasure');
const keys = { ...keyed(ivanova, 'identity', 'special'), ...keyed(petrova, 'staff') };
const ask = (
  subject: string,
  subjectKind: 'student' | 'staff',
  ...purposes: ('identity' | 'special' | 'staff')[]
) =>
  command('RequestErasure', {
    erasure,
    subject,
    subjectKind,
    accounts: [],
    purposes,
    requestedBy: 'college',
    document: '№ 1',
  });

describe('attack T53: destroying keys to hide a correction', () => {
  it('takes no mark and no correction away, only the words beside them', async () => {
    const log = openedLog(memoryLog(), memoryKeyring());
    const college = await new TestCollege(log).open();
    await college.tell(world({ [streams.mark]: [marked('5'), corrected('5', '3')] }));
    const before = await log.readStream(college.id, streams.mark);
    const data = { subject: ivanova, purpose: 'special', generation: 1, erasure } as const;
    await college.tell({ [`key-${ivanova}.special`]: [happened('SubjectKeyDestroyed', data)] });
    const after = await log.readStream(college.id, streams.mark);

    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    expect(after.map(decode).map(({ data: stands }) => stands)).toEqual(
      before.map(decode).map(({ data: stood }) => stood),
    );
    expect(before.map(decode).at(-1)?.sealed).toEqual({ reason: expect.any(String) as string });
    expect(after.map(decode).at(-1)?.sealed).toEqual({ reason: null });
    await log.close();
  });

  it('finds nothing of an entry sealed but the reason for it', () => {
    const entries = new Set(['mark', 'attestation', 'attendance', 'finalQualification']);
    const sealed = definitions
      .filter(({ category }) => entries.has(category))
      .flatMap((definition) => Object.keys(definition.sealed));
    expect(new Set(sealed)).toEqual(new Set(['reason']));
  });

  it('is refused before the day, and for ever where it would hide who changed which mark', () => {
    given(world(keys), { by: administrator })
      .when(ask(ivanova, 'student', 'identity'))
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { purpose: 'identity', basis: 'studying' } });
    given(world(keys), { by: administrator })
      .when(ask(petrova, 'staff', 'staff'))
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { basis: 'marksRetained' } });
  });

  it('is refused to one person alone, and to the teacher whose correction it is', () => {
    const asked = [
      told(
        happened('ErasureRequested', {
          erasure,
          subject: ivanova,
          subjectKind: 'student',
          accounts: [],
          purposes: ['special'],
          requestedBy: 'college',
          document: null,
        }),
        {},
      ),
      happened('ErasureScheduled', {
        erasure,
        terms: [{ subject: ivanova, purpose: 'special', dueOn: '2024-09-03', basis: 'noLongerNeeded' }],
      }),
      told(
        happened('ErasureApproved', {
          erasure,
          step: 'first',
          keys: [{ subject: ivanova, purpose: 'special' }],
        }),
        {
          actor: {
            account: deputy,
            session: 's',
            channel: 'graphql',
            role: 'deputyDirector',
            onBehalfOf: null,
          },
        },
      ),
    ];
    const past = world({ ...keys, [`erasure-${erasure}`]: asked });
    const approve = command('ApproveErasure', { erasure });
    given(past, { by: deputy }).when(approve).thenRefuses({ code: 'SECOND_PERSON_REQUIRED' });
    given(past, { by: petrova }).when(approve).thenRefuses({ code: 'NOT_PERMITTED' });
    given(past, { by: petrova })
      .when(ask(ivanova, 'student', 'special'))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is not made easier by one person who shortens the term', () => {
    for (const parameter of ['personalData.identityYears', 'personalData.specialDays'])
      given(world(), { by: administrator })
        .when(
          command('ProposeRegulationChange', {
            change: idOf('change'),
            effectiveFrom: '2024-09-03',
            values: [{ parameter, value: 1, clause: null }],
            order: '№ 7',
            reason: 'Короче',
          }),
        )
        .thenRecords({ type: 'RegulationChangeProposed' });
  });

  it('is not open to the application by SQL either', async () => {
    const database = await testDatabase();
    const app = connections(database.appUrl);
    const refused = async (sql: string) =>
      await app
        .pool(1)
        .query(sql)
        .then(() => 'done', errorCode);
    expect(await refused('DELETE FROM log.sealed')).toBe('42501');
    expect(await refused(`UPDATE log.sealed SET ciphertext = ''`)).toBe('42501');
    expect(await refused(`SELECT log.detach(1, '{}')`)).toBe('42501');
    await app.end();
    await database.drop();
  });
});
