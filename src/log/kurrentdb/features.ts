import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { ServerFeatures } from '@kurrent/kurrentdb-client/dist/Client/ServerFeatures.js';
import { LogFault } from '../event-log.ts';

const SERVICE = '/kurrentdb.protocol.v2.streams.StreamsService';

/** Calls that an append needs, and since which version a server has them. */
const NEEDED = {
  appendRecords: { path: `${SERVICE}/AppendRecords`, since: '26.1', what: 'checks of other streams' },
  appendSession: {
    path: `${SERVICE}/AppendSession`,
    since: '25.1',
    what: 'writes to several streams at once',
  },
} as const;

/**
 * Asks the server what it can do; the client remembers the answer as long as it is connected. Throws `LogFault` with the
 * version that is needed where an append, with or without checks, cannot be made.
 */
export async function demandAppends(client: KurrentDBClient, withChecks: boolean): Promise<void> {
  const { path, since, what } = NEEDED[withChecks ? 'appendRecords' : 'appendSession'];
  const { capabilities } = client as unknown as { readonly capabilities: Promise<ServerFeatures> };
  const server = await capabilities;
  type Method = Parameters<typeof server.supports>[0];
  if (server.supports({ path } as Method)) return;
  const version = server.serverVersion;
  throw new LogFault(
    `this KurrentDB (version ${version}) has no ${what}: GradeLedger needs KurrentDB ${since} or later`,
  );
}
