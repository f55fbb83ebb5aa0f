// Checks whether a place's commands could be run, and changes nothing: every program and folder is there, and the probe succeeds.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Command } from '../../model/places/command';
import type { Place } from '../../model/places/place';
import { failed, ok, type Result } from '../../model/problem';
import { commandEnvironment } from './command-environment';
import { isConfirmed } from './confirmation';
import { folderOf } from './execute';
import { findProgram, programName } from './find-program';
import { commandProblem, hasKeyInArguments, type RunOptions, runCommand } from './run-command';

/** Which file is run, with all links resolved, and the SHA-256 (base64url) of what is in it. */
export interface ProgramFile {
  path: string;
  digest: string;
}

export interface CommandRehearsal {
  /** The programs of the place, each once. */
  programs: ProgramFile[];
  /** What the probe printed, redacted; empty where there is none. */
  output: string;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(path), hash);
  return hash.digest('base64url');
}

/** Finds a command's program. Fails with command-failed: folder-missing, program-missing, not-allowed or key-in-arguments. */
async function programOf(
  command: Command,
  { secrets, env = process.env }: Omit<RunOptions, 'input'>,
): Promise<Result<ProgramFile>> {
  const fail = (why: 'folder-missing' | 'program-missing' | 'not-allowed') =>
    failed({ kind: 'command-failed', why, program: programName(command.program), exit: null });
  if (hasKeyInArguments(command, secrets)) return failed(commandProblem(command, 'key-in-arguments', null));
  const folder = folderOf(command);
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return fail('folder-missing');
  const search = findProgram(command.program, { folder, env: commandEnvironment(env, secrets) });
  if (!search.found) return fail(search.why);
  try {
    const path = fs.realpathSync(search.path);
    return ok({ path, digest: await digestOf(path) });
  } catch {
    // It may be run, but not read: its path alone tells whether it is the same.
    return ok({ path: search.path, digest: '' });
  }
}

/** All that is run for a place. */
function commandsOf({ update, hook, check }: Pick<Place, 'update' | 'hook' | 'check'>): Command[] {
  const byCommand = update?.by === 'command' ? update : null;
  return [byCommand?.command, byCommand?.readBack, byCommand?.probe, hook, check].filter(
    (each): each is Command => each !== undefined && each !== null,
  );
}

/** The hash (SHA-256, base64url) of all programs of a place as they are on the disk. Runs none; one that is missing counts as such. */
export async function digestOfPrograms(
  place: Pick<Place, 'update' | 'hook' | 'check'>,
  options: Omit<RunOptions, 'input'>,
): Promise<string> {
  const found = await Promise.all(commandsOf(place).map((command) => programOf(command, options)));
  const all = found.map((each) => (each.ok ? [each.value.path, each.value.digest] : null));
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url');
}

/**
 * Rehearses all commands of a place: what updates it, its probe, its hook and its check. Runs the probe alone, and that only where the user
 * confirmed the commands as they are. Fails with command-failed, or cancelled.
 */
export async function rehearseCommand(
  place: Pick<Place, 'update' | 'hook' | 'check' | 'confirmed'>,
  options: Omit<RunOptions, 'input'>,
): Promise<Result<CommandRehearsal>> {
  const commands = commandsOf(place);
  const programs = new Map<string, ProgramFile>();
  for (const command of commands) {
    if (!isConfirmed(place)) return failed(commandProblem(command, 'unconfirmed', null));
    // oxlint-disable-next-line no-await-in-loop -- the first that fails is what the user sees
    const found = await programOf(command, options);
    if (!found.ok) return found;
    programs.set(found.value.path, found.value);
  }
  const probe = place.update?.by === 'command' ? place.update.probe : null;
  if (probe === null) return ok({ programs: [...programs.values()], output: '' });
  const done = await runCommand(probe, { ...options, input: null });
  if (!done.ok) return done;
  if (done.value.exit !== 0) return failed(commandProblem(probe, 'exit', done.value.exit));
  return ok({ programs: [...programs.values()], output: done.value.output });
}
