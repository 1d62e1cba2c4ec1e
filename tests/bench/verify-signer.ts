import { startSigner } from '../../src/ledger/signer/signer.ts';
import { contend } from './contender.ts';

/** Whose log to sign, and where its own folder is. */
export interface SignerSetup {
  readonly databaseUrl: string;
  readonly folder: string;
}

/* The signer in a process of its own, as `npm start` runs it beside the server. */
contend(({ databaseUrl, folder }: SignerSetup) => {
  const say = ({ message }: { readonly message: string }): void => {
    console.error(message);
  };
  startSigner({ databaseUrl, folder, makeKeys: true, say });
  return Promise.resolve('signing');
});
