// rotation.json: the rotation in progress, and the receipts of finished ones. It holds nothing secret.
// Its one writer reduces each event, writes what becomes of the rotation, and only then carries out what that announced.
import { z } from 'zod';
import { Sequencer } from '../../async/sequencer';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { type Rotation, rotationSchema } from '../../model/rotation/rotation';
import { type Place, placeSchema } from '../../model/places/place';
import { isForOtherOrigin } from '../../model/rotation/rotation-origin';
import { type Document, openDocument } from '../../settings/document/document';
import type { ProfileFiles } from '../../settings/files/profile-files';
import type { RotationEvent } from './event';
import type { Journal, JournalContent, RotationPorts } from './ports';
import { reduceRotation } from './reducer';

const journalSchema = z.object({
  current: rotationSchema.nullable(),
  receipts: z.array(rotationSchema),
  places: z.array(placeSchema).max(100),
});

export const emptyJournal: JournalContent = { current: null, receipts: [], places: [] };

/** Opens rotation.json. */
export function openJournalDocument(options: {
  files: ProfileFiles;
  now: () => number;
  onProblems?: () => void;
}): Document<JournalContent> {
  return openDocument<JournalContent>({
    ...options,
    name: 'rotation',
    schema: journalSchema,
    version: 1,
    migrate: (content) => content,
    defaults: emptyJournal,
    backup: true,
  });
}

/**
 * The journal over its document, which syncs a new file to the disk before it takes the old one's place. After a failed write the content
 * is again what it was.
 */
export function createJournal(document: Pick<Document<JournalContent>, 'read' | 'write'>): Journal {
  return {
    read: () => document.read(),
    async write(next) {
      const before = document.read();
      const written = document.write(next);
      if (!written.ok) document.write(before);
      return written;
    },
  };
}

/** So many receipts are stored in any case. */
const RECEIPTS = 20;

/** The rotation with this id, in progress or finished; null where there is none. */
export function findRotation({ current, receipts }: JournalContent, id: string): Rotation | null {
  return current?.id === id ? current : (receipts.find((one) => one.id === id) ?? null);
}

/** The journal with `after` in place of `before`. A finished rotation that is no longer the current one becomes a receipt. */
export function withRotation(content: JournalContent, before: Rotation | null, after: Rotation | null): JournalContent {
  const isReceipt = before !== null && content.current?.id !== before.id;
  if (isReceipt) {
    const receipts = content.receipts.map((one) => (one.id === before.id && after !== null ? after : one));
    return { ...content, receipts: receipts.filter(isStored) };
  }
  const isOver = before !== null && before.finishedAt !== null && before.id !== after?.id;
  const receipts = isOver ? [before, ...content.receipts].filter(isStored) : content.receipts;
  return { ...content, current: after, receipts };
}

/** The newest receipts stay, and older ones as long as the vault holds their old key, which nothing else would destroy. */
function isStored({ oldFingerprint, oldKey, proof }: Rotation, index: number): boolean {
  const holdsOldKey = oldFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  return index < RECEIPTS || holdsOldKey;
}

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

  /** Writes the current rotation's copy of the list; the list itself is in places.json by now, and leaves this file. */
  changePlaces(places: Place[]): Promise<Result<void>> {
    return this.#sequencer.queue(() => {
      const before = this.content();
      const after = reduceRotation(before.current, { type: 'places', places }, this.#options.clock.now());
      return this.#write({ ...before, current: 'refused' in after ? before.current : after.rotation, places: [] });
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
