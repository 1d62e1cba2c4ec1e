import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseVkey } from '../../src/ledger/key-text.ts';
import { startMirror } from '../../src/ledger/mirror/mirror.ts';
import type { TrustedLog } from '../../src/ledger/policy.ts';
import type { WitnessAddress } from '../../src/ledger/signer/witness-client.ts';
import { startWitness, type RunningWitness } from '../../src/ledger/witness/witness.ts';

/** Closes what a test opened, the last first. */
export class Closing {
  readonly #acts: (() => Promise<unknown>)[] = [];

  later<Opened>(opened: Opened, act: (opened: Opened) => Promise<unknown>): Opened {
    this.#acts.push(() => act(opened));
    return opened;
  }

  async folder(name: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), `gradeledger-${name}-`));
    return this.later(folder, () => rm(folder, { recursive: true, force: true }));
  }

  async all(): Promise<void> {
    for (const act of this.#acts.splice(0).toReversed()) await act();
  }
}

/** A log that a witness trusts, by the text of its key. */
export const trusted = (vkey: string, url: string | null = null): TrustedLog => ({
  key: parseVkey(vkey),
  url,
});

/** Where a running witness is, and the key it cosigns with. */
export const addressOf = ({ url, vkey }: RunningWitness): WitnessAddress => ({ url, key: parseVkey(vkey) });

/** A witness of these logs; its folder may be one that it had before. */
export const witnessOf = async (
  closing: Closing,
  logs: readonly TrustedLog[],
  folder?: string,
  name = 'witness.example/w1',
): Promise<RunningWitness> => {
  const own = folder ?? (await closing.folder('witness'));
  const witness = await startWitness({ folder: own, name, logs, host: '127.0.0.1', port: 0 });
  return closing.later(witness, () => witness.close().catch(() => undefined));
};

/** A mirror of these logs. */
export const mirrorOf = async (
  closing: Closing,
  logs: readonly TrustedLog[],
  folder: string,
  token: string | null = null,
): Promise<RunningWitness> => {
  const options = { folder, logs, token, host: '127.0.0.1', port: 0, name: 'mirror.example/m1' };
  const mirror = await startMirror(options);
  return closing.later(mirror, () => mirror.close().catch(() => undefined));
};

/** A server that answers as a test likes. */
export const answering = async (closing: Closing, listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.later(server, async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close').catch(() => undefined);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
