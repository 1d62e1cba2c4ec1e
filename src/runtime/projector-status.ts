/**
 * What a projection of a college is doing in this process: `following` the log, on `standby` while another
 * process projects, `rebuilding`, `waiting` for a database out of reach, or `stopped` by a fault.
 */
export type ProjectionState = 'starting' | 'following' | 'standby' | 'rebuilding' | 'waiting' | 'stopped';

/** The event at which a projection stopped, and why; nothing personal. */
export interface ProjectionFault {
  readonly position: bigint;
  readonly event: string | null;
  readonly message: string;
}

/** One line of the projector's status. */
export interface ProjectionStatus {
  readonly projection: string;
  readonly version: number;
  readonly college: string;
  readonly state: ProjectionState;
  /** The position reached, as far as this process knows. */
  readonly position: bigint;
  readonly fault: ProjectionFault | null;
}
