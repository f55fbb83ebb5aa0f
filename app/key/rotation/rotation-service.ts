// Runs a rotation: journals each step before it is taken, does what it calls for, and goes on after a restart.
// It must not: decide what comes next (machine.ts, due.ts), nor let the text of a key into a journal, a view or a log.
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { KeyStorage } from '../../model/key-storage';
import { createKeyIntake } from './key-intake';
import { type CopyStep, createCopyStep } from './copy-step';
import { nextCheckAt, type RotationTask } from './due-tasks';
import { isForOtherOrigin } from '../../model/rotation-origin';
import type { RotationEvent, Why } from './event';
import { createKeyReads } from './key-reads';
import { isWaiting, reduceRotation } from './reducer';
import type { JournalContent, RotationPorts } from './ports';
import { find, placed } from './receipts';
import type { Place, Rotation, RotationEntry, RotationView } from '../../model/rotation';
import { createTaskScheduler } from './task-scheduler';

export interface RotationService extends Omit<CopyStep, 'clearEarlierCopy'> {
  view(): RotationView;
  /** Goes on where the journal says: at a start, and after the keyring was opened. Makes an end of what a crash left half done. */
  resume(): Promise<void>;
  begin(entry: RotationEntry): Promise<Result<void>>;
  next(): Promise<Result<void>>;
  /** Journals the visit, then opens the page. */
  openDashboard(why: Why, open: () => Promise<Result<void>>): Promise<Result<void>>;
  /**
   * The new key, in whatever a person pasted. Ok when it is on disk; the network is asked after that. Without `storage` it is kept as
   * the old one was.
   */
  receive(pasted: string, storage?: KeyStorage): Promise<Result<void>>;
  discardReceived(): Promise<Result<void>>;
  acceptAccount(): Promise<Result<void>>;
  proveNow(): Promise<Result<void>>;
  tick(placeId: string, ticked: boolean): Promise<Result<void>>;
  finish(): Promise<Result<void>>;
  /** Calls it off while nothing was revoked. From another address than its own it ends whatever the step; its keys stay kept for their address. */
  abandon(): Promise<Result<void>>;
  changePlaces(places: Place[]): Promise<Result<void>>;
  /** Somebody else's read was refused with the key in use. */
  oldKeyRefused(): Promise<void>;
  /** Somebody else's read was answered with the key in use: one that was refused is read again, since that may have been a mistake. */
  oldKeyAnswered(): void;
  /** The network is back, or the computer awake: tries again what waits. */
  wake(): void;
  stop(): void;
}

