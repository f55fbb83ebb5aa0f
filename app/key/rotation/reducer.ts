// The rotation of a key as a pure reducer: what each event makes of it, and what to do once that is journalled. What
// follows from the state alone, and so after a restart too, is in due-tasks.ts.
import type { Problem } from '../../model/problem';
import { isForOtherOrigin } from '../../model/rotation/rotation-origin';
import type { RotationEvent } from './event';
import { freshProof, newRead, oldChecked, oldGone, oldRead, proveNow } from './key-reads';
import { isProved, isWaiting, mayAbandon } from '../../model/rotation/rotation-queries';
import type { Rotation } from '../../model/rotation/rotation';

/** What is done once, after the journal holds the new state. */
export type Effect = { do: 'open-dashboard' } | { do: 'discard-new'; fingerprint: string };

export type Outcomes = { rotation: Rotation | null; effects: Effect[] } | { refused: Problem };

type Of<T extends RotationEvent['type']> = Extract<RotationEvent, { type: T }>;

/** The list of visits, which each click makes longer, has at most this many. */
const VISITS = 50;

/**
 * What `event` makes of `rotation` at `now` (ms). The same object: nothing changes, and nothing need be journalled. `refused`: the
 * user asked for what cannot be done now (not-now, key-is-the-old-one). A late answer changes nothing.
 * Null after a finished rotation: it is to be put among the receipts; after an unfinished one: it was abandoned or left.
 */
export function reduceRotation(rotation: Rotation | null, event: RotationEvent, now: number): Outcomes {
  if (event.type === 'begin') return begin(rotation, event, now);
  if (rotation === null) return isAsked(event) ? notNow : { rotation, effects: [] };
  switch (event.type) {
    case 'next':
      return next(rotation, now);
    case 'back':
      return back(rotation);
    case 'dashboard':
      return dashboard(rotation, event, now);
    case 'dashboard-failed':
      if (!isWaiting(rotation)) return same(rotation);
      return same({ ...rotation, sentToDashboard: rotation.sentToDashboard.slice(0, -1) });
    case 'old-read':
      return same(isWaiting(rotation) ? oldRead(rotation, event, now) : rotation);
    case 'receiving':
      return receiving(rotation, event);
    case 'received':
      return same(received(rotation, event, now));
    case 'not-received':
      return same(rotation.receiving?.fingerprint === event.fingerprint ? notReceiving(rotation) : rotation);
    case 'new-read':
      return same(newRead(rotation, event, now));
    case 'accept-account':
      if (rotation.step !== 'prove' || rotation.proof.sameAccount !== 'failed') return notNow;
      return same({ ...rotation, proof: { ...rotation.proof, sameAccount: 'waived' } });
    case 'in-use':
      if (rotation.newFingerprint !== event.fingerprint || !isProved(rotation)) return same(rotation);
      return same({ ...rotation, step: 'copy' });
    case 'discard':
      return discard(rotation);
    case 'key-gone': {
      const needed = rotation.step === 'prove' || (rotation.step === 'copy' && rotation.copied === null);
      return same(needed ? withoutNewKey(rotation) : rotation);
    }
    case 'old-checked':
      return same(oldChecked(rotation, event, now));
    case 'old-gone':
      return same(oldGone(rotation, now));
    case 'old-destroyed':
      if (rotation.proof.oldDead !== 'proved') return same(rotation);
      return same({ ...rotation, oldKey: { ...rotation.oldKey, destroyedAt: now } });
    case 'prove-now':
      return same(proveNow(rotation));
    case 'held':
      return same(rotation.id === event.id ? { ...rotation, held: event.held } : rotation);
    case 'copied': {
      if (rotation.step !== 'copy') return notNow;
      if (event.how === 'not-needed' && rotation.copied !== null) return same(rotation);
      return same({ ...rotation, copied: { how: event.how, at: now } });
    }
    case 'places':
      return same(rotation.finishedAt === null ? withPlaces(rotation, event) : rotation);
    case 'tick':
      return tick(rotation, event, now);
    case 'finish':
      return rotation.step === 'receipt' ? { rotation: null, effects: [] } : notNow;
    case 'abandon':
      return mayAbandon(rotation) ? { rotation: null, effects: [] } : notNow;
    case 'leave':
      return leave(rotation, now);
    default:
      return event satisfies never;
  }
}

const notNow = { refused: { kind: 'not-now' } } satisfies Outcomes;

function same(rotation: Rotation): Outcomes {
  return { rotation, effects: [] };
}

/** What the user asks for is answered with a refusal; an event that comes late is ignored. */
function isAsked({ type }: RotationEvent): boolean {
  const asked: RotationEvent['type'][] = [
    'next',
    'back',
    'dashboard',
    'receiving',
    'accept-account',
    'discard',
    'copied',
    'tick',
  ];
  return asked.includes(type) || type === 'finish' || type === 'abandon' || type === 'leave';
}

