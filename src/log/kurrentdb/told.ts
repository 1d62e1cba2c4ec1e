import type { Position } from '@kurrent/kurrentdb-client';

/** An event as KurrentDB holds it. */
export interface ToldEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** How many texts were sealed with it. */
  readonly sealed: number;
  readonly body: string;
}

/** A command as KurrentDB holds it, whole. */
export interface ToldCommand {
  readonly id: string;
  readonly fingerprint: string;
  readonly at: string;
  readonly events: readonly ToldEvent[];
  /** Where in $all its last record lies. */
  readonly position: Position;
}
