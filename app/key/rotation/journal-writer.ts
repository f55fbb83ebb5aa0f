// The one writer of the rotation journal: reduces each event, writes what it makes of the rotation, then does what the journal announced.
import { Sequencer } from '../../async/sequencer';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { Place, Rotation } from '../../model/rotation';
import { isForOtherOrigin } from '../../model/rotation-origin';
import type { RotationEvent } from './event';
import { findRotation, withRotation } from './journal';
import type { JournalContent, RotationPorts } from './ports';
import { reduceRotation } from './reducer';

export interface JournalWriterOptions extends Pick<RotationPorts, 'journal' | 'clock' | 'origin' | 'log'> {
  vault: Pick<RotationPorts['vault'], 'received' | 'discardReceived'>;
  /** Called after each change of the journal or of `problem`. */
  onChange: () => void;
}

/** Writes one change after the other. No other unit writes the journal. */
export class RotationJournalWriter {
  readonly #options: JournalWriterOptions;
  readonly #sequencer = new Sequencer();
  #problem: Problem | null = null;
  #isStopped = false;

  constructor(options: JournalWriterOptions) {
    this.#options = options;
  }

  /** What went wrong last; null once a write succeeded. */
  get problem(): Problem | null {
    return this.#problem;
  }

  content(): JournalContent {
    return this.#options.journal.read();
  }

  /** The rotation in progress, or null. */
  current(): Rotation | null {
    return this.content().current;
  }

  /** Whether the rotation is for the vendor address that is set now. */
  isHere(rotation: Rotation): boolean {
    return !isForOtherOrigin(rotation, this.#options.origin());
  }

  /** The rotations at the current address that may have tasks: the one in progress, and finished ones whose old key is still checked. */
  rotationsHere(): Rotation[] {
    const { current, receipts } = this.content();
    const all = current === null ? receipts : [current, ...receipts];
    return all.filter((rotation) => this.isHere(rotation));
  }

  /**
   * Journals what `event` makes of the rotation with this id (null: the one in progress), then carries out its effects. `changed` is false
   * where the event makes no difference. Fails with the reducer's refusal, with the disk's problem, or with cancelled after `stop`.
   */
  record(event: RotationEvent, id: string | null = null): Promise<Result<{ changed: boolean }>> {
    return this.#sequencer.queue(async () => {
      if (this.#isStopped) return failed({ kind: 'cancelled' });
      const before = this.content();
      const rotation = id === null ? before.current : findRotation(before, id);
      const after = reduceRotation(rotation, event, this.#options.clock.now());
      if ('refused' in after) return failed(after.refused);
      if (after.rotation === rotation) return ok({ changed: false });
      const written = await this.#write(withRotation(before, rotation, after.rotation));
      if (!written.ok) return written;
      this.#options.log('rotation', { event: event.type, step: after.rotation?.step ?? 'none' });
      for (const effect of after.effects) {
        if (effect.do === 'discard-new') await this.destroyReceived(effect.fingerprint);
      }
      return ok({ changed: true });
    });
  }

  /** Records an event that is possible at the rotation's own address only; elsewhere it fails with not-now. */
  async recordHere(event: RotationEvent): Promise<Result<{ changed: boolean }>> {
    const rotation = this.current();
    return rotation === null || this.isHere(rotation) ? this.record(event) : failed({ kind: 'not-now' });
  }

  /** Writes the list of places and the current rotation's copy of it at once: a crash between two writes would lose a place. */
  changePlaces(places: Place[]): Promise<Result<void>> {
    return this.#sequencer.queue(() => {
      const before = this.content();
      const after = reduceRotation(before.current, { type: 'places', places }, this.#options.clock.now());
      return this.#write({ ...before, current: 'refused' in after ? before.current : after.rotation, places });
    });
  }

  /** Destroys the received key in the vault if it is this one. On a failure the problem is shown, and the settle task tries again. */
  async destroyReceived(fingerprint: string): Promise<Result<void>> {
    const { vault } = this.#options;
    if (vault.received()?.fingerprint !== fingerprint) return ok(undefined);
    const destroyed = await vault.discardReceived();
    if (!destroyed.ok) this.showProblem(destroyed.problem);
    return destroyed;
  }

  showProblem(problem: Problem): void {
    this.#problem = problem;
    this.#options.onChange();
  }

  /** Nothing is recorded after this. */
  stop(): void {
    this.#isStopped = true;
  }

  async #write(next: JournalContent): Promise<Result<void>> {
    const written = await this.#options.journal.write(next);
    this.#problem = written.ok ? null : written.problem;
    this.#options.onChange();
    return written;
  }
}