/** A keeper of the rotations in this journal. Does nothing until `resume` or a call. */
export function createRotationService(ports: RotationPorts): RotationService {
  const { journal, vault, clock, copyOnce, log } = ports;
  let problem: Problem | null = null;
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  /** Whose key `inUse` was told of last. */
  let told: string | null = null;

  const current = () => journal.read().current;

  const arrival = createKeyIntake({
    ...ports,
    current,
    isHere,
    take,
    arrived() {
      // What was tried with another key says nothing of this one.
      told = null;
      works.forgetTries();
    },
    failed: showProblem,
  });
  const reads = createKeyReads({ ...ports, take, isHere });
  const copyStep = createCopyStep({ ...ports, isHere, asked, askedHere });
  const works = createTaskScheduler({
    ...ports,
    open,
    isHere,
    held: () => (arrival.isUnderWay() ? null : (vault.received()?.fingerprint ?? null)),
    isArriving: arrival.isUnderWay,
    silentUntil: reads.silentUntil,
    perform,
  });

  function view(): RotationView {
    const { current: rotation, receipts, places } = journal.read();
    const shown: RotationView = {
      current: rotation,
      receipts,
      places,
      nextCheckAt:
        rotation === null || !isHere(rotation) ? null : nextCheckAt(rotation, reads.silentUntil(), clock.now()),
      clipboard: copyOnce.state(),
    };
    return problem === null ? shown : { ...shown, problem };
  }

  function publish(): void {
    if (!stopped) ports.publish(view());
  }

  function showProblem(found: Problem): void {
    problem = found;
    publish();
  }

  const unsubscribe = copyOnce.subscribe(publish);

  /** One change of the journal after the other. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  }

  async function write(next: JournalContent): Promise<Result<void>> {
    const written = await journal.write(next);
    problem = written.ok ? null : written.problem;
    publish();
    return written;
  }

  /** Takes a step of the rotation `id` (null: the one under way), once it is journalled. Answers what is to be done after it. */
  function take(event: RotationEvent, id: string | null = null): Promise<Result<{ changed: boolean }>> {
    return inTurn(async () => {
      if (stopped) return failed({ kind: 'cancelled' });
      const before = journal.read();
      const rotation = id === null ? before.current : find(before, id);
      const after = reduceRotation(rotation, event, clock.now());
      if ('refused' in after) return failed(after.refused);
      if (after.rotation === rotation) return ok({ changed: false });
      const written = await write(placed(before, rotation, after.rotation));
      if (!written.ok) return written;
      log('rotation', { event: event.type, step: after.rotation?.step ?? 'none' });
      for (const effect of after.effects) {
        if (effect.do === 'discard-new') await arrival.destroy(effect.fingerprint);
      }
      return ok({ changed: true });
    });
  }

  async function asked(event: RotationEvent): Promise<Result<void>> {
    const taken = await take(event);
    works.schedule();
    return taken.ok ? ok(undefined) : taken;
  }

  /** The same for what can be done at the rotation's own address only. */
  async function askedHere(event: RotationEvent): Promise<Result<void>> {
    const rotation = current();
    return rotation === null || isHere(rotation) ? asked(event) : failed({ kind: 'not-now' });
  }

  /** It is about the vendor's address that is meant now. */
  function isHere(rotation: Rotation): boolean {
    return !isForOtherOrigin(rotation, ports.origin());
  }

  /** Rotations that something may have to be done for: the one under way, and finished ones whose old key is still tried. */
  function open(): Rotation[] {
    const { current: rotation, receipts } = journal.read();
    const all = rotation === null ? receipts : [rotation, ...receipts];
    return all.filter(isHere);
  }

  async function perform(work: RotationTask, rotation: Rotation): Promise<void> {
    switch (work) {
      case 'settle':
        return arrival.settle(rotation);
      case 'watch-old':
        return reads.watchOld(rotation);
      case 'prove-new':
        return reads.proveNew(rotation);
      case 'use-new':
        return useNew(rotation);
      case 'check-old':
        return reads.checkOld(rotation);
      case 'destroy-old':
        return destroyOld(rotation);
      default:
        return work satisfies never;
    }
  }

  async function useNew(rotation: Rotation): Promise<void> {
    const fingerprint = rotation.newFingerprint;
    if (fingerprint === null) return;
    const promoted = await vault.promote(fingerprint);
    if (!isHere(rotation)) return;
    const text = promoted.ok ? await vault.textOf(fingerprint) : promoted;
    // The keyring may have taken its time: the address that is meant now may be another, and is not to get this key.
    if (!isHere(rotation)) return;
    if (!text.ok) {
      if (text.problem.kind === 'key-missing') await take({ type: 'key-gone' }, rotation.id);
      showProblem(text.problem);
      return;
    }
    if (told !== fingerprint) {
      told = fingerprint;
      ports.inUse(text.value, rotation.proof.otherAccount !== null);
    }
    await take({ type: 'in-use', fingerprint }, rotation.id);
  }

  async function destroyOld({ id, oldFingerprint }: Rotation): Promise<void> {
    if (oldFingerprint === null) return;
    const destroyed = await vault.destroyPrevious(oldFingerprint);
    if (destroyed.ok) await take({ type: 'old-destroyed' }, id);
  }

  /** The new key was in memory only, and NineTray was started anew. */
  function isNewKeyGone(): boolean {
    const rotation = current();
    const fingerprint = rotation?.newFingerprint ?? null;
    // At another address the vault has other keys.
    if (rotation === null || fingerprint === null || !isHere(rotation)) return false;
    return vault.received()?.fingerprint !== fingerprint && vault.inUse()?.fingerprint !== fingerprint;
  }

  return {
    view,
    async resume() {
      works.forgetTries();
      if (isNewKeyGone()) await take({ type: 'key-gone' });
      publish();
      works.schedule();
      await copyStep.clearEarlierCopy();
    },
    async begin(entry) {
      if (ports.origin() === '') return failed({ kind: 'insecure-address' });
      const { account, keyRefused, refusedAt } = ports.known();
      const inUse = vault.inUse();
      const name = account?.username ?? account?.email ?? '';
      return asked({
        type: 'begin',
        id: ports.newId(),
        // With a key in use it is not the first.
        entry: entry === 'first' && inUse !== null ? 'on-purpose' : entry,
        origin: ports.origin(),
        account: account === null ? null : { id: account.id, name },
        oldKey: inUse === null ? null : { ...inUse, refused: keyRefused, refusedAt },
        places: journal.read().places,
      });
    },
    next: () => askedHere({ type: 'next' }),
    async openDashboard(why, openPage) {
      const visit = await askedHere({ type: 'dashboard', why });
      if (!visit.ok) return visit;
      const opened = await openPage();
      if (!opened.ok) await asked({ type: 'dashboard-failed' });
      return opened;
    },
    async receive(pasted, storage) {
      try {
        return await arrival.receive(pasted, storage);
      } finally {
        works.schedule();
      }
    },
    discardReceived: () => askedHere({ type: 'discard' }),
    acceptAccount: () => askedHere({ type: 'accept-account' }),
    async proveNow() {
      const rotation = current();
      if (rotation === null) return failed({ kind: 'not-now' });
      const proved = await askedHere({ type: 'prove-now' });
      if (!proved.ok) return proved;
      works.tryNow(rotation);
      return proved;
    },
    reveal: copyStep.reveal,
    copy: copyStep.copy,
    saveToFile: copyStep.saveToFile,
    noCopyNeeded: copyStep.noCopyNeeded,
    tick: (placeId, ticked) => asked({ type: 'tick', placeId, ticked }),
    finish: () => asked({ type: 'finish' }),
    async abandon() {
      const rotation = current();
      if (rotation !== null && !isHere(rotation)) return asked({ type: 'leave' });
      const discarded = rotation?.discarded;
      // Only this rotation knows that it was thrown away: the next one would take it up.
      const destroyed = discarded === undefined ? ok(undefined) : await arrival.destroy(discarded);
      return destroyed.ok ? asked({ type: 'abandon' }) : destroyed;
    },
    async changePlaces(places) {
      // The list and the rotation's own in one write: a crash between two would leave a place out of the one under way.
      return inTurn(() => {
        const before = journal.read();
        const after = reduceRotation(before.current, { type: 'places', places }, clock.now());
        return write({ ...before, current: 'refused' in after ? before.current : after.rotation, places });
      });
    },
    async oldKeyRefused() {
      const fingerprint = vault.inUse()?.fingerprint;
      if (fingerprint === undefined || fingerprint !== current()?.oldFingerprint) return;
      await askedHere({ type: 'old-read', fingerprint, outcome: 'refused', watched: false });
    },
    oldKeyAnswered() {
      const rotation = current();
      if (!isWaiting(rotation)) return;
      if (rotation.oldKey.status !== 'dead' && rotation.oldKey.refusedOnceAt === undefined) return;
      if (vault.inUse()?.fingerprint === rotation.oldFingerprint) works.tryOldNow(rotation);
    },
    wake() {
      works.forgetTries();
      works.schedule();
    },
    stop() {
      stopped = true;
      works.stop();
      unsubscribe();
    },
  };
}
