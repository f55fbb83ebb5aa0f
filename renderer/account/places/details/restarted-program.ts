// What uses a place, where its restart names that: the user gave it for this. Pure.
import type { Command } from '../../../../app/model/places/command';

/** How restarts end before the name of what they restart, by program (app/places/commands/recipes/recipes.ts has the templates). */
const restarts: ReadonlyMap<string, string> = new Map([
  ['docker', '--force-recreate'],
  ['kubectl', 'rollout restart'],
  ['pm2', 'restart'],
  ['systemctl', 'restart'],
]);

/** The service, unit, app or workload that this command restarts; null: the command does not tell. */
export function restartedProgram({ program, arguments: all }: Command): string | null {
  const ending = restarts.get(program);
  const name = all.at(-1);
  if (ending === undefined || name === undefined || name.startsWith('-')) return null;
  return ` ${all.slice(0, -1).join(' ')}`.endsWith(` ${ending}`) ? name : null;
}
