// The hours without notifications. Pure, except for the computer's time zone.
import type { Settings } from '../../model/settings';

type Quiet = Settings['alerts']['quiet'];

/** For how long the button of a notification mutes them (ms). */
export const MUTED_FOR = 24 * 3_600_000;

/** The moment (ms) at which notifications may be shown again; null: they may be shown at `now`. */
export function silentUntil(
  { quiet, mutedUntil }: Pick<Settings['alerts'], 'quiet' | 'mutedUntil'>,
  now: number,
): number | null {
  // A clock that was set back must not mute them for longer than was asked for.
  const isMuted = mutedUntil !== null && now < mutedUntil && mutedUntil - now <= MUTED_FOR;
  const ends = [...(isMuted ? [mutedUntil] : []), ...(isQuiet(quiet, now) ? [quietEnd(quiet, now)] : [])];
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Whether `now` (ms) lies in the quiet hours, by the wall clock. If both ends are the same, there are none. */
export function isQuiet({ on, from, to }: Quiet, now: number): boolean {
  if (!on) return false;
  const date = new Date(now);
  const minute = date.getHours() * 60 + date.getMinutes();
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start <= end ? start <= minute && minute < end : minute >= start || minute < end;
}

/** The next moment (ms) after `now` at which the wall clock shows the end of the quiet hours. */
export function quietEnd({ to }: Quiet, now: number): number {
  const date = new Date(now);
  const end = minuteOf(to);
  const on = (days: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, Math.floor(end / 60), end % 60).getTime();
  return [on(0), secondTime(on(0)), on(1)].find((moment) => moment > now) ?? on(1);
}

/** The moment (ms) at which the wall clock shows the same again where clocks go back that day; else `moment` itself. */
function secondTime(moment: number): number {
  const first = new Date(moment);
  const midnight = new Date(first.getFullYear(), first.getMonth(), first.getDate() + 1);
  const second = new Date(moment + (midnight.getTimezoneOffset() - first.getTimezoneOffset()) * 60_000);
  const isSame = second.getHours() === first.getHours() && second.getMinutes() === first.getMinutes();
  return isSame ? second.getTime() : moment;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
