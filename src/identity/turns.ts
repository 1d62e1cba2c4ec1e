/** Says that too many wait already: the work was not begun. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Lets a bounded number of costly works go on at once, and a bounded number wait for their turn, in order. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Whether the next work would have to be refused. */
  get isFull(): boolean {
    return this.#running >= this.#atOnce && this.#waiting.length >= this.#mostWaiting;
  }

  /** Does a work when its turn comes. Throws `TooManyWaiting`, at once, where the line is full. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isFull) throw new TooManyWaiting('Too many wait already.');
    if (this.#running < this.#atOnce) this.#running += 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // A turn is handed on, so that nobody who comes meanwhile gets ahead of who waits.
      if (next) next();
      else this.#running -= 1;
    }
  }
}
