// Brings a key to a place by its command, and proves that it is there. What a place holds is compared in memory and never shown.
import type { Command } from '../../model/places/command';
import type { PlaceUpdate } from '../../model/places/place';
import { failed, ok, type Result } from '../../model/problem';
import { commandEnvironment } from './command-environment';
import { readableOutput } from './command-output';
import { holdsKey, patchedCrontab } from './crontab';
import { execute } from './execute';
import { type CommandOutcome, commandProblem, hasKeyInArguments, type RunOptions } from './run-command';

export type CommandUpdate = Extract<PlaceUpdate, { by: 'command' }>;

interface Keys {
  /** Null where it is not known: nothing is replaced in a crontab then. */
  old: string | null;
  next: string;
}

/** `secrets`: as for runCommand; the two keys are always among them. */
export interface UpdateOptions extends Pick<RunOptions, 'signal' | 'env'> {
  secrets: readonly string[];
}

/** Only these stand for themselves in every format that a recipe writes around the key. */
const PLAIN = /^[A-Za-z0-9._-]+$/;

/** All that a place's command reads on standard input; null where the key has characters that need another way to be written. */
export function commandInput(
  { around, newline }: Pick<CommandUpdate, 'around' | 'newline'>,
  key: string,
): string | null {
  const end = newline ? '\n' : '';
  if (around === undefined) return key + end;
  if (!around.base64 && !PLAIN.test(key)) return null;
  return around.before + (around.base64 ? Buffer.from(key).toString('base64') : key) + around.after + end;
}

/** Runs a command and keeps what it printed in memory. Fails as runCommand does, and with command-failed (exit). */
async function read(command: Command, secrets: readonly string[], { signal, env = process.env }: UpdateOptions) {
  if (hasKeyInArguments(command, secrets)) return failed(commandProblem(command, 'key-in-arguments', null));
  const done = await execute(command, { input: null, env: commandEnvironment(env, secrets), signal });
  if (done.ok && done.value.exit !== 0) return failed(commandProblem(command, 'exit', done.value.exit));
  return done.ok ? ok(done.value.stdout) : done;
}

function secretsOf(keys: Keys, secrets: readonly string[]): string[] {
  return [...new Set([keys.next, ...(keys.old === null ? [] : [keys.old]), ...secrets])];
}

/** What the command reads: the key, or the whole crontab with the key replaced. */
async function inputOf(
  update: CommandUpdate,
  keys: Keys,
  secrets: string[],
  options: UpdateOptions,
): Promise<Result<Buffer>> {
  if (update.recipe === 'crontab') {
    const table = await read(update.readBack ?? { ...update.command, arguments: ['-l'] }, secrets, options);
    return table.ok
      ? patchedCrontab(table.value, { old: keys.old ?? keys.next, next: keys.next }, update.command)
      : table;
  }
  const input = commandInput(update, keys.next);
  return input === null ? failed({ kind: 'key-shape', why: 'spaces' }) : ok(Buffer.from(input));
}

/**
 * Brings `keys.next` to a place by its command; whether it is there afterwards is another question (proveByCommand). The caller has checked
 * that the user confirmed these commands. An exit code other than 0 is an outcome. Fails as runCommand does, and with key-shape where the
 * command cannot be given such a key.
 */
export async function updateByCommand(
  update: CommandUpdate,
  keys: Keys,
  options: UpdateOptions,
): Promise<Result<CommandOutcome>> {
  const secrets = secretsOf(keys, options.secrets);
  const { command } = update;
  if (hasKeyInArguments(command, secrets)) return failed(commandProblem(command, 'key-in-arguments', null));
  const input = await inputOf(update, keys, secrets, options);
  if (!input.ok) return input;
  const { signal, env = process.env } = options;
  const done = await execute(command, { input: input.value, env: commandEnvironment(env, secrets), signal });
  if (!done.ok) return done;
  const { text, printedSecret } = readableOutput(done.value.output, secrets);
  return ok({ exit: done.value.exit, output: text, printedSecret, milliseconds: done.value.milliseconds });
}

/** Whether an output is the key alone, as it is or in base64. */
function isKey(output: Buffer, key: string): boolean {
  const text = output.toString('utf8').trim();
  return text === key || text === Buffer.from(key).toString('base64');
}

/**
 * Proves that a place has the new key: `read-back` it was read and is the same, `exit` it cannot be read and the command's exit code is the
 * proof. Fails with command-failed: not-proved where another key was read, exit where reading failed.
 */
export async function proveByCommand(
  update: CommandUpdate,
  keys: Keys,
  options: UpdateOptions,
): Promise<Result<'read-back' | 'exit'>> {
  if (update.readBack === undefined) return ok('exit');
  const found = await read(update.readBack, secretsOf(keys, options.secrets), options);
  if (!found.ok) return found;
  const hasKey =
    update.recipe === 'crontab'
      ? holdsKey(found.value, keys.next) &&
        (keys.old === null || keys.old === keys.next || !holdsKey(found.value, keys.old))
      : isKey(found.value, keys.next);
  return hasKey ? ok('read-back') : failed(commandProblem(update.command, 'not-proved', null));
}
