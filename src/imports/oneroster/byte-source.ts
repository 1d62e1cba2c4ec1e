/** A set of named byte streams: the files of one bundle, wherever they lie. */
export interface Source {
  /** File names as the bundle spells them, with their size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** The bytes of a file of `files`; may be read again, each time from its beginning. */
  read(name: string): AsyncIterable<Buffer>;
  /** Ends the use of the source. */
  close(): Promise<void>;
}

/** Bounds on what an archive may unpack to, against zip bombs. */
export interface SourceLimits {
  /** Unpacked bytes of all files together. */
  readonly bytes: number;
  readonly files: number;
}

/** The bundle itself cannot be read: a missing path, a damaged or unsafe archive, a failing disk. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
  readonly path: string;

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path} ${reason}.`, { cause });
    this.path = path;
  }
}
