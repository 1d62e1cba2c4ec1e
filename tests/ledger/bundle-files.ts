import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import canonicalize from 'canonicalize';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { rootOf } from '../../src/ledger/tree.ts';

/** A body, open to be forged. */
export type Body = Record<string, unknown> & {
  id: string;
  at: string;
  revision: number;
  stream: string;
  type: string;
  data: Record<string, unknown>;
  actor: Record<string, unknown>;
  sealed: { f: string; h: string; k: string }[];
};

/** The files of a bundle in the hands of a forger. */
export class BundleFiles {
  readonly files: Map<string, Buffer>;

  constructor(files: ReadonlyMap<string, Buffer>) {
    this.files = new Map(files);
  }

  /** Reads a bundle. */
  static async read(folder: string): Promise<BundleFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = new Map<string, Buffer>();
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(folder.length + 1), await readFile(path));
    }
    return new BundleFiles(files);
  }

  bytes(name: string): Buffer {
    return this.files.get(name) ?? Buffer.alloc(0);
  }

  lines(name = 'events.ndjson'): string[] {
    return this.bytes(name).toString('utf8').split('\n').slice(0, -1);
  }

  setLines(lines: readonly string[], name = 'events.ndjson'): void {
    this.files.set(name, Buffer.from(lines.map((line) => `${line}\n`).join('')));
  }

  bodies(): Body[] {
    return this.lines().map((line) => JSON.parse(line) as Body);
  }

  setBodies(bodies: readonly unknown[]): void {
    this.setLines(bodies.map((body) => canonicalize(body) ?? ''));
  }

  /** Makes the manifest fit what lies there. */
  rebuild(): void {
    if (!this.files.has('manifest.json')) return;
    const manifest = JSON.parse(this.bytes('manifest.json').toString()) as Record<string, unknown>;
    const size = Number(this.bytes('checkpoint.txt').toString().split('\n')[1]);
    const sums = [...this.files]
      .filter(([name]) => name !== 'manifest.json')
      .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
    const rebuilt = {
      ...manifest,
      ...(Number.isInteger(size) && { size }),
      files: Object.fromEntries(sums) as object,
    };
    this.files.set('manifest.json', Buffer.from(`${canonicalize(rebuilt) ?? ''}\n`));
  }

  /** Signs what lies there with a key, and leaves the cosignatures of before under it. */
  sign(key: string): void {
    const note = this.bytes('checkpoint.txt').toString();
    const [origin = ''] = note.split('\n');
    const leaves = this.lines().map((line) => leafHash(line));
    const root = rootOf(leaves);
    const signed = signCheckpoint({ origin, size: leaves.length, root }, [noteSigner(parseSigningKey(key))]);
    const cosignatures = note.split('\n').filter((line) => line.startsWith('— witness'));
    this.files.set(
      'checkpoint.txt',
      Buffer.from(`${signed}${cosignatures.map((line) => `${line}\n`).join('')}`),
    );
  }

  async write(folder: string): Promise<void> {
    for (const [name, bytes] of this.files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
  }
}