function begin(rotation: Rotation | null, event: Of<'begin'>, now: number): Outcomes {
  if (rotation !== null && rotation.finishedAt === null) {
    const untouched = rotation.step === 'prepare' && rotation.sentToDashboard.length === 0;
    const isTheSame = rotation.entry === event.entry && !isForOtherOrigin(rotation, event.origin);
    // A rotation that has started continues. At the very start the user may still choose another reason, or another address.
    if (!untouched || isTheSame || rotation.receiving !== undefined) return same(rotation);
  }
  // A key that the user lost may still be in the vault: then it is the old one, to be watched, proved dead and destroyed.
  const oldKey = event.entry === 'first' ? null : event.oldKey;
  const isRefused = oldKey !== null && (event.entry === 'refused' || oldKey.refused);
  return same({
    id: event.id,
    entry: event.entry,
    step: 'prepare',
    startedAt: now,
    origin: event.origin,
    account: event.account,
    oldFingerprint: oldKey?.fingerprint ?? null,
    newFingerprint: null,
    storage: event.oldKey?.storage ?? null,
    sentToDashboard: [],
    oldKey: {
      status: 'unknown',
      ...(isRefused ? { refusedOnceAt: Math.min(oldKey.refusedAt ?? now, now) } : {}),
      diedAt: null,
      lastAcceptedAt: null,
      watched: 0,
      checks: [],
      destroyedAt: null,
    },
    receivedAt: null,
    clipboardCleared: null,
    proof: {
      answers: 'open',
      sameAccount: 'open',
      oldDead: oldKey === null ? 'waived' : 'open',
      at: null,
      otherAccount: null,
    },
    copied: null,
    places: event.places.map((place) => ({ place, tickedAt: null })),
    finishedAt: null,
  });
}

/** Once the new key is in use it is a receipt: the old key is still to be tried and destroyed. Before that nothing of it stays. */
function leave(rotation: Rotation, now: number): Outcomes {
  if (rotation.step === 'receipt') return notNow;
  const isInUse = rotation.step === 'copy' || rotation.step === 'update';
  return { rotation: isInUse ? { ...rotation, step: 'receipt', finishedAt: now } : null, effects: [] };
}

function next(rotation: Rotation, now: number): Outcomes {
  switch (rotation.step) {
    case 'prepare':
      return same({ ...rotation, step: 'regenerate' });
    case 'regenerate':
      return same({ ...rotation, step: 'receive' });
    case 'copy':
      return rotation.copied === null ? notNow : same({ ...rotation, step: 'update' });
    case 'update':
      return same({ ...rotation, step: 'receipt', finishedAt: now });
    default:
      return notNow;
  }
}

/** Back to what was read before. Once the dashboard was opened the preparation is over: the old key may have stopped. */
function back(rotation: Rotation): Outcomes {
  if (rotation.receiving !== undefined) return notNow;
  if (rotation.step === 'receive') return same({ ...rotation, step: 'regenerate' });
  const isUntouched = rotation.step === 'regenerate' && rotation.sentToDashboard.length === 0;
  return isUntouched ? same({ ...rotation, step: 'prepare' }) : notNow;
}

function dashboard(rotation: Rotation, { why }: Of<'dashboard'>, now: number): Outcomes {
  const again = rotation.sentToDashboard.length > 0;
  if (!isWaiting(rotation) || rotation.receiving !== undefined) return notNow;
  // Each click on that button kills a key, so never twice without a reason.
  if (again && why === 'first') return notNow;
  const visit = { at: now, why: again ? why : 'first' } as const;
  const cannotWatch = rotation.oldFingerprint === null || rotation.oldKey.status === 'dead';
  return {
    rotation: {
      ...rotation,
      step: cannotWatch || rotation.step === 'receive' ? 'receive' : 'regenerate',
      sentToDashboard: [...rotation.sentToDashboard, visit].slice(-VISITS),
    },
    effects: [{ do: 'open-dashboard' }],
  };
}

function receiving(rotation: Rotation, { fingerprint }: Of<'receiving'>): Outcomes {
  if (!isWaiting(rotation) || rotation.receiving !== undefined) return notNow;
  if (fingerprint === rotation.oldFingerprint) return { refused: { kind: 'key-is-the-old-one' } };
  const { discarded, ...rest } = rotation;
  // This key was discarded once, and is wanted after all.
  const base = discarded === fingerprint ? rest : rotation;
  return same({ ...base, receiving: { fingerprint } });
}

function received(rotation: Rotation, event: Of<'received'>, now: number): Rotation {
  if (rotation.receiving?.fingerprint !== event.fingerprint) return rotation;
  return {
    ...notReceiving(rotation),
    step: 'prove',
    newFingerprint: event.fingerprint,
    storage: event.storage,
    receivedAt: now,
    clipboardCleared: event.clipboardCleared,
    proof: freshProof(rotation),
  };
}

function discard(rotation: Rotation): Outcomes {
  const { step, newFingerprint } = rotation;
  if (step !== 'prove' || newFingerprint === null || isProved(rotation)) return notNow;
  return {
    rotation: { ...withoutNewKey(rotation), discarded: newFingerprint },
    effects: [{ do: 'discard-new', fingerprint: newFingerprint }],
  };
}

function withoutNewKey(rotation: Rotation): Rotation {
  return {
    ...rotation,
    step: 'receive',
    newFingerprint: null,
    receivedAt: null,
    clipboardCleared: null,
    proof: freshProof(rotation),
    places: rotation.places.map(({ place }) => ({ place, tickedAt: null })),
  };
}

function withPlaces(rotation: Rotation, { places }: Of<'places'>): Rotation {
  const tickedAt = new Map(rotation.places.map(({ place, tickedAt: at }) => [place.id, at]));
  return { ...rotation, places: places.map((place) => ({ place, tickedAt: tickedAt.get(place.id) ?? null })) };
}

function tick(rotation: Rotation, { placeIds, ticked }: Of<'tick'>, now: number): Outcomes {
  const isTime = ['copy', 'update', 'receipt'].includes(rotation.step);
  if (!isTime || !rotation.places.some(({ place }) => placeIds.includes(place.id))) return notNow;
  return same({
    ...rotation,
    places: rotation.places.map((one) =>
      placeIds.includes(one.place.id) ? { ...one, tickedAt: ticked ? (one.tickedAt ?? now) : null } : one,
    ),
  });
}

function notReceiving(rotation: Rotation): Rotation {
  const { receiving: _, ...rest } = rotation;
  return rest;
}
