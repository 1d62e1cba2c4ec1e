import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Checkpoint } from '../checkpoint.ts';
import { cosign, cosignatureVerifier, noteVerifier } from '../cosignature.ts';
import { LedgerFault } from '../fault.ts';
import { lockFolder } from '../folder-lock.ts';
import { vkeyOf } from '../key-text.ts';
import { writeNote, type Verifier } from '../note.ts';
import type { TrustedLog } from '../policy.ts';
import type { SigningKey } from '../signing-key.ts';
import { judgeCheckpoint, parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint.ts';
import { keepCosigned, keptLogs, nameOf, readCosigned, type Cosigned } from './cosigned.ts';
import { witnessKey } from './witness-key.ts';

/** What more a cosigner does before it cosigns a checkpoint that follows the one it cosigned last. */
export type BeforeCosigning = (checkpoint: Checkpoint) => Promise<'done' | 'later' | 'differs'>;

/** What a witness works with. */
export interface WitnessOptions {
  /** Its own: its key, and the last checkpoint of each log. */
  readonly folder: string;
  /** How its key is called, when it is made. */
  readonly name: string | null;
  readonly logs: readonly TrustedLog[];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly before?: BeforeCosigning;
  readonly clock?: () => Date;
}

/** A witness at work. */
export interface RunningWitness {
  readonly url: string;
  readonly vkey: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

const MOST_BYTES = 64 * 1024;

const answer = (status: number, text: string, type = 'text/plain; charset=utf-8'): Answer => ({
  status,
  text,
  type,
});

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const text = body.toString('utf8');
  return Buffer.from(text, 'utf8').equals(body) ? text : null;
};

/** Cosigns for the logs it knows: what it has cosigned is on its disk before anybody gets the signature. */
class Cosigner {
  readonly #folder: string;
  readonly #key: SigningKey;
  readonly #logs: ReadonlyMap<string, readonly Verifier[]>;
  readonly #before: BeforeCosigning;
  readonly #clock: () => Date;
  readonly #last = new Map<string, Cosigned>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(key: SigningKey, last: readonly Cosigned[], options: WitnessOptions) {
    const { folder, logs, before = () => Promise.resolve('done'), clock = () => new Date() } = options;
    const byOrigin = Map.groupBy(logs, (log) => log.key.name);
    this.#folder = folder;
    this.#key = key;
    this.#logs = new Map(
      [...byOrigin].map(([origin, own]) => [origin, own.map((log) => noteVerifier(log.key))]),
    );
    this.#before = before;
    this.#clock = clock;
    for (const one of last) this.#last.set(nameOf(one.checkpoint.origin), one);
  }

  /** The checkpoint kept under a name. */
  kept(name: string): string | null {
    return this.#last.get(name)?.note ?? null;
  }

  /** Answers a request. Requests for one log wait for each other: no two can follow the same checkpoint. */
  async add(body: string): Promise<Answer> {
    let request: AddCheckpoint;
    try {
      request = parseAddCheckpoint(body);
    } catch (error) {
      if (error instanceof LedgerFault) return answer(400, `${error.message}\n`);
      throw error;
    }
    const { origin } = request.checkpoint;
    const turn = (this.#turns.get(origin) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.#judge(request));
    if (this.#logs.has(origin)) this.#turns.set(origin, turn);
    return turn;
  }

  async #judge(request: AddCheckpoint): Promise<Answer> {
    const { note, checkpoint } = request;
    const last = this.#last.get(nameOf(checkpoint.origin))?.checkpoint ?? null;
    const judgement = judgeCheckpoint(request, this.#logs.get(checkpoint.origin) ?? null, last);
    switch (judgement.verdict) {
      case 'unknown':
        return answer(404, 'This witness does not know the log.\n');
      case 'unsigned':
        return answer(403, 'No key of the log signed this.\n');
      case 'backwards':
        return answer(400, 'The old size is larger than the new one.\n');
      case 'conflict':
        return answer(409, `${judgement.size}\n`, 'text/x.tlog.size');
      case 'inconsistent':
        return answer(422, 'The new tree does not continue the old one.\n');
      case 'cosign': {
        const prepared = await this.#before(checkpoint);
        if (prepared === 'later') return answer(503, 'The events are still being fetched.\n');
        if (prepared === 'differs') return answer(422, 'The events are not those of the checkpoint.\n');
        const line = cosign(note.text, this.#key, this.#clock());
        const kept = `${writeNote({ text: note.text, signatures: judgement.signatures })}${line}\n`;
        await keepCosigned(this.#folder, { checkpoint, note: kept });
        this.#last.set(nameOf(checkpoint.origin), { checkpoint, note: kept });
        return answer(200, `${line}\n`);
      }
    }
  }
}

const KEPT = /^\/(?<name>[0-9a-f]{64})\/checkpoint$/u;

const respond = async (cosigner: Cosigner, request: IncomingMessage): Promise<Answer> => {
  const { method, url = '' } = request;
  if (method === 'POST' && url === '/add-checkpoint') {
    const body = await bodyOf(request);
    return body === null ? answer(400, 'That is no request to cosign.\n') : cosigner.add(body);
  }
  const name = method === 'GET' ? KEPT.exec(url)?.groups?.['name'] : undefined;
  const note = name === undefined ? null : cosigner.kept(name);
  return note === null ? answer(404, 'There is nothing here.\n') : answer(200, note);
};

/**
 * Starts a witness (C2SP tlog-witness). Throws `LedgerFault` when its folder is not what it left there, or is another
 * witness's at the moment.
 */
export const startWitness = async (options: WitnessOptions): Promise<RunningWitness> => {
  const { folder, host, port } = options;
  const lock = await lockFolder(folder);
  if (!lock) throw new LedgerFault(`Another witness works in ${folder}.`);
  try {
    const names = await keptLogs(folder);
    const key = await witnessKey(folder, options.name, names.length === 0);
    const own = cosignatureVerifier(key);
    const last = await Promise.all(names.map((name) => readCosigned(folder, name, own)));
    const cosigner = new Cosigner(
      key,
      last.filter((one) => one !== null),
      options,
    );
    const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
      void serveOne(cosigner, request, response);
    });
    server.maxConnections = 64;
    server.listen(port, host);
    await once(server, 'listening');
    const { port: taken } = server.address() as AddressInfo;
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
      vkey: vkeyOf(key),
      close: async () => {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

const serveOne = async (
  cosigner: Cosigner,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  // What goes wrong on the disk or at the source is no cosignature; the log asks again.
  const { status, text, type } = await respond(cosigner, request).catch(() =>
    answer(500, 'The witness could not keep the checkpoint.\n'),
  );
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
};
