// What the user confirmed about a place's commands: a hash of everything that is run and of what it reads. Runs nothing.
import { createHash } from 'node:crypto';
import type { Command } from '../../model/places/command';
import type { Place } from '../../model/places/place';

type Confirmable = Pick<Place, 'update' | 'hook' | 'check'>;

/** A command as an array, so that the order in which a file has its fields does not matter. */
function parts(command: Command | null | undefined): unknown {
  if (command === null || command === undefined) return null;
  const { program, arguments: args, folder, timeLimit } = command;
  return [program, args, folder, timeLimit];
}

/** Whether anything of a place is run. */
function runsCommands({ update, hook, check }: Confirmable): boolean {
  return update?.by === 'command' || hook !== undefined || check !== undefined;
}

/** The hash (SHA-256, base64url) of all that is run for a place, and of the file that is written. */
export function confirmationOf({ update, hook, check }: Confirmable): string {
  const byCommand =
    update?.by === 'command'
      ? [
          update.recipe,
          parts(update.command),
          update.around === undefined ? null : [update.around.before, update.around.after, update.around.base64],
          update.newline,
          update.repeatable,
          parts(update.probe),
          parts(update.readBack),
        ]
      : null;
  const byFile = update?.by === 'file' ? update.path : null;
  const all = JSON.stringify([1, update?.by ?? 'hand', byFile, byCommand, parts(hook), parts(check)]);
  return createHash('sha256').update(all).digest('base64url');
}

/** Whether a place's commands are exactly those that the user confirmed. A place that runs nothing needs no confirmation. */
export function isConfirmed(place: Confirmable & Pick<Place, 'confirmed'>): boolean {
  return !runsCommands(place) || place.confirmed === confirmationOf(place);
}
