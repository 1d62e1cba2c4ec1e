import { eventually, SignedWorld } from '../support/signing.ts';

let world: SignedWorld;

beforeEach(async () => {
  world = await SignedWorld.open();
  await world.append(40);
});

afterEach(() => world.close());

/** The bodies of two events change places, and everything that the database derives from them. */
const swap = (one: number, other: number) => `
  UPDATE log.event e SET (stream, revision, id, command, type, version, body, leaf_hash) =
    (SELECT o.stream, o.revision, o.id, o.command, o.type, o.version, o.body, o.leaf_hash
       FROM old_event o WHERE o.position = CASE e.position WHEN ${one} THEN ${other} ELSE ${one} END)
   WHERE e.position IN (${one}, ${other})`;

const without = (position: number) => [
  `DELETE FROM log.event WHERE position = ${position}`,
  `UPDATE log.event SET position = position + 1000 WHERE position > ${position}`,
  `UPDATE log.event SET position = position - 1001 WHERE position > 1000`,
];

const rewritten = `
  UPDATE log.event SET body = replace(body, '"value":"2"', '"value":"5"'),
    leaf_hash = sha256('\\x00'::bytea || convert_to(replace(body, '"value":"2"', '"value":"5"'), 'UTF8'))
   WHERE position = 5`;

describe('attack T47: a DBA rewrites history and every hash in the database', () => {
  it.each([
    ['deletes an event in the middle', ['DELETE FROM log.event WHERE position = 17'], 'EVENT_MISSING', 17],
    ['deletes one and renumbers those after it', without(17), 'TREE_SHRANK', null],
    [
      'swaps two',
      [
        'CREATE TEMP TABLE old_event AS SELECT * FROM log.event',
        'SET CONSTRAINTS ALL DEFERRED',
        'UPDATE log.event SET revision = revision + 1000 WHERE position IN (11, 30)',
        swap(11, 30),
      ],
      'EVENT_DIFFERS',
      11,
    ],
    ['rewrites one', [rewritten], 'EVENT_DIFFERS', 5],
  ])('attack T47: %s, and the signer names it without a restart', async (_, statements, code, position) => {
    const signer = world.sign();
    await world.signed(signer, 40);
    await world.forge(...statements);
    const { alarm } = await world.alarm(signer, code);
    expect(alarm?.position).toBe(position);
    await world.append(1).catch(() => undefined);
    expect(await world.rows('SELECT FROM ledger.checkpoint WHERE size > 40')).toHaveLength(0);
  });

  it('attack T47: inserts a back-dated event and renumbers, and the signer names the place', async () => {
    const signer = world.sign();
    await world.signed(signer, 40);
    const id = '01900000-0000-7000-8000-000000000000';
    const body = world.bodyOf({ id, stream: 'mark-forged', revision: 0, value: '5' });
    await world.forge(
      `UPDATE log.event SET position = position + 1000 WHERE position >= 10`,
      `UPDATE log.event SET position = position - 999 WHERE position > 1000`,
      `INSERT INTO log.stream (no, college, name, revision) SELECT 999999, no, 'mark-forged', 0 FROM log.college`,
      `INSERT INTO log.event SELECT college, 10, 999999, 0, '${id}', command, type, version, 0, recorded_at, '${body}',
         sha256('\\x00'::bytea || convert_to('${body}', 'UTF8')) FROM log.event WHERE position = 9`,
    );
    // The last signed event is seen to differ first, and the verification that follows finds where it began.
    const alarm = await eventually(() => signer.logs().find((one) => one.alarm?.position === 10)?.alarm);
    expect(alarm.code).toBe('EVENT_DIFFERS');
  });

  it('attack T47: is found by the first verification of a signer that was stopped meanwhile', async () => {
    const signer = world.sign();
    await world.signed(signer, 40);
    await signer.close();
    await world.forge(rewritten);
    const { alarm } = await world.alarm(world.sign(), 'EVENT_DIFFERS');
    expect(alarm?.position).toBe(5);
  });

  it('attack T47: a forged published tile is found, and not served as the signed one unnoticed', async () => {
    await world.append(300);
    const signer = world.sign();
    await world.signed(signer, 340);
    await world.forge(`UPDATE ledger.tile SET hashes = set_byte(hashes, 100, get_byte(hashes, 100) # 1)`);
    expect((await world.alarm(signer, 'TILE_DIFFERS')).alarm?.sentence).toContain('tile 0 of level 0');
  });
});
