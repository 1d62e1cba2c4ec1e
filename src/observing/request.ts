import { AsyncLocalStorage } from 'node:async_hooks';

/** A request under way, as far as whoever watches over the server may know of it: nothing that is personal. */
export interface ObservedRequest {
  /** A UUID: in its answer, its log lines, its faults, its events, and without dashes the id of its trace. */
  readonly id: string;
  /** The route, never the address that was asked for. */
  readonly route: string;
  /** The name of a trusted document, `other` for any other operation; `null` where it is none. */
  operation: string | null;
  /** The college of whoever asks, once it is known. */
  college: string | null;
  /** Codes of the errors that it was answered with. */
  readonly codes: string[];
  /** Whether it is answered as long as the client listens: how long that takes says nothing. */
  isStream: boolean;
  /** Where spans hang that are made on the way; known to whoever traces alone. */
  trace: unknown;
}

const underWay = new AsyncLocalStorage<ObservedRequest>();

/** Does something as a part of a request. */
export const within = <Result>(request: ObservedRequest, act: () => Result): Result =>
  underWay.run(request, act);

/** The request that is being answered here; nothing where there is none. */
export const requestNow = (): ObservedRequest | undefined => underWay.getStore();

/** Notes a code that the request under way is answered with. */
export const noteCode = (code: string): void => {
  underWay.getStore()?.codes.push(code);
};
