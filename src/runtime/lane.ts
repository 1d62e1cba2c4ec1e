import type { Progress } from './progress.ts';

/** Ends a turn. */
type Leave = () => void;

const passed: Leave = () => undefined;

/**
 * The pages of a college that nobody waits for, one at a time. Together they would keep processor and connections for as
 * long as all of them take, and whoever waits for a page of one would wait for all.
 */
export class Lane {
  readonly #progress: Pick<Progress, 'isWanted' | 'onWanted'>;
  readonly #queue: ((leave: Leave) => void)[] = [];
  #isTaken = false;

  constructor(progress: Pick<Progress, 'isWanted' | 'onWanted'>) {
    this.#progress = progress;
  }

  /** Resolves when it is the turn of a projection, and at once as soon as somebody waits for it. */
  async enter(key: string): Promise<Leave> {
    if (this.#progress.isWanted(key)) return passed;
    if (!this.#isTaken) {
      this.#isTaken = true;
      return this.#leave;
    }
    const { promise, resolve } = Promise.withResolvers<Leave>();
    this.#queue.push(resolve);
    const forget = this.#progress.onWanted(key, () => {
      const at = this.#queue.indexOf(resolve);
      if (at === -1) return;
      this.#queue.splice(at, 1);
      resolve(passed);
    });
    const leave = await promise;
    forget();
    return leave;
  }

  readonly #leave: Leave = () => {
    const next = this.#queue.shift();
    if (next) next(this.#leave);
    else this.#isTaken = false;
  };
}
