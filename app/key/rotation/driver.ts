// Runs a rotation: journals each step before it is taken, does what it calls for, arms the timers, and goes on after a restart.
// It must not: decide what comes next (machine.ts, due.ts), nor let the text of a key into a journal, a view or a log.
import { failed, ok, type Problem, type Result } from '../../problem/problem';
import type { Storage } from '../vault';
import { createArrival } from './arrival';
import { isElsewhere } from './elsewhere';
import { due, nextCheckAt, type Circumstances, MOST_WATCHES, type Work } from './due';
import type { RotationEvent, Why } from './event';
import { createKeyReads } from './key-reads';
import { isWaiting, rotate } from './machine';
import type { JournalContent, RotationPorts } from './ports';
import type { Place, Rotation, RotationEntry, RotationView } from './state';

type Saved = Promise<Result<{ saved: boolean }>>;

export interface RotationKeeper {
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
  receive(pasted: string, storage?: Storage): Promise<Result<void>>;
  discardReceived(): Promise<Result<void>>;
  acceptAccount(): Promise<Result<void>>;
  proveNow(): Promise<Result<void>>;
  /** The new key's text, in the copy step only. */
  reveal(): Promise<Result<{ text: string }>>;
  copy(): Promise<Result<void>>;
  saveToFile(save: (text: string) => Saved): Saved;
  noCopyNeeded(): Promise<Result<void>>;
  tick(placeId: string, ticked: boolean): Promise<Result<void>>;
  finish(): Promise<Result<void>>;
  /** Calls it off while nothing was revoked. From another address than its own it ends whatever the step; its keys stay kept for their address. */
  abandon(): Promise<Result<void>>;
  changePlaces(places: Place[]): Promise<Result<void>>;
  /** Somebody else's read was refused with the key in use. */
  oldKeyRefused(): Promise<void>;
  /** Somebody else's read was answered with the key in use: one that was seen dead is looked at again, since that may have been a mistake. */
  oldKeyAnswered(): void;
  /** The network is back, or the computer awake: tries again what waits. */
  wake(): void;
  stop(): void;
}

/** Receipts that are kept in any case. */
const RECEIPTS = 20;
/** Timers of more than 2^31 ms fire at once; none of ours is longer than this. */
const LONGEST_TIMER = 3_600_000;
/** Whoever has the key on the clipboard longer than this after a copy has put it there on purpose. */
const LONGEST_COPY = 3_600_000;

