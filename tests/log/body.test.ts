import { hash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { dataKey, newKeyBytes } from '../../src/keys/data-key.ts';
import type { Kept } from '../../src/keys/keyring.ts';
import { decode, encode, type KeyOf } from '../../src/log/body.ts';
import { LogFault } from '../../src/log/event-log.ts';
import { eventLog } from '../support/event-log.ts';
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
  const log = eventLog();
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
    const sealed = stored.flatMap((event) => event.sealed);
    expect(sealed.filter(({ ciphertext }) => Buffer.from(ciphertext).includes(canary))).toEqual([]);
    const read = stored.flatMap((event) => Object.values(decode(event).sealed ?? {}));
    expect(read.filter((text) => text === canary)).toHaveLength(6);
  });

  it('does not say whose guardian somebody is', async () => {
    const stored = await anEventfulMorning();
    const tied = stored.find(({ type }) => type === 'GuardianshipEstablished');
    expect(tied?.body).not.toContain(ivanova);
    expect(tied && decode(tied)).toMatchObject({ sealed: { student: ivanova } });
  });

  it('commits to the ciphertext of each text and to its key; no two texts have the same ciphertext', async () => {
    const stored = await anEventfulMorning();
    for (const { body, sealed } of stored) {
      const { sealed: commitments } = JSON.parse(body) as { sealed: object[] };
      expect(commitments).toEqual(
        sealed.map(({ field, key, ciphertext }) => ({ f: field, h: hash('sha256', ciphertext), k: key })),
      );
    }
    const ciphertexts = stored.flatMap(({ sealed }) =>
      sealed.map(({ ciphertext }) => Buffer.from(ciphertext).toString('hex')),
    );
    expect(new Set(ciphertexts).size).toBe(ciphertexts.length);
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
  const key = dataKey(newKeyBytes());
  const keyOf: KeyOf = (subject, purpose) => ({ name: `${subject}/${purpose}/1`, key });
  const stored = (event: Parameters<typeof encode>[0]) => {
    const { type, version, body, sealed } = encode(event, meta, place, zeros, keyOf);
    const keys = new Map<string, Kept>(sealed.map((text) => [text.key, key]));
    return { position: 1n, stream: streams.mark, revision: 0, type, version, body, sealed, keys };
  };
  const locked = (reason = 'Приказ') =>
    stored(happened('AttestationPeriodLocked', { period: randomUUID() }, { reason }));

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
    const event = locked();
    expect(decode(event)).toMatchObject({ sealed: { reason: 'Приказ' } });
    expect(decode({ ...event, sealed: [] })).toMatchObject({ sealed: { reason: null } });
    const destroyed = new Map<string, Kept>([...event.keys].map(([name]) => [name, 'destroyed']));
    expect(decode({ ...event, keys: destroyed })).toMatchObject({ sealed: { reason: null } });
  });

  it('is a fault that names event and field, and nothing of the text, where the text is not the one', () => {
    const [event, other] = [locked(), locked('Другой')];
    const another = new Map<string, Kept>([...event.keys].map(([name]) => [name, dataKey(newKeyBytes())]));
    for (const wrong of [
      { ...event, sealed: other.sealed },
      { ...event, sealed: event.sealed.map((text) => ({ ...text, ciphertext: Buffer.alloc(40, 1) })) },
      { ...event, keys: another },
      { ...event, keys: new Map<string, Kept>() },
    ])
      expect(() => decode(wrong)).toThrow(new RegExp(`^the text reason of event ${meta.id} [a-z :]+$`));
    expect(() => decode({ ...event, keys: another })).toThrow(LogFault);
  });

  it('keeps texts composed: и with its breve apart becomes one letter', () => {
    const renamed = happened(
      'StudentRenamed',
      { student: ivanova, on: '2024-09-03', order: null },
      { familyName: 'Зайцева'.normalize('NFD') },
    );
    expect(decode(stored(renamed))).toMatchObject({ sealed: { familyName: 'Зайцева'.normalize('NFC') } });
  });

  it('keeps any text a person may enter: canonical outside, committed to, ready for the log', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (reason) => {
        const event = stored(happened('AttestationPeriodLocked', { period: college }, { reason }));
        expect(canonicalize(JSON.parse(event.body))).toBe(event.body);
        const text = decode(event).sealed as { readonly reason: string };
        expect(text.reason.isWellFormed()).toBe(true);
        expect(text.reason).not.toContain('\u0000');
        expect(text.reason).toBe(reason.toWellFormed().replaceAll('\u0000', '\uFFFD').normalize('NFC'));
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
