import { LogFault } from '../event-log.ts';
import { nameOf, readAsides, StrayRecord, type Aside } from './asides.ts';
import type { Cluster } from './cluster.ts';
import { asideOf, recordId } from './naming.ts';

/**
 * Lets a college's log go on without the record at which it stopped, and writes down in KurrentDB that it was so decided:
 * by whom, when and why. The record stays where it is, is never numbered, and no event of the log can be set aside. Throws
 * `LogFault` where the log stopped at no record, or at another one than was named.
 */
export async function setAside(
  cluster: Cluster,
  college: string,
  record: string,
  decision: Pick<Aside, 'reason' | 'by' | 'at'>,
): Promise<Aside> {
  const stray = await strayIn(cluster, college);
  if (!stray) throw new LogFault('the log stopped at no record');
  const name = nameOf(stray.record);
  if (name.record !== record)
    throw new LogFault(`the log stopped at the record ${name.record}, ${name.stream}@${name.revision}`);
  const data: Aside = { ...name, ...decision };
  const before = (await readAsides((stream) => cluster.readAll(stream), college)).length;
  const streamName = asideOf(college);
  const violations = await cluster.send({
    records: [
      {
        streamName,
        record: {
          ...{ id: recordId(record, 0), contentType: 'application/json', type: 'SetAside' },
          ...{ data, metadata: {} },
        },
      },
    ],
    written: [{ streamName, expectedState: before === 0 ? 'no_stream' : BigInt(before - 1) }],
    checked: [],
  });
  if (violations.length > 0) throw new LogFault('somebody else set a record aside meanwhile: look again');
  return data;
}

/** The record at which a college's log stops, `null` where it stops at none. */
export async function strayIn(cluster: Cluster, college: string): Promise<StrayRecord | null> {
  try {
    const commands = cluster.commands(college);
    while (!(await commands.next()).done);
    return null;
  } catch (error) {
    if (error instanceof StrayRecord) return error;
    throw error;
  }
}
