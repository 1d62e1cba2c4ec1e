import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { decode, encode, isCommittedText } from '../../src/log/body.ts';
import { memoryLog } from '../../src/log/memory/memory-log.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { correctMark, marked, recordMark } from '../support/acts.ts';
import { told } from '../support/pure-ledger.ts';
import { TestCollege } from '../support/test-college.ts';
import {
  administrator,
  algebra,
  college,
  command,
  father,
  first,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const morning = '2024-09-03T06:00:00.000Z';
const canary = 'Канарейка';

/** Every stored event of a morning on which personal text was put wherever a command takes it. */
const anEventfulMorning = async () => {
  const log = memoryLog();
  const there = await new TestCollege(log, college, morning).open();
  await there.tell(world());
  const { execute } = runCollege(log, { id: college, origin: there.origin }, () => morning);
  const actor = { session: 'session', channel: 'graphql' } as const;
  const cell = { lesson: first, student: ivanova };
  for (const [account, act] of [
    [petrova, recordMark()],
    [petrova, recordMark({ value: canary })],
    [petrova, correctMark({ reason: canary })],
    [petrova, command('CancelAbsence', { journal: algebra, ...cell, reason: canary })],
    [
      administrator,
      command('RegisterStudent', {
        student: randomUUID(),
        familyName: canary,
        givenName: canary,
        patronymic: canary,
      }),
    ],
    [administrator, command('OpenAccount', { account: randomUUID(), holder: 'staff', name: canary })],
    [
      administrator,
      command('ExpelStudent', {
        student: ivanova,
        on: '2024-10-01',
        order: { number: '8-с', date: '2024-09-02' },
        reason: canary,
      }),
    ],
    [father, command('LockAttestationPeriod', { period: randomUUID(), reason: canary })],
  ] as const)
    await execute(act, { commandId: randomUUID(), actor: { ...actor, account } });
  return await log.read(college, 0n, 1_000);
};

describe('the body of an event', () => {
  it('is canonical JSON, in Unicode NFC, whatever was entered', async () => {
    for (const { body } of await anEventfulMorning()) {
      expect(canonicalize(JSON.parse(body))).toBe(body);
      expect(body.normalize('NFC')).toBe(body);
    }
  });

  it('never holds a personal text, not even where the attempt was refused; the text lies beside it', async () => {
    const stored = await anEventfulMorning();
    expect(stored.filter(({ body }) => body.includes(canary))).toEqual([]);
    expect(stored.flatMap(({ sealed }) => sealed).filter(({ text }) => text === canary)).toHaveLength(6);
  });

  it('does not say whose guardian somebody is', async () => {
    const stored = await anEventfulMorning();
    const tied = stored.find(({ type }) => type === 'GuardianshipEstablished');
    expect(tied?.body).not.toContain(ivanova);
    expect(tied?.sealed).toMatchObject([{ field: 'student', text: ivanova }]);
  });

  it('commits to each text with a nonce of its own, and to no other text', async () => {
    const stored = await anEventfulMorning();
    for (const { body, sealed } of stored) {
      const { sealed: commitments } = JSON.parse(body) as { sealed: { f: string; h: string }[] };
      for (const text of sealed) {
        const { h } = commitments.find(({ f }) => f === text.field) ?? { h: '' };
        expect(isCommittedText(h, text)).toBe(true);
        expect(isCommittedText(h, { ...text, text: `${text.text} ` })).toBe(false);
      }
    }
    const nonces = stored.flatMap(({ sealed }) => sealed.map(({ nonce }) => nonce));
    expect(new Set(nonces).size).toBe(nonces.length);
    const salts = stored.map(({ body }) => (JSON.parse(body) as { salt: string }).salt);
    expect(new Set(salts).size).toBe(salts.length);
  });

  it('says where it belongs: log, stream and revision', async () => {
    for (const { body, stream, revision } of await anEventfulMorning())
      expect(JSON.parse(body)).toMatchObject({ stream, revision, log: `college-${college}.example/journal` });
  });
});

describe('writing down and reading back', () => {
  const place = { log: 'college.example/journal', stream: streams.mark, revision: 0, seq: 0 };
  const zeros = () => 'AAAAAAAAAAAAAAAAAAAAAA';
  const { meta } = told(marked('5'), {});
  const stored = (event: Parameters<typeof encode>[0]) => {
    const { type, version, body, sealed } = encode(event, meta, place, zeros);
    return { position: 1n, stream: streams.mark, revision: 0, type, version, body, sealed };
  };

  it('gives the same event', () => {
    expect(decode(stored(marked('5')))).toEqual({
      ...marked('5'),
      meta,
      position: 1n,
      stream: streams.mark,
      revision: 0,
    });
  });

  it('reads an erased text as null', () => {
    const locked = happened('AttestationPeriodLocked', { period: randomUUID() }, { reason: 'Приказ' });
    expect(decode(stored(locked))).toMatchObject({ sealed: { reason: 'Приказ' } });
    expect(decode({ ...stored(locked), sealed: [] })).toMatchObject({ sealed: { reason: null } });
  });

  it('keeps texts composed: и with its breve apart becomes one letter', () => {
    const renamed = happened(
      'StudentRenamed',
      { student: ivanova, on: '2024-09-03', order: null },
      { familyName: 'Зайцева'.normalize('NFD') },
    );
    expect(stored(renamed).sealed).toMatchObject([{ text: 'Зайцева'.normalize('NFC') }]);
  });

  it('keeps any text a person may enter: canonical outside, committed to, ready for the log', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (reason) => {
        const { body, sealed } = stored(happened('AttestationPeriodLocked', { period: college }, { reason }));
        expect(canonicalize(JSON.parse(body))).toBe(body);
        expect(sealed[0]?.text.isWellFormed()).toBe(true);
        expect(sealed[0]?.text).not.toContain('\u0000');
        expect(body).toContain(
          createHash('sha256')
            .update(Buffer.alloc(16))
            .update(sealed[0]?.text ?? '')
            .digest('hex'),
        );
      }),
    );
  });

  it('refuses data that does not fit, fields that are not sealed, and events of a newer program', () => {
    expect(() => stored(marked(''))).toThrow();
    expect(() => stored({ ...marked('5'), data: { ...marked('5').data, note: 'extra' } } as never)).toThrow();
    expect(() => stored({ ...marked('5'), sealed: { note: 'text' } })).toThrow('no sealed field note');
    const body = stored(marked('5')).body.replace('"v":1', '"v":2');
    expect(() => decode({ ...stored(marked('5')), body })).toThrow('newer than this program');
    const unknown = stored(marked('5')).body.replace('MarkRecorded', 'MarkDreamt');
    expect(() => decode({ ...stored(marked('5')), body: unknown })).toThrow('does not know');
  });
});
