// Commands as the places need them: bring a key and prove it, run a hook or a check, rehearse, and what the user has confirmed.
import type { Command } from '../../model/places/command';
import type { Place } from '../../model/places/place';
import { ok, type Problem, type Result } from '../../model/problem';
import { confirmationOf, isConfirmed } from './confirmation';
import { digestOfPrograms, rehearseCommand } from './rehearse-command';
import { commandProblem, runCommand } from './run-command';
import type { CommandEnd } from '../ports';
import { type CommandUpdate, proveByCommand, updateByCommand } from './update-by-command';

interface PortOptions {
  /** Ends every program that runs, at the latest when NineTray ends. */
  signal?: AbortSignal;
  env?: NodeJS.ProcessEnv;
}

const failure = (problem: Problem, output = ''): CommandEnd => ({ ok: false, problem, output });

/** Runs the commands of places. Nothing here decides whether a place may be updated: the caller asks `unconfirmed` first. */
export class Commands {
  readonly #options: PortOptions;

  constructor(options: PortOptions = {}) {
    this.#options = options;
  }

  /**
   * Gives `key` to the command of this way, and proves that the place has it, where that can be read. `secrets` has the key that it
   * replaces, too. Fails with command-failed (also timed-out and not-proved), key-shape or cancelled.
   */
  async bring(way: CommandUpdate, key: string, secrets: readonly string[]): Promise<CommandEnd> {
    const keys = { old: secrets.find((secret) => secret !== key) ?? null, next: key };
    const options = this.#run(secrets);
    const began = performance.now();
    const done = await updateByCommand(way, keys, options);
    if (!done.ok) return failure(done.problem);
    const { exit, output, printedSecret } = done.value;
    if (exit !== 0) return failure(commandProblem(way.command, 'exit', exit), output);
    const proved = await proveByCommand(way, keys, options);
    if (!proved.ok) return failure(proved.problem, output);
    return { ok: true, milliseconds: Math.round(performance.now() - began), printedSecret };
  }

  /** Runs a hook or a check: exit code 0, or it failed. */
  async run(command: Command, secrets: readonly string[]): Promise<CommandEnd> {
    const done = await runCommand(command, { ...this.#run(secrets), input: null });
    if (!done.ok) return failure(done.problem);
    const { exit, output, milliseconds, printedSecret } = done.value;
    if (exit !== 0) return failure(commandProblem(command, 'exit', exit), output);
    return { ok: true, milliseconds: Math.round(milliseconds), printedSecret };
  }

  /** Checks that the place's commands could run, and changes nothing. */
  async rehearse(place: Place): Promise<Result<void>> {
    const done = await rehearseCommand(place, this.#run([]));
    return done.ok ? ok(undefined) : done;
  }

  /** The hash of all programs of the place, as they are on the disk; runs none. */
  programs(place: Place): Promise<string> {
    return digestOfPrograms(place, this.#run([]));
  }

  /** Why the place's commands are not run; null: the user confirmed them as they are, or there are none. */
  unconfirmed(place: Place): Problem | null {
    if (isConfirmed(place)) return null;
    const command = place.update?.by === 'command' ? place.update.command : (place.hook ?? place.check);
    return command === undefined ? null : commandProblem(command, 'unconfirmed', null);
  }

  /** What the user confirms. */
  confirmationOf(place: Place): string {
    return confirmationOf(place);
  }

  #run(secrets: readonly string[]) {
    const { signal, env } = this.#options;
    return {
      secrets,
      ...(signal === undefined ? {} : { signal }),
      ...(env === undefined ? {} : { env }),
    };
  }
}
