import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type { SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import { answered, ready, type Node } from './guard.ts';

/** What the server says of itself; an older one can do less. */
export interface Features {
  readonly version: string;
  /** `BatchAppend`, 21.10 and later. */
  readonly batchAppend: boolean;
  /** `AppendSession`, 25.1 and later. */
  readonly multiStreamAppend: boolean;
  /** `AppendRecords`, 26.1 and later. */
  readonly appendRecords: boolean;
}

const STREAMS = 'event_store.client.streams.streams';
const RECORDS = 'kurrentdb.protocol.v2.streams.streamsservice';

/** `ServerFeatures.GetSupportedMethods`: the calls that exist, in small letters as the server writes them. */
export const supportedMethods =
  (
    node: Node,
    { version, batchAppend, multiStreamAppend, appendRecords }: Features,
  ): handleUnaryCall<Empty, SupportedMethods> =>
  (_call, answer) => {
    answered(
      ready(node).then(() => {
        const supported = new features.SupportedMethods();
        supported.setEventStoreServerVersion(version);
        const add = (service: string, name: string) => {
          const method = supported.addMethods();
          method.setServiceName(service);
          method.setMethodName(name);
          if (name === 'read') method.setFeaturesList(['all', 'events']);
        };
        for (const name of ['read', 'append', 'delete', 'tombstone']) add(STREAMS, name);
        if (batchAppend) add(STREAMS, 'batchappend');
        if (multiStreamAppend) add(RECORDS, 'appendsession');
        if (appendRecords) add(RECORDS, 'appendrecords');
        return supported;
      }),
      answer,
    );
  };
