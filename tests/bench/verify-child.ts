import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SignerSetup } from './verify-signer.ts';

/** A signer in a process of its own, which can be held and let go. */
export const childSigner = async (setup: SignerSetup) => {
  const program = fileURLToPath(new URL('verify-signer.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const answered = once(child, 'message');
  child.send(setup);
  await answered;
  return {
    pid: String(child.pid),
    hold: () => child.kill('SIGSTOP'),
    release: () => child.kill('SIGCONT'),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGCONT');
      child.disconnect();
      await ended;
    },
  };
};
