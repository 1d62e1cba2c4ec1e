import { vkeyOf, type PublicKey } from '../key-text.ts';
import type { CollegeSigner } from './college-signer.ts';
import {
  cosignedSize,
  keepCosignature,
  writeReport,
  type LogFacts,
  type Queryable,
} from './signer-database.ts';
import { lastSeen, submit, type WitnessAddress, type WitnessAnswer } from './witness-client.ts';

/** How far a witness's clock may be from this one before it is told, in milliseconds. */
const CLOCK_MS = 5 * 60 * 1_000;

/** Asks the witnesses of one college, each by itself: a slow or dead one holds up nobody. */
export class Witnessing {
  readonly #witnesses: readonly WitnessAddress[];
  readonly #limit: () => AbortSignal;
  readonly #told = new Map<string, string>();
  readonly #asking = new Map<string, Promise<boolean>>();

  constructor(witnesses: readonly WitnessAddress[], limit: () => AbortSignal) {
    this.#witnesses = witnesses;
    this.#limit = limit;
  }

  /** Learns what the witnesses last saw of the log, so that a signer whose folder is an old copy notices. */
  async recall(signer: CollegeSigner, { origin }: LogFacts): Promise<void> {
    const keys = signer.logKeys(origin);
    await Promise.all(this.#witnesses.map((one) => this.#recallFrom(one, signer, origin, keys)));
  }

  /** Has the last checkpoint cosigned by every witness that has not cosigned it, and tells whether one was asked. */
  async submit(db: Queryable, signer: CollegeSigner, facts: LogFacts): Promise<boolean> {
    const asked = await Promise.all(
      this.#witnesses.map(async (witness) => {
        const { name } = witness.key;
        const asking =
          this.#asking.get(name) ??
          this.#submitTo(witness, db, signer, facts).finally(() => this.#asking.delete(name));
        this.#asking.set(name, asking);
        return asking;
      }),
    );
    return asked.includes(true);
  }

  async #recallFrom(
    { url }: WitnessAddress,
    signer: CollegeSigner,
    origin: string,
    keys: readonly PublicKey[],
  ): Promise<boolean> {
    const seen = await lastSeen(url, origin, keys, this.#limit());
    if (seen) signer.saw(seen);
    return seen !== null;
  }

  async #submitTo(
    witness: WitnessAddress,
    db: Queryable,
    signer: CollegeSigner,
    facts: LogFacts,
  ): Promise<boolean> {
    const { signed } = signer;
    if (!signed || signer.standing) return false;
    const submission = { ...signed, origin: facts.origin, tiles: signer.tiles.read };
    let old = await cosignedSize(db, facts.no, witness.key.name);
    if (old >= signed.size) return false;
    let answer = await submit(witness, submission, old, this.#limit());
    // The witness knows better how far it went: an answer of it may have been lost.
    if (
      answer.status === 'conflict' &&
      answer.size !== null &&
      answer.size !== old &&
      answer.size <= signed.size
    ) {
      old = answer.size;
      answer = await submit(witness, submission, old, this.#limit());
    }
    await this.#settle(answer, witness, db, signer, facts, signed.size);
    return true;
  }

  async #settle(
    answer: WitnessAnswer,
    witness: WitnessAddress,
    db: Queryable,
    signer: CollegeSigner,
    facts: LogFacts,
    size: number,
  ): Promise<void> {
    const { key } = witness;
    switch (answer.status) {
      case 'cosigned': {
        const { line, at } = answer;
        await keepCosignature(db, facts.no, size, { witness: key.name, line, vkey: vkeyOf(key) });
        if (Math.abs(at.getTime() - Date.now()) > CLOCK_MS)
          return this.#tell(
            db,
            facts,
            size,
            witness,
            'WITNESS_CLOCK',
            `By the clock of the witness ${key.name} it was ${at.toISOString()}: its clock or this one is wrong.`,
          );
        this.#told.delete(key.name);
        return;
      }
      case 'conflict': {
        const keys = signer.logKeys(facts.origin);
        if (await this.#recallFrom(witness, signer, facts.origin, keys))
          return this.#tell(
            db,
            facts,
            size,
            witness,
            'WITNESS_CONFLICT',
            `The witness ${key.name} holds another checkpoint of ${facts.origin} than this one continues.`,
          );
        return this.#tell(
          db,
          facts,
          size,
          witness,
          'WITNESS_CONTRADICTS',
          `The witness ${key.name} says that it saw another tree of ${facts.origin}, and shows none that this log signed.`,
        );
      }
      case 'refused':
        return this.#tell(db, facts, size, witness, answer.code, answer.sentence);
    }
  }

  /** Reports what a witness does wrong, once until it does something else. */
  async #tell(
    db: Queryable,
    { no }: LogFacts,
    size: number,
    { key }: WitnessAddress,
    code: string,
    sentence: string,
  ): Promise<void> {
    if (this.#told.get(key.name) === code) return;
    this.#told.set(key.name, code);
    await writeReport(db, { no, kind: 'witness', code, size, position: null, witness: key.name, sentence });
  }
}
