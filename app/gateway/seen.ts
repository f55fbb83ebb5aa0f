// What the gateway saw lately, in memory only: lines of activity, keys that were sent as tokens, tokens that are none.
import type { AccessView, Sighting } from '../model/access/access-view';
import { type ActivityLine, mostActivityLines } from '../model/access/activity';

const mostSightings = 20;
/** A flood of wrong tokens is counted up to here. */
const mostRefused = 10_000;
const minute = 60_000;

export class Seen {
  readonly #now: () => number;
  #lines: ActivityLine[] = [];
  #sightings: Sighting[] = [];
  #refused: number[] = [];
  #revision = 0;

  /** `now` in ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  addLine(line: ActivityLine): void {
    this.#lines.push(line);
    // Cut rarely: moving 500 lines for each request costs more than 100 lines of room.
    if (this.#lines.length > mostActivityLines + 100) this.#lines = this.#lines.slice(-mostActivityLines);
    this.#revision += 1;
    if (line.code !== 'token-unknown') return;
    this.#refused.push(line.at);
    if (this.#refused.length > 2 * mostRefused) this.#refused = this.#refused.slice(-mostRefused);
  }

  /** One more of the same program and key counts up. */
  addSighting(sighting: Omit<Sighting, 'count'>): void {
    const isSame = (one: Sighting) =>
      one.key === sighting.key && one.program?.name === sighting.program?.name && one.operation === sighting.operation;
    const before = this.#sightings.find(isSame);
    const others = this.#sightings.filter((one) => !isSame(one));
    this.#sightings = [{ ...sighting, count: (before?.count ?? 0) + 1 }, ...others].slice(0, mostSightings);
  }

  dismissSightings(): void {
    this.#sightings = [];
  }

  /** The newest first. */
  lines(): ActivityLine[] {
    return this.#lines.slice(-mostActivityLines).toReversed();
  }

  view(): Pick<AccessView, 'sightings' | 'refusedTokens' | 'activityRevision'> {
    const since = this.#now() - minute;
    this.#refused = this.#refused.filter((at) => at > since);
    return {
      sightings: this.#sightings,
      refusedTokens: Math.min(this.#refused.length, mostRefused),
      activityRevision: this.#revision,
    };
  }
}
