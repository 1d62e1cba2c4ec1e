import { randomUUID } from 'node:crypto';
import type { Keyring } from '../../src/keys/keyring.ts';

/** A fresh name of a key. */
export const freshName = (generation = 1): string => `${randomUUID()}/identity/${String(generation)}`;

/** What every engine promises. `make` opens another keyring on the same keys, as another process would. */
export const keyringContract = (engine: string, make: () => Promise<Keyring>): void => {
  describe(`the keys of engine ${engine}`, () => {
    const college = randomUUID();

    it('are made once: processes that ask at the same moment get the same key', async () => {
      const names = Array.from({ length: 20 }, () => freshName());
      const processes = await Promise.all(Array.from({ length: 6 }, make));
      const answers = await Promise.all(processes.map((keyring) => keyring.obtain(college, names)));
      for (const name of names) {
        const commitments = answers.map((keys) => {
          const kept = keys.get(name);
          return kept === undefined || kept === 'destroyed' ? null : kept.commitment;
        });
        expect(new Set(commitments).size).toBe(1);
        expect(commitments[0]).toMatch(/^[0-9a-f]{64}$/u);
      }
    });

    it('are of one college, and no two are the same', async () => {
      const keyring = await make();
      const [name, other] = [freshName(), freshName()];
      const mine = await keyring.obtain(college, [name, other]);
      expect(mine.get(name)).not.toEqual(mine.get(other));
      expect((await keyring.find(randomUUID(), [name])).size).toBe(0);
      expect((await (await make()).find(college, [name])).get(name)).toMatchObject({
        commitment: (mine.get(name) as { commitment: string }).commitment,
      });
    });

    it('are not made by looking for them', async () => {
      const keyring = await make();
      const name = freshName();
      expect((await keyring.find(college, [name])).size).toBe(0);
      expect((await keyring.find(college, [name])).size).toBe(0);
    });

    it('are destroyed for ever, twice as well as once, and none is made under their name again', async () => {
      const keyring = await make();
      const [name, never] = [freshName(), freshName()];
      await keyring.obtain(college, [name]);
      await keyring.destroy(college, [name, never]);
      await keyring.destroy(college, [name]);
      for (const found of [
        await keyring.find(college, [name, never]),
        await (await make()).obtain(college, [name, never]),
      ])
        expect([...found]).toEqual(
          expect.arrayContaining([
            [name, 'destroyed'],
            [never, 'destroyed'],
          ]),
        );
    });

    it('tell how far their ends were carried out', async () => {
      const keyring = await make();
      const somewhere = randomUUID();
      expect(await keyring.reached(somewhere)).toBe(0n);
      await keyring.reach(somewhere, 7n);
      await keyring.reach(somewhere, 12n);
      expect(await (await make()).reached(somewhere)).toBe(12n);
    });
  });
};
