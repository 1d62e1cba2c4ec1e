import type { Actor } from '../../../../events/recorded.ts';
import type { Refusal } from '../../../decisions/refusal.ts';
import type { Command, CommandNamed, CommandType } from '../../../decisions/register.ts';
import type { RunningCollege } from '../../../runtime/college.ts';
import { newId } from '../../../runtime/random.ts';

/** The counts with which a run is closed. */
export type RunCounts = Omit<CommandNamed<'FinishImport'>['data'], 'import'>;

/** What a command came to: a refusal, or whether it wrote anything. */
export type Entered =
  { readonly refusal: Refusal } | { readonly refusal: null; readonly hasChanged: boolean };

/**
 * Carries out the commands of one run of an import. The run itself is recorded with its first change: one that
 * changes nothing leaves no trace in the log.
 */
export class Clerk {
  readonly run = newId(Date.now());
  events = 0;
  readonly #college: RunningCollege;
  readonly #actor: Actor;
  readonly #bundle: string;
  #beginning: Promise<void> | null = null;
  #hasBegun = false;

  constructor(college: RunningCollege, account: string, bundle: string) {
    this.#college = college;
    this.#actor = { account, session: this.run, channel: 'import' };
    this.#bundle = bundle;
  }

  /** Carries out a command. */
  async enter<Type extends CommandType>(type: Type, data: CommandNamed<Type>['data']): Promise<Entered> {
    const command = { type, data } as unknown as Command;
    if (!this.#hasBegun) {
      const decision = await this.#college.consider(command, { actor: this.#actor, source: 'import' });
      if (!decision.accepted) return { refusal: decision.refusal };
      if (decision.writes.length === 0) return { refusal: null, hasChanged: false };
      await (this.#beginning ??= this.#begin());
    }
    return await this.#execute(command);
  }

  /** Records the end of the run, if it ever began. */
  async finish(counts: RunCounts): Promise<void> {
    if (this.#hasBegun) await this.#demand({ type: 'FinishImport', data: { import: this.run, ...counts } });
  }

  async #begin(): Promise<void> {
    const data = { import: this.run, format: 'OneRoster', bundle: this.#bundle };
    await this.#demand({ type: 'StartImport', data });
    this.#hasBegun = true;
  }

  async #demand(command: Command): Promise<void> {
    const { refusal } = await this.#execute(command);
    if (refusal) throw new Error(`The import was refused: ${refusal.code}.`);
  }

  async #execute(command: Command): Promise<Entered> {
    const outcome = await this.#college.execute(command, {
      commandId: newId(Date.now()),
      actor: this.#actor,
      source: 'import',
      correlation: this.run,
    });
    if (!outcome.accepted) return { refusal: outcome.refusal };
    this.events += outcome.events.length;
    return { refusal: null, hasChanged: outcome.events.length > 0 };
  }
}
