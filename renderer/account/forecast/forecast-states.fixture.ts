// Made-up recorded histories as main would answer them: for the tests beside it and for the pictures.
import type { CallInput, CallOutput } from '../../../app/bridge/contract';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What main answers to `history.read` at `now`: used by day more than by night, bought again when little is left. */
export function exampleHistory({ what, days }: CallInput<'history.read'>, now: number): CallOutput<'history.read'> {
  const size = { ips: 1, traffic: 4e7, wallet: 0.09 }[what];
  const points: [number, number][] = [];
  const used = new Map<number, number>();
  let left = 1_284;
  const step = days > 100 ? 12 : 2;
  for (let at = now; at >= now - Math.min(days, 140) * DAY; at -= step * HOUR) {
    points.unshift([at, Math.round(left * size * 100) / 100]);
    const hour = new Date(at).getHours();
    const wobble = Math.abs(Math.sin(at / (7 * HOUR))) * 4;
    const use = step * ((hour > 7 && hour < 19 ? 8 : 2) + wobble);
    const start = new Date(at).setHours(0, 0, 0, 0);
    used.set(start, (used.get(start) ?? 0) + use * size);
    left += use;
    if (left > 2_100) left -= 2_000;
  }
  return { points, perDay: [...used].reverse() };
}
