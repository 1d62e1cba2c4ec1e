import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printedPages } from '../../src/audit-pages.ts';
import { exportBundle, type ExportRequest } from '../../src/ledger/bundle/export.ts';
import { cosign } from '../../src/ledger/cosignature.ts';
import { vkeyOf } from '../../src/ledger/key-text.ts';
import { parseNote } from '../../src/ledger/note.ts';
import { makeSigningKey, parseSigningKey } from '../../src/ledger/signing-key.ts';
import type { Finding } from '../../src/ledger/signer/finding.ts';
import { startSigner, type RunningSigner } from '../../src/ledger/signer/signer.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { foundCollege, type College } from './college.ts';
import { serveHouse, type ServedHouse } from './served-house.ts';
import { ask, eventually, QUICK } from './signing.ts';

const witness = parseSigningKey(makeSigningKey('witness.example/w1', 'cosignature'));

/** How long a test may take to found such a college over HTTP, or to verify hundreds of bundles, on a busy machine. */
export const PATIENCE_MS = 300_000;

/** A college of the tests whose log is signed and witnessed, and an auditor who keeps a checkpoint and the keys. */
export class AuditedCollege {
  readonly served: ServedHouse;
  readonly college: College;
  /** Where the auditor keeps things. */
  readonly home: string;
  readonly #signer: RunningSigner;

  private constructor(served: ServedHouse, college: College, home: string) {
    this.served = served;
    this.college = college;
    this.home = home;
    const { signerUrl: databaseUrl } = served.database;
    this.#signer = startSigner({ databaseUrl, folder: join(home, 'signer'), makeKeys: true, pace: QUICK });
  }

  /** Founds the college on the real server, has its log signed, and keeps the first checkpoint in `old.txt`. */
  static async open(): Promise<AuditedCollege> {
    const served = await serveHouse();
    const college = await foundCollege(served);
    const home = await mkdtemp(join(tmpdir(), 'gradeledger-audit-'));
    const audited = new AuditedCollege(served, college, home);
    await writeFile(join(home, 'old.txt'), await audited.sign());
    return audited;
  }

  get origin(): string {
    return `college-${this.college.id}.example/journal`;
  }

  /** Waits until all there is was signed, has it cosigned, and gives the note. */
  async sign(): Promise<string> {
    const { auditorUrl, signerUrl } = this.served.database;
    const head = await this.served.house.log.head(this.college.id);
    interface Row {
      readonly college: number;
      readonly note: string;
    }
    const { college, note } = await eventually(async () => {
      const text = 'SELECT k.college, k.note FROM ledger.checkpoint k JOIN log.college c ON c.no = k.college';
      return (
        await ask<Row>(auditorUrl, `${text} WHERE c.id = $1 AND k.size = $2`, [this.college.id, head])
      )[0];
    });
    const line = cosign(parseNote(note).text, witness, new Date());
    await ask(
      signerUrl,
      'INSERT INTO ledger.cosignature (college, size, witness, line) VALUES ($1, $2, $3, $4)',
      [college, head, witness.name, line],
    );
    const key = `INSERT INTO ledger.key (college, vkey, kind) VALUES ($1, $2, 'witness') ON CONFLICT DO NOTHING`;
    await ask(signerUrl, key, [college, vkeyOf(witness)]);
    return `${note}${line}\n`;
  }

  /** Waits until the signer has found something. */
  async alarm(code: string): Promise<Finding> {
    return eventually(
      () => this.#signer.logs().flatMap(({ alarm }) => (alarm?.code === code ? [alarm] : []))[0],
    );
  }

  /** The key of the log, as the auditor was told it. */
  async vkey(): Promise<string> {
    const text = `SELECT vkey FROM ledger.key WHERE kind = 'log'`;
    const [row] = await ask<{ vkey: string }>(this.served.database.auditorUrl, text);
    return row?.vkey ?? '';
  }

  /** The text of the key of the log, as only the signer has it. */
  async stolenKey(): Promise<string> {
    const folder = join(this.home, 'signer', this.college.id, 'keys');
    const [name = ''] = await readdir(folder);
    return readFile(join(folder, name), 'utf8');
  }

  /** Exports everything there is into a folder of the auditor's, and gives its path. */
  async export(name: string, more: Partial<ExportRequest> = {}): Promise<string> {
    const { house, database } = this.served;
    const folder = join(this.home, name);
    const keyring = await openKeys(house.database.keys.pool(1), { dataDir: database.dataDir });
    await exportBundle(house.database.auditor.pool(4), {
      log: this.origin,
      folder,
      isSealed: true,
      proofs: [],
      pagesOf: printedPages(house),
      keysOf: async (college, names) => {
        const special = names.filter((key) => key.includes('/special/'));
        const found = await keyring.find(college, special);
        return new Map(
          [...found].flatMap(([key, kept]) => (kept === 'destroyed' ? [] : [[key, kept.secret.export()]])),
        );
      },
      ...more,
    });
    return folder;
  }

  async close(): Promise<void> {
    await this.#signer.close();
    await this.served.close();
    await rm(this.home, { recursive: true, force: true });
  }
}
