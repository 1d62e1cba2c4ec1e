import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { makeTestFolder } from './postgres-server.ts';

declare global {
  var postgresKeeper: ChildProcess | undefined;
}

/** Starts the keeper, in a session of its own so that Ctrl-C reaches jest and not the server. */
export default function setUp(): void {
  const script = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url));
  const keeper = spawn(process.execPath, [script, makeTestFolder()], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  globalThis.postgresKeeper = keeper;
}
