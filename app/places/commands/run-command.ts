// Runs a place's command with the key on its standard input, and says how it ended. The key never becomes an argument, a variable or a
// file; of the output only a redacted beginning leaves this folder.
import type { Command } from '../../model/places/command';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { commandEnvironment } from './command-environment';
import { GATEWAY_TOKEN, readableOutput } from './command-output';
import { execute } from './execute';
import { programName } from './find-program';

export interface CommandOutcome {
  /** Null where a signal ended it. */
  exit: number | null;
  /** The first 20 lines of what it printed, without any secret. */
  output: string;
  /** Whether a secret, or a piece of one, was in what it printed. */
  printedSecret: boolean;
  milliseconds: number;
}

export interface RunOptions {
  /** All that it reads on standard input; null: nothing. */
  input: string | null;
  /** What must not stand in an argument, a variable or the output shown: both keys. Tokens of the gateway never do. */
  secrets: readonly string[];
  signal?: AbortSignal | undefined;
  /** The environment to start from: NineTray's own, unless a test says otherwise. */
  env?: NodeJS.ProcessEnv;
}

/** Where other tools let the secret stand in a command: here it would be visible to every program of the computer. */
const PLACEHOLDER = /\{\s*(?:api[-_ ]?)?key\s*\}/i;

/** Whether a command has the key, or a placeholder for it, where other programs could read it. */
export function hasKeyInArguments(command: Command, secrets: readonly string[]): boolean {
  const texts = [command.program, ...command.arguments, command.folder ?? ''];
  const isSecret = (text: string) => secrets.some((secret) => secret !== '' && text.includes(secret));
  const isToken = (text: string) => text.search(GATEWAY_TOKEN) !== -1;
  return texts.some((text) => PLACEHOLDER.test(text) || isSecret(text) || isToken(text));
}

/** A command that ended with another exit code than 0, or did not do what it was to do. */
export function commandProblem(
  command: Command,
  why: 'exit' | 'key-in-arguments' | 'not-proved' | 'unconfirmed',
  exit: number | null,
): Problem {
  return { kind: 'command-failed', why, program: programName(command.program), exit };
}

/**
 * Runs a command without a shell, in its folder, for at most its time limit; then it is stopped with all it started. An exit code other
 * than 0 is an outcome. Fails with command-failed (program-missing, folder-missing, not-allowed, key-in-arguments, timed-out) or cancelled.
 */
export async function runCommand(command: Command, options: RunOptions): Promise<Result<CommandOutcome>> {
  const { input, secrets, signal, env = process.env } = options;
  if (hasKeyInArguments(command, secrets)) return failed(commandProblem(command, 'key-in-arguments', null));
  const done = await execute(command, { input, env: commandEnvironment(env, secrets), signal });
  if (!done.ok) return done;
  const { exit, milliseconds } = done.value;
  const { text, printedSecret } = readableOutput(done.value.output, secrets);
  return ok({ exit, output: text, printedSecret, milliseconds });
}
