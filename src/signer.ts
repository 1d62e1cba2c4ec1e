import { readSignerConfig } from './config.ts';
import { runSigner } from './signer-process.ts';
import { StartFault } from './start-fault.ts';

/* The signer as a process of its own beside the server: it imports nothing of the server. */
try {
  await runSigner(readSignerConfig());
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
