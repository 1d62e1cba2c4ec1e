import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { TODAY } from './college.ts';
import type { ServedHouse } from './served-house.ts';

/** A server in a process of its own, which a test may kill. */
export interface ServerApart {
  readonly origin: string;
  readonly child: ChildProcess;
}

/** Starts servers beside another one, on the same database; `stop()` kills those that still run. */
export const serversBeside = ({ database }: Pick<ServedHouse, 'database'>) => {
  const children: ChildProcess[] = [];
  return {
    async start(): Promise<ServerApart> {
      const child = spawn(
        process.execPath,
        ['--import', './.config/decorators.mjs', 'tests/support/server-process.ts'],
        {
          env: {
            ...process.env,
            NODE_OPTIONS: '',
            DATABASE_URL: database.operatorUrl,
            DATA_DIR: database.dataDir,
            TEST_NOW: TODAY,
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      children.push(child);
      const [origin] = (await once(createInterface(child.stdout), 'line')) as [string];
      return { origin, child };
    },
    stop(): void {
      for (const child of children) child.kill('SIGKILL');
    },
  };
};
