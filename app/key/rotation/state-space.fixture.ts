// Walks the rotation's machine: every state that any order of events leads to, and every step between two of them. States
// that differ in nothing that matters later count as one. For the tests, and for the diagram in docs/rotation-machine.md.
import { dueTasks, type RotationTask } from './due-tasks';
import type { RotationEvent } from './event';
import { type Effect, reduceRotation } from './reducer';
import { isProved } from '../../model/rotation/rotation-queries';
import type { Rotation, RotationEntry } from '../../model/rotation/rotation';
import type { Place } from '../../model/places/place';

export interface Edge {
  from: Rotation | null;
  /** The event, with what distinguishes it from others of its type. */
  label: string;
  event: RotationEvent;
  to: Rotation | null;
  effects: Effect[];
  /** Names of the two states: the same for the same. */
  names: { from: string; to: string };
}

const place: Place = { id: 'p1', name: 'Scraper', kind: 'container', where: '', note: '' };
const entries: readonly RotationEntry[] = ['on-purpose', 'refused', 'leak', 'lost', 'first'];
/** The fingerprints of the two keys. */
export const OLD = 'OLDK-EYAA';
export const NEW = 'NEWK-EYAA';
/** So much time passes between two events that every series ends. */
const STEP = 6 * 60_000;

type LabelledEvent = readonly [label: string, event: RotationEvent];

/** What the user can ask for in any state. */
const asked: readonly LabelledEvent[] = [
  ...entries.map(
    (entry): LabelledEvent => [
      `begin (${entry})`,
      {
        type: 'begin',
        id: 'r',
        entry,
        origin: 'https://api.test',
        account: entry === 'first' ? null : { id: 7, name: 'anna' },
        oldKey:
          entry === 'first' || entry === 'lost'
            ? null
            : { fingerprint: OLD, storage: 'protected', refused: false, refusedAt: null },
        places: [place],
      },
    ],
  ),
  ['next', { type: 'next' }],
  ['back', { type: 'back' }],
  ['dashboard (first)', { type: 'dashboard', why: 'first' }],
  ['dashboard (again)', { type: 'dashboard', why: 'key-not-received' }],
  ['the old key pasted', { type: 'receiving', fingerprint: OLD }],
  ['a key pasted', { type: 'receiving', fingerprint: NEW }],
  ['accept the account', { type: 'accept-account' }],
  ['discard', { type: 'discard' }],
  ['prove now', { type: 'prove-now' }],
  ['copied', { type: 'copied', how: 'clipboard' }],
  ['no copy needed', { type: 'copied', how: 'not-needed' }],
  ['tick', { type: 'tick', placeIds: ['p1'], ticked: true }],
  ['tick off', { type: 'tick', placeIds: ['p1'], ticked: false }],
  ['finish', { type: 'finish' }],
  ['abandon', { type: 'abandon' }],
];

/** Outcomes of tasks, late ones too, since a task may have been started in an earlier state. */
const outcomes: readonly LabelledEvent[] = [
  ['old key accepted', { type: 'old-read', fingerprint: OLD, outcome: 'accepted', watched: true }],
  ['old key refused', { type: 'old-read', fingerprint: OLD, outcome: 'refused', watched: true }],
  ['old key: no answer', { type: 'old-read', fingerprint: OLD, outcome: 'unknown', watched: true }],
  ['key is on disk', { type: 'received', fingerprint: NEW, storage: 'protected', clipboardCleared: true }],
  ['key did not reach the disk', { type: 'not-received', fingerprint: NEW }],
  ['new key answers', { type: 'new-read', fingerprint: NEW, answer: { account: { id: 7, name: 'anna' } } }],
  ['new key: another account', { type: 'new-read', fingerprint: NEW, answer: { account: { id: 8, name: 'ben' } } }],
  ['new key refused', { type: 'new-read', fingerprint: NEW, answer: { problem: { kind: 'key-refused' } } }],
  ['new key: no answer', { type: 'new-read', fingerprint: NEW, answer: { problem: { kind: 'timed-out' } } }],
  ['key only in memory is gone', { type: 'key-gone' }],
  ['old key tried: accepted', { type: 'old-checked', fingerprint: OLD, outcome: 'accepted' }],
  ['old key tried: refused', { type: 'old-checked', fingerprint: OLD, outcome: 'refused' }],
  ['old key tried: no answer', { type: 'old-checked', fingerprint: OLD, outcome: 'unknown' }],
  ['old key is not here', { type: 'old-gone' }],
];
const newKeyInUse: LabelledEvent = ['new key is in use', { type: 'in-use', fingerprint: NEW }];
const oldKeyDestroyed: LabelledEvent = ['old key destroyed', { type: 'old-destroyed' }];
const oldKeyNotStored: LabelledEvent = ['key did not reach the disk', { type: 'not-received', fingerprint: OLD }];

