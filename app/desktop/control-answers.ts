// What a request of a later start leads to: a terminal command, or a second start of the application.
import { endsWithin } from '../cli/ends-within';
import type { AccessCommandContext } from '../cli/access-commands';
import type { CommandContext } from '../cli/commands';
import { Leases } from '../cli/leases';
import type { PlacesCommandContext } from '../cli/places-command';
import type { Caller, ControlReply, ControlRequest } from '../instance/control';
import { processMark } from '../instance/process-mark';
import type { Clock } from '../model/clock';

/** How long a terminal command waits for the figures and, right after the start, for the keyring (ms). */
const LIMITS = { read: 13_000, keyring: 4000 };

export interface ControlAnswersOptions {
  host: CommandContext['host'] & {
    shown(): { access: AccessCommandContext['access']; places: PlacesCommandContext['places'] };
  };
  /** Resolves when the session has its key, or knows that it has none. */
  opened: Promise<unknown>;
  /** Resolves when it is known which newer version was told of before. */
  updatesKnown(): Promise<unknown>;
  /** Another start of the application. */
  announceStart(start: { id: string; demo: boolean }): void;
  clock: Clock;
  locale(): string;
}

/** Returns what answers a request. What the commands do is loaded with the first one. */
export function controlAnswers(
  options: ControlAnswersOptions,
): (request: ControlRequest, caller: Caller) => Promise<ControlReply> {
  const { host, opened, updatesKnown, announceStart, clock, locale } = options;
  const leases = new Leases({ clock, markOf: processMark });
  return async (request, caller) => {
    if (request.command === 'show') {
      announceStart(request);
      return { exitCode: 0, out: '', json: '', problem: '' };
    }
    await endsWithin(LIMITS.keyring, opened, clock);
    if (request.command === 'access') {
      const { runAccessCommand } = await import('../cli/access-commands');
      return runAccessCommand(request.request, {
        access: host.shown().access,
        leases,
        now: clock.now(),
        locale: locale(),
      });
    }
    if (request.command === 'places') {
      const { runPlacesCommand } = await import('../cli/places-command');
      return runPlacesCommand(request.request, { places: host.shown().places, caller, clock, locale: locale() });
    }
    if (request.command === 'status') await updatesKnown();
    const { runCommand } = await import('../cli/commands');
    return runCommand(request, {
      host,
      stays: true,
      clock,
      readLimit: LIMITS.read,
      isDemoWanted: false,
      locale: locale(),
    });
  };
}
