import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import gossips from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import type { ClusterInfo } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import type { Endpoint } from '../faults.ts';
import { answered, ready, type Node } from './guard.ts';

/** `Gossip.Read`: this node, and the leader where that is another. */
export const gossip =
  (node: Node): handleUnaryCall<Empty, ClusterInfo> =>
  (_call, answer) => {
    answered(
      ready(node).then(() => {
        const { VNodeState } = gossips.MemberInfo;
        const info = new gossips.ClusterInfo();
        const { leader } = node.faults;
        info.addMembers(member(node.endpoint(), leader ? VNodeState.FOLLOWER : VNodeState.LEADER));
        if (leader) info.addMembers(member(leader, VNodeState.LEADER));
        return info;
      }),
      answer,
    );
  };

function member({ host, port }: Endpoint, state: gossips.MemberInfo.VNodeState) {
  const endpoint = new gossips.EndPoint();
  endpoint.setAddress(host);
  endpoint.setPort(port);
  const info = new gossips.MemberInfo();
  info.setInstanceId(new shared.UUID().setString('00000000-0000-4000-8000-000000000001'));
  info.setTimeStamp(String(Date.now() * 10_000));
  info.setState(state);
  info.setIsAlive(true);
  info.setHttpEndPoint(endpoint);
  return info;
}
