import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSigner } from '../../src/ledger/signer/signer.ts';
import type { ApiClient } from './api-client.ts';
import type { TestDatabase } from './postgres.ts';
import { eventually, QUICK } from './signing.ts';

/** A signer beside a server of the tests. */
export interface ServedSigner {
  /** The verifier key of a college's log. */
  vkeyOf(college: string): string;
  close(): Promise<void>;
}

/** Signs every log of a test's database. */
export const signBeside = async ({ signerUrl }: Pick<TestDatabase, 'signerUrl'>): Promise<ServedSigner> => {
  const folder = await mkdtemp(join(tmpdir(), 'gradeledger-signer-'));
  const signer = startSigner({ databaseUrl: signerUrl, folder, makeKeys: true, pace: QUICK });
  return {
    vkeyOf: (college) => signer.logs().find((log) => log.college === college)?.vkeys[0] ?? '',
    async close() {
      await signer.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Waits until a college's log is signed to its end. */
export const untilSigned = async (auditor: ApiClient): Promise<number> =>
  eventually(async () => {
    const { auditLog } = (await auditor.read('{ auditLog { status { head signedSize } } }')) as {
      readonly auditLog: { readonly status: { readonly head: string; readonly signedSize: string } };
    };
    const { head, signedSize } = auditLog.status;
    return head === signedSize && Number(signedSize);
  });
