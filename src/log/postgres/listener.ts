import { Client, type Pool } from 'pg';

/** Pause before listening again after a lost connection, in milliseconds. */
const RECONNECT_MS = 1_000;

/** Hears what other processes append, while somebody follows the log. */
export interface Listener {
  /** Listens from the first follower on; the function it gives back ends this follower's interest. */
  join(): () => void;
  /** Gives the connection back at once, whoever still follows. */
  stop(): void;
}

/**
 * One connection of its own, beside the pool, that LISTENs. What it hears is a hint: while it is out of reach,
 * followers poll, so no failure here is anybody's fault but slowness.
 */
export function createListener(pool: Pool, heard: (college: string, position: bigint) => void): Listener {
  let followers = 0;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const stop = (): void => {
    clearTimeout(timer);
    client?.removeAllListeners('end');
    client?.end().catch(() => undefined);
    client = undefined;
  };

  const start = (): void => {
    const started = new Client(pool.options);
    client = started;
    const again = (): void => {
      if (client !== started) return;
      stop();
      timer = setTimeout(start, RECONNECT_MS);
    };
    started.on('error', again);
    started.on('end', again);
    started.on('notification', ({ payload = '' }) => {
      const [college, position] = payload.split(' ');
      if (college && position) heard(college, BigInt(position));
    });
    started
      .connect()
      .then(() => started.query('LISTEN gradeledger_log'))
      .catch(again);
  };

  return {
    stop,
    join() {
      followers += 1;
      if (followers === 1) start();
      return () => {
        followers -= 1;
        if (followers === 0) stop();
      };
    },
  };
}