/** A keeper of the rotations in this journal. Does nothing until `resume` or a call. */
export function createRotationKeeper(ports: RotationPorts): RotationKeeper {
  const { journal, vault, clock, copyOnce, log } = ports;
  let problem: Problem | null = null;
  let stopped = false;
  let cancelTimer = (): void => undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** Whose key `inUse` was told of last. */
  let told: string | null = null;
  /** A copy of this run has its own countdown, and one of an earlier run is looked for only once. */
  let isClipboardSeenTo = false;
  const tried = new Map<string, Circumstances['tried']>();
  const running = new Set<string>();
  let watchedAt = clock.now();
  /** Reads of old keys by rotation, as far as this run knows. */
  const watches = new Map<string, number>();

  const current = () => journal.read().current;
  const watchedOf = ({ id, oldKey }: Rotation) => Math.max(watches.get(id) ?? 0, oldKey.watched);

  const arrival = createArrival({
    ...ports,
    current,
    isHere,
    take,
    arrived() {
      // What was tried with another key says nothing of this one.
      told = null;
      tried.clear();
    },
    failed: showProblem,
  });
  const reads = createKeyReads({ ...ports, take, isHere });

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
      const after = rotate(rotation, event, clock.now());
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
    arm();
    return taken.ok ? ok(undefined) : taken;
  }

  /** The same for what can be done at the rotation's own address only. */
  async function askedHere(event: RotationEvent): Promise<Result<void>> {
    const rotation = current();
    return rotation === null || isHere(rotation) ? asked(event) : failed({ kind: 'not-now' });
  }

  /** It is about the vendor's address that is meant now. */
  function isHere(rotation: Rotation): boolean {
    return !isElsewhere(rotation, ports.origin());
  }

  /** Rotations that something may have to be done for: the one under way, and finished ones whose old key is still tried. */
  function open(): Rotation[] {
    const { current: rotation, receipts } = journal.read();
    const all = rotation === null ? receipts : [rotation, ...receipts];
    return all.filter(isHere);
  }

  /** Starts what is due, and sets one timer for what is due next. */
  function arm(): void {
    cancelTimer();
    if (stopped) return;
    const now = clock.now();
    let nextAt = Number.POSITIVE_INFINITY;
    for (const rotation of open()) {
      const held = arrival.isUnderWay() ? null : (vault.received()?.fingerprint ?? null);
      const known = { tried: tried.get(rotation.id) ?? {}, watchedAt, watched: watchedOf(rotation), held };
      for (const { work, at } of due(rotation, { ...known, now, silentUntil: reads.silentUntil() })) {
        if (running.has(nameOf(work, rotation)) || (work === 'settle' && arrival.isUnderWay())) continue;
        if (at <= now) start(work, rotation);
        else nextAt = Math.min(nextAt, at);
      }
    }
    if (nextAt !== Number.POSITIVE_INFINITY) cancelTimer = clock.after(Math.min(nextAt - now, LONGEST_TIMER), arm);
  }

  /** A read with one new key does not hold up the read with another. */
  const nameOf = (work: Work, { id, newFingerprint }: Rotation) => `${work} ${id} ${newFingerprint}`;

  function start(work: Work, rotation: Rotation): void {
    const name = nameOf(work, rotation);
    if (running.has(name)) return;
    running.add(name);
    const end = () => {
      running.delete(name);
      arm();
    };
    run(work, rotation).then(end, () => {
      log('rotation trouble', { work });
      end();
    });
  }

  async function run(work: Work, rotation: Rotation): Promise<void> {
    tried.set(rotation.id, { ...tried.get(rotation.id), [work]: clock.now() });
    if (work === 'watch-old') {
      watchedAt = clock.now();
      watches.set(rotation.id, watchedOf(rotation) + 1);
    }
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

  /** Reads the old key out of turn, and not faster than ever. */
  function tryOldNow(rotation: Rotation, checkedAt: number): void {
    const { oldFingerprint, oldKey, proof } = rotation;
    if (oldFingerprint === null || proof.oldDead === 'waived' || oldKey.destroyedAt !== null) return;
    if (!isHere(rotation)) return;
    const now = clock.now();
    if (isWaiting(rotation)) {
      if (watchedOf(rotation) < MOST_WATCHES && now - watchedAt >= 5000) start('watch-old', rotation);
    } else if (now - checkedAt >= 5000) {
      start('check-old', rotation);
    }
  }

  /** The new key's text while the copy step is open, before and after the vault was asked. */
  async function textToCopy(): Promise<Result<string>> {
    const mayShow = () => {
      const rotation = current();
      return rotation?.step === 'copy' && isHere(rotation);
    };
    const fingerprint = current()?.newFingerprint ?? null;
    if (!mayShow() || fingerprint === null) return failed({ kind: 'not-now' });
    const text = await vault.textOf(fingerprint);
    if (!text.ok && text.problem.kind === 'key-missing') await asked({ type: 'key-gone' });
    return mayShow() ? text : failed({ kind: 'not-now' });
  }

  /** The new key was in memory only, and NineTray was started anew. */
  function isNewKeyGone(): boolean {
    const rotation = current();
    const fingerprint = rotation?.newFingerprint ?? null;
    // At another address the vault has other keys.
    if (rotation === null || fingerprint === null || !isHere(rotation)) return false;
    return vault.received()?.fingerprint !== fingerprint && vault.inUse()?.fingerprint !== fingerprint;
  }

  /** NineTray was killed during a countdown, or between a copy and the journal: the key may still be on the clipboard. */
  async function clearEarlierCopy(): Promise<void> {
    const { current: rotation, receipts } = journal.read();
    const { step, copied = null, receivedAt = null, newFingerprint = null } = rotation ?? receipts[0] ?? {};
    const copiedAt = copied?.at ?? (step === 'copy' ? receivedAt : null);
    if (isClipboardSeenTo || newFingerprint === null || copiedAt === null || copied?.how === 'not-needed') return;
    if (clock.now() - copiedAt > LONGEST_COPY) return;
    const text = await vault.textOf(newFingerprint);
    if (!text.ok || isClipboardSeenTo) return;
    const cleared = await copyOnce.clearIfHolds(text.value);
    isClipboardSeenTo = cleared !== false;
    if (cleared !== null) log('rotation clipboard', { cleared });
  }

  return {
    view,
    async resume() {
      tried.clear();
      if (isNewKeyGone()) await take({ type: 'key-gone' });
      publish();
      arm();
      await clearEarlierCopy();
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
        arm();
      }
    },
    discardReceived: () => askedHere({ type: 'discard' }),
    acceptAccount: () => askedHere({ type: 'accept-account' }),
    async proveNow() {
      const rotation = current();
      if (rotation === null) return failed({ kind: 'not-now' });
      const proved = await askedHere({ type: 'prove-now' });
      if (!proved.ok) return proved;
      const times = tried.get(rotation.id) ?? {};
      tried.delete(rotation.id);
      tryOldNow(rotation, times['check-old'] ?? 0);
      arm();
      return proved;
    },
    async reveal() {
      const text = await textToCopy();
      return text.ok ? ok({ text: text.value }) : text;
    },
    async copy() {
      const text = await textToCopy();
      if (!text.ok) return text;
      isClipboardSeenTo = true;
      const copied = await copyOnce.copy(text.value);
      return copied.ok ? asked({ type: 'copied', how: 'clipboard' }) : copied;
    },
    async saveToFile(save) {
      const text = await textToCopy();
      if (!text.ok) return text;
      const saved = await save(text.value);
      if (!saved.ok || !saved.value.saved) return saved;
      const taken = await asked({ type: 'copied', how: 'file' });
      return taken.ok ? saved : taken;
    },
    noCopyNeeded: () => askedHere({ type: 'copied', how: 'not-needed' }),
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
        const after = rotate(before.current, { type: 'places', places }, clock.now());
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
      if (!isWaiting(rotation) || rotation.oldKey.status !== 'dead') return;
      if (vault.inUse()?.fingerprint === rotation.oldFingerprint) tryOldNow(rotation, 0);
    },
    wake() {
      tried.clear();
      arm();
    },
    stop() {
      stopped = true;
      cancelTimer();
      unsubscribe();
    },
  };
}

function find({ current, receipts }: JournalContent, id: string): Rotation | null {
  return current?.id === id ? current : (receipts.find((one) => one.id === id) ?? null);
}

/** The journal with `after` in the place of `before`. What was finished and is no longer under way is a receipt. */
function placed(content: JournalContent, before: Rotation | null, after: Rotation | null): JournalContent {
  const isReceipt = before !== null && content.current?.id !== before.id;
  if (isReceipt) {
    const receipts = content.receipts.map((one) => (one.id === before.id && after !== null ? after : one));
    return { ...content, receipts: receipts.filter(isStillKept) };
  }
  const isOver = before !== null && before.finishedAt !== null && before.id !== after?.id;
  const receipts = isOver ? [before, ...content.receipts].filter(isStillKept) : content.receipts;
  return { ...content, current: after, receipts };
}

/** The newest receipts are kept; an older one for as long as the vault holds its old key, which nothing else knows to destroy. */
function isStillKept({ oldFingerprint, oldKey, proof }: Rotation, index: number): boolean {
  const holdsOldKey = oldFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  return index < RECEIPTS || holdsOldKey;
}
