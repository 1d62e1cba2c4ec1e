import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { BinaryWriter } from 'google-protobuf';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import type { Message } from 'google-protobuf';
import codes from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import serverErrors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/errors_pb.js';
import type { Endpoint } from './faults.ts';

const TYPES = 'type.googleapis.com/';

/** The codes that details come with, by the name that gRPC and `google.rpc` share. */
export type Kind = 'ABORTED' | 'FAILED_PRECONDITION' | 'INVALID_ARGUMENT';

/** What a call is refused with: the status and the trailers that the client reads. */
export class Refusal extends Error implements StatusObject {
  override readonly name = 'Refusal';
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: status, details: string, metadata: Metadata = new Metadata()) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = metadata;
  }
}

/** A refusal as the first protocol makes them: `exception` names it, further trailers hold its facts. */
export function refusal(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Refusal {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return new Refusal(code, details, metadata);
}

/** The node cannot take writes; the first protocol says where they go. */
export const notLeader = ({ host, port }: Endpoint): Refusal =>
  refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

/** The stream was deleted for ever. */
export const streamDeleted = (stream: string): Refusal =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** The write, one event of it or all, is larger than the server takes. */
export const tooLarge = (most: number): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });

/** A name or password that is not known. */
export const unauthenticated = (): Refusal => refusal(status.UNAUTHENTICATED, 'Unauthenticated');

/** A message under its full name, as `google.rpc.Status` carries it. */
export function packed(message: Message, name: string): InstanceType<typeof any.Any> {
  const wrapped = new any.Any();
  wrapped.pack(message.serializeBinary(), name);
  return wrapped;
}

/**
 * A refusal as the second protocol makes them: `google.rpc.Status` in `grpc-status-details-bin` with two details,
 * first `google.rpc.ErrorInfo`, then the error's own.
 */
export function detailedRefusal(
  code: Kind,
  text: string,
  reason: string,
  message?: Message,
  name = '',
): Refusal {
  const result = new statuses.Status();
  result.setCode(codes.Code[code]);
  result.setMessage(text);
  const info = new BinaryWriter();
  info.writeString(1, reason);
  info.writeString(2, 'server');
  const whole = [result.serializeBinary(), detail(`${TYPES}google.rpc.ErrorInfo`, info.getResultBuffer())];
  if (message) whole.push(detail(`${TYPES}${name}`, message.serializeBinary()));
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', Buffer.concat(whole));
  return new Refusal(status[code], text, metadata);
}

/** Field 3 of `google.rpc.Status`, which the definitions of the client know as single and the server repeats. */
function detail(typeUrl: string, value: Uint8Array): Uint8Array {
  const wrapped = new any.Any();
  wrapped.setTypeUrl(typeUrl);
  wrapped.setValue(value);
  const writer = new BinaryWriter();
  writer.writeBytes(3, wrapped.serializeBinary());
  return writer.getResultBuffer();
}

/** The same for the second protocol, in details that the official client does not read. */
export function notLeaderNode({ host, port }: Endpoint): Refusal {
  const node = new serverErrors.NotLeaderNodeErrorDetails.NodeInfo();
  node.setHost(host);
  node.setPort(port);
  const details = new serverErrors.NotLeaderNodeErrorDetails();
  details.setCurrentLeader(node);
  return detailedRefusal(
    'FAILED_PRECONDITION',
    `The server is not the leader node and cannot handle the request. Please retry against ${host}:${port}.`,
    'NOT_LEADER_NODE',
    details,
    'kurrent.rpc.NotLeaderNodeErrorDetails',
  );
}
