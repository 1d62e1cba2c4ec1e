import { status } from '@grpc/grpc-js';
import type { Metadata, sendUnaryData } from '@grpc/grpc-js';
import type { Endpoint, FaultPlan } from '../faults.ts';
import { Refusal, refusal, unauthenticated } from '../refusals.ts';
import type { KurrentStore } from '../store.ts';

/** What every call is served with. */
export interface Node {
  readonly store: KurrentStore;
  readonly faults: FaultPlan;
  readonly limits: Limits;
  /** Where this node listens, for gossip. */
  readonly endpoint: () => Endpoint;
  /** Who may call; `null` lets everyone in, as an insecure server does. */
  readonly users: Readonly<Record<string, string>> | null;
  /** Resets the connection that a call came over. */
  readonly cut: (peer: string) => void;
}

/** What an append may weigh, in bytes. */
export interface Limits {
  readonly record: number;
  readonly append: number;
}

/** The part of a call that is guarded. */
export interface Guarded {
  readonly metadata: Metadata;
  getPeer(): string;
}

/** The connection is gone: nobody is there to be answered. */
export class Severed extends Error {
  override readonly name = 'Severed';
}

/** Lets a call in that anybody may make, or throws what it is refused with. */
export async function ready({ faults }: Node): Promise<void> {
  if (faults.isUnavailable) {
    faults.befallen += 1;
    throw refusal(status.UNAVAILABLE, 'Server Is Not Ready');
  }
  await faults.delay('before');
}

/** The same for a call that only those may make who are known. */
export async function admit(node: Node, { metadata }: Guarded): Promise<void> {
  const [authorization = ''] = metadata.get('authorization');
  if (node.users && !isKnown(node.users, String(authorization))) throw unauthenticated();
  await ready(node);
}

/** Carries out a write under the faults that are asked for; `whereLeader` words the refusal of its protocol. */
export async function writing<Result>(
  node: Node,
  call: Guarded,
  whereLeader: (leader: Endpoint) => Refusal,
  write: () => Promise<Result>,
): Promise<Result> {
  await admit(node, call);
  if (node.faults.leader) {
    node.faults.befallen += 1;
    throw whereLeader(node.faults.leader);
  }
  const reset = node.faults.takeReset();
  if (reset === 'before') sever(node, call);
  const result = await write();
  await node.faults.delay('after');
  if (reset === 'after') sever(node, call);
  return result;
}

/** Resets the connection of a call; what was to be answered is lost. */
export function sever(node: Node, call: Guarded): never {
  node.cut(call.getPeer());
  throw new Severed('The connection was reset.');
}

/** What a call that failed is answered with. */
export const answerTo = (failure: unknown): Refusal =>
  failure instanceof Refusal
    ? failure
    : refusal(status.UNKNOWN, failure instanceof Error ? failure.message : 'An unknown error.');

function isKnown(users: Readonly<Record<string, string>>, authorization: string): boolean {
  const [scheme, encoded = ''] = authorization.split(' ');
  const [name = '', password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return scheme === 'Basic' && password !== undefined && users[name] === password;
}

/** Answers a call with what comes of it, or with why nothing does. */
export const answered = <Response>(work: Promise<Response>, answer: sendUnaryData<Response>): void => {
  work.then(
    (response) => {
      answer(null, response);
    },
    (failure: unknown) => {
      answer(answerTo(failure));
    },
  );
};
