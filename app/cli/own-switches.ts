import { subcommandSwitches } from './subcommands';

/** The names of NineTray's own switches (docs: the help text in app/texts/status/help.ts). Every other switch is Chromium's, or a mistake. */
export const ownSwitches: ReadonlySet<string> = new Set([
  '--status',
  '--json',
  '--below',
  '--set-key',
  '--storage',
  '--demo',
  '--hidden',
  '--help',
  '-h',
  '--version',
  ...subcommandSwitches,
]);
