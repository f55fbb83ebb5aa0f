// What is said of newer versions of NineTray. Words only: what is known of them is decided in main.
import type { UpdateFailure, UpdatesView } from '../model/updates';
import english from './en/updates.json';
import { formatDay } from './format';
import { sentences } from './sentence';
import { texts } from './texts';

export const updateTexts = texts('updates', english);

type Newer = NonNullable<UpdatesView['newer']>;

/** What is known of a newer version, below the line that names it. */
export function newerDetail({ released, isSkipped }: Newer, isOfSystem: boolean, locale: string): string {
  const { ofSystem, skipped } = updateTexts;
  return sentences(
    updateTexts.released({ day: formatDay(released, locale) }),
    ...(isOfSystem ? [ofSystem] : []),
    ...(isSkipped ? [skipped] : []),
  );
}

/** A line of `--status`. */
export function newerInTerminal({ version, released }: Newer, locale: string): string {
  return updateTexts.inTerminal({ version, day: formatDay(released, locale) });
}

/** Why the last check told nothing. */
export function updateFailureText(failure: UpdateFailure): string {
  const { failures } = updateTexts;
  switch (failure) {
    case 'clock':
      return failures.clock;
    case 'not-saved':
      return failures.disk;
    case 'expired':
    case 'replayed':
      return failures.old;
    case 'not-signed':
    case 'unknown-key':
    case 'bad-signature':
    case 'unreadable':
      return failures.signature;
    case 'unsafe-address':
    case 'unreachable':
    case 'timed-out':
    case 'cancelled':
    case 'redirected':
    case 'status':
    case 'too-long':
      return failures.network;
    default:
      return failure satisfies never;
  }
}
