import { LogFault, type AppendRequest, type SealedLog } from '../../src/log/event-log.ts';
import { appendOne } from '../log/requests.ts';

/** A command that the log said it has stored. */
export interface Acknowledged {
  readonly commandId: string;
  readonly first: bigint;
  readonly last: bigint;
}

/** Writers of a log, each on its own stream. */
export interface Appenders {
  /** What was acknowledged so far, in order. */
  readonly acknowledged: readonly Acknowledged[];
  /** How often the log said that it could not. */
  readonly faults: () => number;
  /** Lets those under way finish. */
  stop(): Promise<void>;
}

/** Writes without end; what is not answered is sent again under the same id, as a client would. */
export const appendEndlessly = (
  log: SealedLog,
  college: string,
  writers: number,
  prefix = 'mark-',
): Appenders => {
  const acknowledged: Acknowledged[] = [];
  let faults = 0;
  let isStopped = false;

  const store = async (request: AppendRequest): Promise<boolean> => {
    while (!isStopped) {
      try {
        const outcome = await log.append(college, request);
        if (outcome.status !== 'appended' && outcome.status !== 'duplicate')
          throw new Error(`A writer alone on its stream was told ${outcome.status}.`);
        const { first, last } = outcome;
        acknowledged.push({ commandId: request.commandId, first, last });
        return true;
      } catch (error) {
        if (!(error instanceof LogFault)) throw error;
        faults += 1;
      }
    }
    return false;
  };
  const write = async (stream: string): Promise<void> => {
    for (let revision = -1; !isStopped; revision += 1)
      if (!(await store(appendOne(stream, revision, 'x'.repeat(500))))) return;
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, i) => write(`${prefix}${String(i)}`)));
  return {
    acknowledged,
    faults: () => faults,
    stop: async () => {
      isStopped = true;
      await writing;
    },
  };
};
