import { UnknownError } from '@kurrent/kurrentdb-client';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import errors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/errors_pb.js';

const NOT_LEADER = 'NotLeaderNodeErrorDetails';

/**
 * Where the leader listens, `host:port`, when a node refused a write because it is not the leader; else `null`. The client
 * reads this answer of the first protocol and not of the second, and would ask the same node for ever.
 */
export function leaderIn(error: unknown): string | null {
  if (!(error instanceof UnknownError)) return null;
  const [bytes] = error._raw?.metadata.get('grpc-status-details-bin') ?? [];
  if (!(bytes instanceof Uint8Array)) return null;
  const details = status.Status.deserializeBinary(bytes).getDetails();
  if (!details?.getTypeUrl().endsWith(NOT_LEADER)) return null;
  const leader = errors.NotLeaderNodeErrorDetails.deserializeBinary(
    details.getValue_asU8(),
  ).getCurrentLeader();
  return leader ? `${leader.getHost()}:${String(leader.getPort())}` : null;
}

/** The same connection string for one node of the cluster. */
export const urlAt = (url: string, endpoint: string): string =>
  url.replace(
    /^kurrentdb(?:\+discover)?:\/\/([^@/?]*@)?[^/?]*/,
    (_, user = '') => `kurrentdb://${String(user)}${endpoint}`,
  );
