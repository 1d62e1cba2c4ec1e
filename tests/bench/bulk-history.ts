import { hash, randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { DataKey } from '../../src/keys/data-key.ts';
import { keyName } from '../../src/keys/key-name.ts';
import type { Keyring } from '../../src/keys/keyring.ts';
import { seal } from '../../src/keys/seal.ts';
import { Copying } from './copying.ts';
import { leavesFor } from './log-leaves.ts';
import { LOCAL, told, type Retelling, type Retold } from './told-again.ts';

/** A page of a college, its ids and days in the order of the prototype's places. */
export interface BulkPage {
  readonly values: readonly string[];
  /** The number of its first stream. */
  readonly firstStream: number;
}

interface Head {
  readonly no: number;
  revision: number;
  readonly isNew: boolean;
}

const RANDOM = 64 * 1024;

/** Random characters, taken from a supply that is filled now and then. */
const supply = (encoding: 'hex' | 'base64url') => {
  let [text, at] = ['', 0];
  return (length: number): string => {
    if (at + length > text.length) [text, at] = [randomBytes(RANDOM).toString(encoding), 0];
    at += length;
    return text.slice(at - length, at);
  };
};
const hex = supply('hex');
const text64 = supply('base64url');

const eventId = (msecs: number): string => {
  const time = msecs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-9${hex(3)}-${hex(12)}`;
};

/** Backslashes are COPY's own. */
const copied = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

/**
 * Writes what a page is told again straight into the tables of the log, as a superuser can: the same canonical bodies,
 * leaf hashes, streams, commands and sealed texts that appends would have left there.
 */
export class BulkHistory {
  readonly #admin: Pool;
  readonly #keyring: Keyring;
  readonly #college: string;
  readonly #origin: string;
  readonly #retelling: Retelling;
  readonly #keys = new Map<string, DataKey>();
  readonly #made = new Set<string>();
  readonly #heads = new Map<string, Head>();
  readonly #local = Array.from({ length: LOCAL.sealed + 6 }, () => '');
  readonly #url: string;
  #copies: { events: Copying; commands: Copying; streams: Copying; sealed: Copying } | null = null;
  #no = 0;
  #stream = 0;
  #position = 0;

  constructor(
    { adminUrl }: { readonly adminUrl: string },
    { keyring }: { readonly keyring: Keyring },
    { college, origin }: { readonly college: string; readonly origin: string },
    retelling: Retelling,
  ) {
    this.#url = adminUrl;
    this.#admin = new Pool({ connectionString: adminUrl, max: 1 });
    this.#keyring = keyring;
    this.#college = college;
    this.#origin = origin;
    this.#retelling = retelling;
  }

  /** The last position so far. */
  get position(): number {
    return this.#position;
  }

  /** Takes the log as commands have left it, for so many events more. */
  async open(events: number): Promise<void> {
    const { rows } = await this.#admin.query<{ no: number; head: string; stream: string }>(
      `SELECT c.no, nextval('log.stream_no') AS stream,
              (SELECT max(position) FROM log.event e WHERE e.college = c.no) AS head
         FROM log.college c WHERE c.id = $1`,
      [this.#college],
    );
    const [found] = rows;
    if (!found) throw new Error('The bench has no log to fill.');
    [this.#no, this.#position, this.#stream] = [found.no, Number(found.head), Number(found.stream)];
    const heads = await this.#admin.query<{ no: string; name: string; revision: number }>(
      `SELECT no, name, revision FROM log.stream WHERE college = $1 AND name ~ '^(group|key|timetableDay)-'`,
      [this.#no],
    );
    for (const { no, name, revision } of heads.rows)
      this.#heads.set(name, { no: Number(no), revision, isNew: false });
    // Ids of commands come in no order: their index is made at the end. Here the bench is the operator, who may.
    await this.#admin.query('SET event_triggers = off');
    await leavesFor(this.#admin, this.#no, this.#position + events);
    await this.#admin.query('ALTER TABLE log.command DROP CONSTRAINT command_pkey');
    const into = (of: string) => Copying.into(this.#url, of);
    this.#copies = {
      events: await into(
        'log.event (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)',
      ),
      commands: await into('log.command (college, id, fingerprint, first, last, recorded_at)'),
      streams: await into('log.stream (no, college, name, revision)'),
      sealed: await into('log.sealed (college, position, field, key, ciphertext)'),
    };
  }

  /** Numbers for the streams of one page. */
  page(values: readonly string[]): BulkPage {
    const firstStream = this.#stream;
    this.#stream += this.#retelling.streams;
    return { values, firstStream };
  }

  /** Makes the keys under which texts about these subjects are sealed. */
  async keysFor(subjects: readonly string[]): Promise<void> {
    const names = subjects.map((subject) => keyName({ subject, purpose: 'special', generation: 1 }));
    for (const [name, key] of await this.#keyring.obtain(this.#college, names))
      if (key !== 'destroyed') this.#keys.set(name, key);
  }

  /** Tells one command of a page at an instant. */
  async tell(page: BulkPage, command: readonly Retold[], msecs: number): Promise<void> {
    if (!this.#copies) throw new Error('The log was not opened for filling.');
    const [id, at, local] = [randomUUID(), new Date(msecs).toISOString(), this.#local];
    [local[LOCAL.command], local[LOCAL.at]] = [id, at];
    const first = this.#position + 1;
    let seq = 0;
    for (const event of command) {
      const made = event.makesKeyOf ? told(event.makesKeyOf, local, page.values) : null;
      if (made !== null) {
        if (this.#made.has(made)) continue;
        this.#made.add(made);
        local[LOCAL.commitment] = this.#key(made).key.commitment;
      }
      local[LOCAL.seq] = String(seq++);
      this.#event(page, event, msecs, at, id);
    }
    if (this.#position >= first)
      this.#copies.commands.add(
        `${this.#no}\t${id}\t\\\\x${hash('sha256', id)}\t${first}\t${this.#position}\t${at}`,
      );
    await this.#copies.events.settled();
    await this.#copies.commands.settled();
  }

  /** Writes the heads of a page's streams, once its last part was told. */
  async close({ values, firstStream }: BulkPage, lasting: readonly number[]): Promise<void> {
    if (!this.#copies) return;
    for (const [own, name] of this.#retelling.names.entries()) {
      const revision = lasting[own] ?? -1;
      if (revision < 0) continue;
      this.#copies.streams.add(
        `${firstStream + own}\t${this.#no}\t${told(name, this.#local, values)}\t${revision}`,
      );
    }
    await this.#copies.streams.settled();
  }

  /** Stores what is left, makes the indexes, and lets go. */
  async end(): Promise<void> {
    if (!this.#copies) return;
    for (const [name, { no, revision, isNew }] of this.#heads)
      if (isNew) this.#copies.streams.add(`${no}\t${this.#no}\t${name}\t${revision}`);
    await Promise.all(Object.values(this.#copies).map((copy) => copy.end()));
    const old = [...this.#heads.values()].filter(({ isNew }) => !isNew);
    await this.#admin.query(
      'UPDATE log.stream s SET revision = u.r FROM unnest($1::bigint[], $2::int[]) AS u(no, r) WHERE s.no = u.no',
      [old.map(({ no }) => no), old.map(({ revision }) => revision)],
    );
    await this.#admin.query(`SELECT setval('log.stream_no', $1)`, [this.#stream + 1]);
    await this.#admin.query(`SET maintenance_work_mem = '512MB'`);
    await this.#admin.query('ALTER TABLE log.command ADD PRIMARY KEY (id, college)');
    await this.#admin.end();
  }

  #key(subject: string): { readonly name: string; readonly key: DataKey } {
    const name = keyName({ subject, purpose: 'special', generation: 1 });
    const key = this.#keys.get(name);
    if (!key) throw new Error('A text of the bench is about somebody without a key.');
    return { name, key };
  }

  #head(name: string): Head {
    return this.#heads.getOrInsertComputed(name, () => ({ no: this.#stream++, revision: -1, isNew: true }));
  }

  #event(page: BulkPage, event: Retold, msecs: number, at: string, command: string): void {
    const local = this.#local;
    const id = eventId(msecs);
    this.#position += 1;
    let [stream, revision] = [page.firstStream + event.own, event.revision];
    if (event.own < 0) {
      const head = this.#head(told(event.stream, local, page.values));
      head.revision += 1;
      [stream, revision] = [head.no, head.revision];
    }
    [local[LOCAL.event], local[LOCAL.revision], local[LOCAL.salt]] = [id, String(revision), text64(22)];
    for (const [index, { field, subject, text }] of event.sealed.entries()) {
      const { name, key } = this.#key(told(subject, local, page.values));
      const ciphertext = seal(key, { log: this.#origin, event: id, field, key: name }, text);
      local[LOCAL.sealed + index] = hash('sha256', ciphertext);
      this.#copies?.sealed.add(
        `${this.#no}\t${this.#position}\t${field}\t${name}\t\\\\x${ciphertext.toString('hex')}`,
      );
    }
    const body = told(event.body, local, page.values);
    const leaf = hash('sha256', `\u0000${body}`);
    this.#copies?.events.add(
      `${this.#no}\t${this.#position}\t${stream}\t${revision}\t${id}\t${command}\t${event.type}\t${event.version}\t${event.sealed.length}\t${at}\t${copied(body)}\t\\\\x${leaf}`,
    );
  }
}