/** What may happen in a state: what the user asks for, and the outcomes of tasks. */
function eventsIn(rotation: Rotation | null): readonly LabelledEvent[] {
  if (rotation === null) return asked;
  const found = [...asked, ...outcomes];
  // The vault was asked first.
  if (isProved(rotation)) found.push(newKeyInUse);
  if (tasksOf(rotation).includes('destroy-old')) found.push(oldKeyDestroyed);
  if (rotation.receiving?.fingerprint === OLD) found.push(oldKeyNotStored);
  return found;
}

/** The tasks that a state calls for, sooner or later. */
export function tasksOf(rotation: Rotation): RotationTask[] {
  return dueTasks(rotation, { now: 0, tried: {}, watchedAt: 0, watched: 0, held: null, silentUntil: 0 }).map(
    ({ task }) => task,
  );
}

/** What can make a difference to what follows; moments and counts beyond that are left out. */
function essence(rotation: Rotation | null): string {
  if (rotation === null) return 'none';
  const { oldKey, proof } = rotation;
  return [
    rotation.entry,
    rotation.step,
    rotation.account?.id,
    rotation.newFingerprint,
    rotation.receiving?.fingerprint,
    rotation.discarded,
    rotation.copied?.how,
    rotation.finishedAt !== null,
    rotation.places.map(({ tickedAt }) => tickedAt !== null).join(),
    Math.min(rotation.sentToDashboard.length, 2),
    oldKey.status,
    oldKey.refusedOnceAt !== undefined,
    oldKey.diedAt !== null,
    oldKey.destroyedAt !== null,
    oldKey.checks.at(-1)?.outcome,
    proof.answers,
    proof.sameAccount,
    proof.oldDead,
    proof.waitingFor?.kind,
    proof.refusedOnceAt !== undefined,
    proof.otherAccount?.id,
    proof.at !== null,
    tasksOf(rotation).join(),
  ].join('|');
}

/** A rotation that throws where code changes it in place. */
function frozen(rotation: Rotation | null): Rotation | null {
  if (rotation === null) return null;
  Object.freeze(rotation.oldKey);
  Object.freeze(rotation.proof);
  return Object.freeze(rotation);
}

/** What the walk finds. Steps that change nothing and have no effect are left out: there are a million. */
export interface StateSpace {
  edges: Edge[];
  /** How many events were refused. */
  refusals: number;
}

/** Tries every event in every state, beginning with none. */
export function walkStateSpace(): StateSpace {
  const edges: Edge[] = [];
  let refusals = 0;
  const seen = new Set(['none']);
  let front: { rotation: Rotation | null; from: string; at: number }[] = [{ rotation: null, from: 'none', at: STEP }];
  while (front.length > 0) {
    const found: typeof front = [];
    for (const { rotation, from, at } of front) {
      for (const [label, event] of eventsIn(rotation)) {
        const outcome = reduceRotation(rotation, event, at);
        if ('refused' in outcome) {
          refusals += 1;
          continue;
        }
        const { rotation: to, effects } = outcome;
        if (to === rotation && effects.length === 0) continue;
        const name = to === rotation ? from : essence(to);
        edges.push({ from: rotation, label, event, to, effects, names: { from, to: name } });
        if (seen.has(name)) continue;
        seen.add(name);
        found.push({ rotation: frozen(to), from: name, at: at + STEP });
      }
    }
    front = found;
  }
  return { edges, refusals };
}
