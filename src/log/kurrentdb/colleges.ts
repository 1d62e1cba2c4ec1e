import { z } from 'zod';
import { LogFault, type CollegeLog } from '../event-log.ts';
import type { Cluster } from './cluster.ts';
import { COLLEGES, recordId } from './naming.ts';

const College = z.object({ id: z.uuid(), origin: z.string(), clock: z.enum(['server', 'virtual']) });

/** How often somebody else may be faster. */
const TRIES = 20;

/** The colleges that have a log in this KurrentDB, in the order in which they were opened. */
export async function registeredColleges(cluster: Cluster): Promise<readonly CollegeLog[]> {
  const found = await cluster.readAll(COLLEGES);
  return found.map((data) => {
    const { success, data: college, error } = College.safeParse(data);
    if (!success)
      throw new LogFault(`KurrentDB’s stream ${COLLEGES} holds what is no college`, { cause: error });
    return college;
  });
}

/** Registers a college once. Throws `LogFault` where its id or its origin has other particulars. */
export async function registerCollege(cluster: Cluster, college: CollegeLog): Promise<void> {
  for (let i = 0; i < TRIES; i += 1) {
    const known = await registeredColleges(cluster);
    const clashing = known.find(({ id, origin }) => id === college.id || origin === college.origin);
    if (clashing?.id === college.id && clashing.origin === college.origin && clashing.clock === college.clock)
      return;
    if (clashing) throw new LogFault(`the log of college ${college.id} is open with other particulars`);
    if (await register(cluster, college, known.length)) return;
  }
  throw new LogFault(`college ${college.id} could not be registered in KurrentDB: too many others were`);
}

const register = async (
  cluster: Cluster,
  { id, origin, clock }: CollegeLog,
  after: number,
): Promise<boolean> => {
  const record = {
    streamName: COLLEGES,
    record: {
      id: recordId(id, 0),
      contentType: 'application/json' as const,
      type: 'College',
      data: { id, origin, clock },
      metadata: {},
    },
  };
  const expectedState = after === 0 ? ('no_stream' as const) : BigInt(after - 1);
  const violations = await cluster.send({
    records: [record],
    written: [{ streamName: COLLEGES, expectedState }],
    checked: [],
  });
  return violations.length === 0;
};
