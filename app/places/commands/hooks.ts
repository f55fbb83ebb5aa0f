// Which hooks and checks are run after places were updated: equal ones once, in the order of the places. Pure.
import type { Command } from '../../model/places/command';
import type { Place } from '../../model/places/place';

export interface CommandGroup {
  command: Command;
  /** The places that have it; it is run once all of them have the key. */
  placeIds: string[];
}

function groups(places: readonly Place[], commandOf: (place: Place) => Command | undefined): CommandGroup[] {
  const found = new Map<string, CommandGroup>();
  for (const place of places) {
    const command = commandOf(place);
    if (command === undefined) continue;
    const { program, arguments: args, folder, timeLimit } = command;
    // The time limit changes nothing that is done: the longer one counts.
    const same = JSON.stringify([program, args, folder]);
    const group = found.get(same) ?? { command, placeIds: [] };
    group.placeIds.push(place.id);
    group.command = { ...group.command, timeLimit: Math.max(group.command.timeLimit, timeLimit) };
    found.set(same, group);
  }
  return [...found.values()];
}

/** The restart hooks of these places. */
export function hookGroups(places: readonly Place[]): CommandGroup[] {
  return groups(places, ({ hook }) => hook);
}

/** The checks of these places. */
export function checkGroups(places: readonly Place[]): CommandGroup[] {
  return groups(places, ({ check }) => check);
}
