// Checks for newer versions, once a day where the user switched that on, and tells of them. It downloads and installs nothing.
import type { Clock } from '../model/clock';
import { failed, ok, type Result } from '../model/problem';
import type { Settings } from '../model/settings';
import type { UpdateFailure, UpdatesView } from '../model/updates';
import type { StoredDocument } from '../settings/document/document';
import { readFeed } from './feed';
import type { FeedKey } from './feed-keys';
import { isReleasePage } from './feed-source';
import type { FeedAnswer } from './request-feed';
import type { UpdatesContent } from './updates-document';
import { isNewer } from './version';

const day = 86_400_000;
/** How long NineTray is in use before it asks whether it should check (ms). */
const untilQuestion = 7 * day;
/** At most so much later each day, at random (ms): the moment says nothing of who asks. */
const dailyJitter = 4 * 3_600_000;
/** The first check is at most so many times later than it may be. */
const firstJitter = 3;

export interface UpdateChecksOptions {
  clock: Pick<Clock, 'now'>;
  /** Between 0 and 1. */
  random(): number;
  /** When this process started (ms), and how long after that the first check is at the earliest. */
  startedAt: number;
  firstCheckAfter: number;
  /** This NineTray's version, and when it was built (ms). */
  version: string;
  builtAt: number;
  isOfSystem: boolean;
  keys: readonly FeedKey[];
  document: Pick<StoredDocument<UpdatesContent>, 'read' | 'write'>;
  setting(): Settings['updateCheck'];
  /** A rotation, an emergency stop or a job is under way: nothing is requested. */
  isBusy(): boolean;
  isOnline(): boolean;
  request(signal: AbortSignal): Promise<FeedAnswer>;
  publish(view: UpdatesView): void;
  log(event: string, facts: Record<string, string>): void;
}

export class UpdateChecks {
  readonly #options: UpdateChecksOptions;
  readonly #firstAt: number;
  #published = '';
  /** Why nothing was requested, this time: not written down. */
  #hindrance: UpdateFailure | null = null;
  #request: AbortController | null = null;

  /** Publishes what is known from before. Requests nothing until `tick`. */
  constructor(options: UpdateChecksOptions) {
    this.#options = options;
    const later = 1 + options.random() * (firstJitter - 1);
    this.#firstAt = options.startedAt + options.firstCheckAfter * later;
    this.#publish();
  }

  /** Called now and then: checks where a check is due, and asks the question once it is. */
  async tick(): Promise<void> {
    const now = this.#options.clock.now();
    const { firstUsedAt } = this.#content;
    if (firstUsedAt === null || firstUsedAt > now) this.#write({ firstUsedAt: now });
    if (this.#isDue(now)) await this.#check(now);
    this.#publish();
  }

  /** Ends a request that the state no longer allows. */
  stateChanged(): void {
    if (!this.#isAllowed()) this.#request?.abort();
  }

  /** Says no more of this version. `bad-input` where it is not the one that is known. */
  skip(version: string): Result<void> {
    if (this.#content.newer?.version !== version) return failed({ kind: 'bad-input', field: 'version' });
    const written = this.#write({ skipped: version });
    this.#publish();
    return written;
  }

  /** The page of the newer version; null where none is known. */
  releasePage(): string | null {
    const page = this.#newer()?.notes ?? null;
    // The file can be edited by hand.
    return page === null || !isReleasePage(page) ? null : page;
  }

  get #content(): UpdatesContent {
    return this.#options.document.read();
  }

  #write(change: Partial<UpdatesContent>): Result<void> {
    const { document } = this.#options;
    const written = document.write({ ...document.read(), ...change });
    return written.ok ? ok(undefined) : written;
  }

  #isAllowed(): boolean {
    const { setting, isBusy } = this.#options;
    return setting() === 'on' && !isBusy();
  }

  #isDue(now: number): boolean {
    if (this.#request !== null || !this.#isAllowed() || !this.#options.isOnline()) return false;
    const { nextAt } = this.#content;
    return (
      isReached(this.#firstAt, now, this.#options.firstCheckAfter * firstJitter) &&
      (nextAt === null || isReached(nextAt, now, day + dailyJitter))
    );
  }

  async #check(now: number): Promise<void> {
    const { builtAt, random, log } = this.#options;
    // With such a clock nothing would ever expire.
    this.#hindrance = now < builtAt ? 'clock' : null;
    if (this.#hindrance !== null) return;
    // Before the request: a crash must not lead to another one, and what cannot be remembered would not be refused later.
    const nextAt = Math.round(now + day + random() * dailyJitter);
    if (!this.#write({ checkedAt: now, nextAt }).ok) {
      this.#hindrance = 'not-saved';
      return;
    }
    const request = new AbortController();
    this.#request = request;
    const answer = await this.#options.request(request.signal);
    this.#request = null;
    const outcome = answer.ok ? this.#accept(answer.bytes) : answer.why;
    this.#write({ failure: outcome });
    log('update check', { outcome: outcome ?? 'accepted' });
  }

  /** Remembers what a feed says; returns why it is not believed, or null. */
  #accept(bytes: Uint8Array): UpdateFailure | null {
    const { keys, clock, version: own } = this.#options;
    const read = readFeed(bytes, { keys, now: clock.now(), seenCounter: this.#content.counter });
    if (!read.ok) return read.why;
    const { version, released, notes, counter } = read.feed;
    this.#write({ counter, newer: isNewer(version, own) ? { version, released, notes } : null });
    return null;
  }

  /** The newer version that is known; null once it is the one that runs. */
  #newer(): UpdatesContent['newer'] {
    const { newer } = this.#content;
    return newer !== null && isNewer(newer.version, this.#options.version) ? newer : null;
  }

  #publish(): void {
    const { clock, isOfSystem, publish } = this.#options;
    const { firstUsedAt, skipped, checkedAt, failure } = this.#content;
    const newer = this.#newer();
    const view: UpdatesView = {
      isQuestionDue: firstUsedAt !== null && clock.now() - firstUsedAt >= untilQuestion,
      newer:
        newer === null
          ? null
          : { version: newer.version, released: newer.released, isSkipped: newer.version === skipped },
      checkedAt,
      failure: this.#hindrance ?? failure,
      isOfSystem,
    };
    const text = JSON.stringify(view);
    if (text === this.#published) return;
    this.#published = text;
    publish(view);
  }
}

/** Whether a moment has come; also where it is further away than it was when it was set: the clock was set back. */
function isReached(moment: number, now: number, longest: number): boolean {
  return now >= moment || moment - now > longest;
}
