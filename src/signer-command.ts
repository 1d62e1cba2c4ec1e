import { join } from 'node:path';
import { Command } from 'commander';
import { readSignerConfig } from './config.ts';
import { connections } from './database/pools.ts';
import { makeKey } from './ledger/signer/kept-keys.ts';
import { readFacts } from './ledger/signer/signer-database.ts';
import { runSigner } from './signer-process.ts';
import { StartFault } from './start-fault.ts';

/** `cli signer`: signs every log of SIGNER_DATABASE_URL from the folder SIGNER_DIR, until it is stopped. */
export const signerCommand = (): Command =>
  new Command('signer')
    .description('Sign every log of a database, as a process and a user of its own.')
    .exitOverride()
    .action(() => runSigner(readSignerConfig()));

/** `cli signer-key <origin>`: a further key of a log; every key in the folder signs, so a rotation overlaps. */
export const signerKeyCommand = (print = console.log): Command =>
  new Command('signer-key')
    .description('Make a signing key for a log in SIGNER_DIR, and print its verifier key.')
    .argument('<origin>', 'the origin of the log, such as college.example/journal')
    .exitOverride()
    .action(async (origin: string) => {
      const { databaseUrl, folder } = readSignerConfig();
      const signer = connections(databaseUrl);
      try {
        const log = (await readFacts(signer.pool(1))).find((one) => one.origin === origin);
        if (!log) throw new StartFault(`The database has no log ${origin}.`);
        print((await makeKey(join(folder, log.college), origin, 'real')).vkey);
      } finally {
        await signer.end();
      }
    });
