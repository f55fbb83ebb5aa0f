// The states the wizard can be in, as plain data: every step, every reason to be here, every failure. For the tests beside it
// and for the pictures. Made-up values only; nothing here runs in the application.
import { exampleAccess } from '../../app/model/access/access.fixture';
import type { Rotation, RotationEntry, RotationStep, RotationView } from '../../app/model/rotation/rotation';
import type { PlacesView } from '../../app/model/places/places-view';
import type { AppState } from '../../app/model/state/app-state';
import { demoPlaces, demoReady, demoUpdated, inDemo } from '../places/demo-places.fixture';
import { picturedAt, popoverStates } from '../popover/popover-states.fixture';
import { named } from '../ui/example-state.fixture';
import {
  allUpdated,
  board,
  boardRows,
  failing,
  live,
  places,
  stillRunning,
  updatedPlaces,
  scanWithCopies,
} from './places/progress.fixture';

export { picturedAt, places };

const second = 1_000;
const minute = 60 * second;
const ago = (ms: number) => picturedAt - ms;

const normal = named(popoverStates, 'normal');

const unproved: Rotation['proof'] = {
  answers: 'open',
  sameAccount: 'open',
  oldDead: 'open',
  at: null,
  otherAccount: null,
};

const atPrepare: Rotation = {
  id: 'r1',
  entry: 'on-purpose',
  step: 'prepare',
  startedAt: ago(4 * minute + 12 * second),
  origin: 'https://api.9proxy.com',
  account: { id: 4471, name: 'lena.okafor' },
  oldFingerprint: '7c1e-44a0',
  newFingerprint: null,
  storage: 'protected',
  sentToDashboard: [],
  oldKey: { status: 'unknown', diedAt: null, lastAcceptedAt: null, watched: 0, checks: [], destroyedAt: null },
  receivedAt: null,
  clipboardCleared: null,
  proof: unproved,
  copied: null,
  places: places.map((place) => ({ place, tickedAt: null })),
  finishedAt: null,
};

const atRegenerate: Rotation = { ...atPrepare, step: 'regenerate' };
const watching: Rotation = {
  ...atRegenerate,
  sentToDashboard: [{ at: ago(70 * second), why: 'first' }],
  oldKey: { ...atPrepare.oldKey, status: 'alive', lastAcceptedAt: ago(3 * second), watched: 12 },
};
const atReceive: Rotation = {
  ...watching,
  step: 'receive',
  oldKey: {
    ...watching.oldKey,
    status: 'dead',
    diedAt: ago(21 * second),
    lastAcceptedAt: ago(26 * second),
    watched: 17,
  },
};
const atProve: Rotation = {
  ...atReceive,
  step: 'prove',
  newFingerprint: 'd93b-08f2',
  receivedAt: ago(6 * second),
  clipboardCleared: true,
};
const proved: Rotation['proof'] = {
  ...unproved,
  answers: 'proved',
  sameAccount: 'proved',
  oldDead: 'proved',
  at: ago(4 * second),
};
const atCopy: Rotation = {
  ...atProve,
  step: 'copy',
  proof: proved,
  oldKey: { ...atProve.oldKey, checks: [{ at: ago(4 * second), outcome: 'refused' }] },
};
const copied: Rotation = { ...atCopy, copied: { how: 'clipboard', at: ago(2 * second) } };
const atUpdate: Rotation = {
  ...copied,
  step: 'update',
  places: copied.places.map((each, index) => ({ ...each, tickedAt: index === 0 ? ago(second) : null })),
};
const checked: Rotation['oldKey'] = {
  ...atProve.oldKey,
  diedAt: ago(14 * minute),
  checks: [13 * minute, 12.5 * minute, 11 * minute, 3 * minute].map((age) => ({ at: ago(age), outcome: 'refused' })),
  destroyedAt: ago(3 * minute),
};
const atReceipt: Rotation = {
  ...atUpdate,
  step: 'receipt',
  startedAt: ago(18 * minute),
  sentToDashboard: [{ at: ago(14 * minute + 40 * second), why: 'first' }],
  oldKey: checked,
  receivedAt: ago(14 * minute - 44 * second),
  proof: { ...proved, at: ago(14 * minute - 47 * second) },
  copied: { how: 'clipboard', at: ago(13 * minute) },
  places: atUpdate.places.map((each, index) => ({ ...each, tickedAt: ago((6 - index) * minute) })),
  finishedAt: ago(5 * second),
};

/** An old key that a cache of the vendor's keeps alive. */
const stillAlive = {
  sentToDashboard: [{ at: ago(3.5 * minute), why: 'first' }],
  receivedAt: ago(3 * minute),
  oldKey: {
    ...atProve.oldKey,
    status: 'alive',
    diedAt: null,
    lastAcceptedAt: ago(30 * second),
    checks: [
      { at: ago(3 * minute), outcome: 'accepted' },
      { at: ago(2.5 * minute), outcome: 'unknown', problem: { kind: 'timed-out' } },
      { at: ago(30 * second), outcome: 'accepted' },
    ],
  },
} satisfies Partial<Rotation>;

/** An old key that was refused, and then accepted again: two caches that do not know of each other. */
const aliveAgain = {
  ...stillAlive,
  oldKey: {
    ...stillAlive.oldKey,
    diedAt: ago(3 * minute + 20 * second),
    checks: [
      { at: ago(3 * minute), outcome: 'refused' },
      { at: ago(2.5 * minute), outcome: 'refused' },
      { at: ago(30 * second), outcome: 'accepted' },
    ],
  },
} satisfies Partial<Rotation>;
const triedAgain = { nextCheckAt: picturedAt + 90 * second };

function entered(entry: RotationEntry, over: Partial<Rotation> = {}): Rotation {
  return { ...atPrepare, entry, ...over };
}

const noOld = {
  oldFingerprint: null,
  proof: { ...unproved, oldDead: 'waived' },
} satisfies Partial<Rotation>;

const refusedRotation = entered('refused', {
  oldKey: { ...atPrepare.oldKey, status: 'dead', diedAt: ago(3 * minute) },
});

function during(current: Rotation, view: Partial<RotationView> = {}, state: AppState = normal): AppState {
  return { ...state, rotation: { ...state.rotation, places, current, ...view } };
}

const session: AppState = {
  ...normal,
  key: { ...normal.key, storage: 'session', canProtect: false, keyring: 'basic_text' },
};

/** The settings name another address than the one that the rotation was started for. */
const atSandbox: AppState = { ...normal, source: { kind: 'sandbox', origin: 'https://sandbox.9proxy.com' } };

/** What the wizard shows when nothing is left to say but how it went. */
export const receipts: Rotation[] = [
  atReceipt,
  {
    ...atReceipt,
    id: 'r0',
    entry: 'leak',
    startedAt: ago(60 * 24 * 60 * minute),
    finishedAt: ago(60 * 24 * 60 * minute - 20 * minute),
    oldFingerprint: '19ff-c0de',
    newFingerprint: '7c1e-44a0',
    places: atUpdate.places,
  },
];

const fiveEntries = updatedPlaces.slice(0, 5).map((place) => ({ place, tickedAt: null }));
const demoEntries = demoPlaces.map((place) => ({ place, tickedAt: null }));
const entries = updatedPlaces.map((place) => ({ place, tickedAt: null }));

function withPlaces(state: AppState, view: PlacesView): AppState {
  return { ...state, places: view, rotation: { ...state.rotation, places: updatedPlaces } };
}

/** Steps in which NineTray updates the places. */
const updatingStates: Record<string, AppState> = {
  'prepare-board': withPlaces(during(atPrepare), board),
  'prepare-board-gateway-off': withPlaces(during(atPrepare), {
    ...board,
    rows: boardRows.map((row) => (row.readiness === 'gateway' ? { ...row, readiness: 'gateway-off' } : row)),
  }),
  'prepare-board-rehearsing': withPlaces(during(atPrepare), {
    ...board,
    rows: boardRows.map((row) => ({ ...row, isBusy: row.readiness === 'ready' })),
    rehearsing: { done: 2, total: 4 },
  }),
  'copy-updating': withPlaces(during({ ...atCopy, places: entries }), live),
  'copy-not-needed': withPlaces(during({ ...atCopy, places: fiveEntries }), allUpdated),
  'update-live': withPlaces(during({ ...atUpdate, places: entries }), live),
  'update-failing': withPlaces(during({ ...atUpdate, places: entries }), { ...failing, stillRunning }),
  'receive-demo': inDemo(during(atReceive), demoReady, { calls: 96, answered: 96, longestMilliseconds: 38 }),
  'update-demo': inDemo(during({ ...atUpdate, places: demoEntries }), demoUpdated(atUpdate.id)),
  'receipt-updated': withPlaces(
    during({ ...atReceipt, oldKey: { ...checked, diedAt: ago(24 * second) }, places: entries }),
    {
      ...failing,
      stillRunning,
      scan: scanWithCopies,
    },
  ),
};

/** Every state by name. */
export const wizardStates: Record<string, AppState> = {
  ...updatingStates,
  prepare: during(atPrepare),
  'prepare-no-places': during({ ...atPrepare, places: [] }, { places: [] }),
  'prepare-not-ready': during(
    atPrepare,
    {},
    { ...named(popoverStates, 'two-factor-off'), key: { ...session.key, savedAt: null } },
  ),
  'prepare-keyring-locked': during(atPrepare, {}, named(popoverStates, 'keyring-locked')),
  'prepare-unprotected': during(atPrepare, {}, named(popoverStates, 'unprotected')),
  'prepare-leak': during(entered('leak')),
  'prepare-refused': during(refusedRotation, {}, named(popoverStates, 'refused')),
  'prepare-lost': during(entered('lost', noOld), {}, { ...normal, key: { ...normal.key, savedAt: null } }),
  'prepare-first': during(
    entered('first', { ...noOld, account: null, places: [] }),
    { places: [] },
    {
      ...named(popoverStates, 'no-data'),
      key: { ...normal.key, status: 'absent', storage: null, fingerprint: null, savedAt: null },
    },
  ),
  'journal-trouble': during(atPrepare, { problem: { kind: 'disk-full' } }),
  regenerate: during(atRegenerate),
  'regenerate-first': during({ ...atRegenerate, entry: 'first', ...noOld }),
  'regenerate-watching': during(watching),
  'regenerate-refused-once': during({
    ...watching,
    oldKey: { ...watching.oldKey, refusedOnceAt: ago(2 * second) },
  }),
  'regenerate-rested': during({ ...watching, oldKey: { ...watching.oldKey, watched: 60 } }),
  receive: during(atReceive),
  'receive-alive': during({ ...watching, step: 'receive' }),
  'receive-holding': during(
    atReceive,
    {},
    { ...normal, access: exampleAccess({ holding: { reads: 6, since: ago(9 * second) } }) },
  ),
  'receive-refused-entry': during({ ...refusedRotation, step: 'receive' }, {}, named(popoverStates, 'refused')),
  'no-sandbox': during(atReceive, {}, { ...normal, platform: { ...normal.platform, sandboxed: false } }),
  'receive-session': during(atReceive, {}, session),
  prove: during(atProve),
  'prove-offline': during(
    { ...atProve, proof: { ...unproved, waitingFor: { kind: 'unreachable', why: 'offline' } } },
    {},
    named(popoverStates, 'offline'),
  ),
  'prove-rate-limited': during({
    ...atProve,
    proof: { ...unproved, waitingFor: { kind: 'rate-limited', until: picturedAt + 2 * minute } },
  }),
  'prove-html': during({
    ...atProve,
    clipboardCleared: false,
    proof: { ...unproved, waitingFor: { kind: 'unreadable-answer', why: 'html' } },
  }),
  'prove-refused-once': during({
    ...atProve,
    oldKey: {
      ...watching.oldKey,
      refusedOnceAt: ago(2 * second),
      checks: [{ at: ago(2 * second), outcome: 'refused' }],
    },
    proof: { ...unproved, refusedOnceAt: ago(2 * second) },
  }),
  'prove-refused': during({ ...atProve, proof: { ...unproved, answers: 'failed' } }),
  'prove-other-account': during({
    ...atProve,
    clipboardCleared: null,
    proof: {
      ...proved,
      oldDead: 'failed',
      sameAccount: 'failed',
      otherAccount: { id: 9001, name: 'nordwind.purchasing' },
    },
    ...stillAlive,
  }),
  'prove-old-alive': during({ ...atProve, proof: { ...unproved, oldDead: 'failed' }, ...stillAlive }, triedAgain),
  'prove-old-again': during(
    {
      ...atProve,
      proof: { ...unproved, oldDead: 'failed', waitingFor: { kind: 'timed-out' } },
      ...aliveAgain,
    },
    triedAgain,
  ),
  'prove-first': during({ ...atProve, entry: 'first', account: null, ...noOld, oldKey: atPrepare.oldKey }),
  copy: during(atCopy),
  'copy-copied': during(copied, { clipboard: { clearsAt: picturedAt + 48 * second, outcome: 'copied' } }),
  'copy-cleared': during(copied, { clipboard: { clearsAt: null, outcome: 'cleared' } }),
  'copy-left-alone': during(copied, { clipboard: { clearsAt: null, outcome: 'left-alone' } }),
  'copy-failed': during(atCopy, { clipboard: { clearsAt: null, outcome: 'failed' } }),
  'copy-saved': during({ ...atCopy, copied: { how: 'file', at: ago(2 * second) } }),
  'copy-session': during({ ...atCopy, storage: 'session', places: [] }, {}, session),
  'copy-old-alive': during({ ...atCopy, proof: { ...proved, oldDead: 'failed' }, ...stillAlive }, triedAgain),
  'copy-old-again': during(
    { ...atCopy, proof: { ...proved, oldDead: 'failed', at: ago(3 * minute - second) }, ...aliveAgain },
    triedAgain,
  ),
  update: during(atUpdate),
  'update-no-places': during(
    { ...atUpdate, places: [], copied: { how: 'not-needed', at: ago(second) } },
    { places: [] },
  ),
  'update-old-alive': during({ ...atUpdate, proof: { ...proved, oldDead: 'failed' }, ...stillAlive }, triedAgain),
  receipt: during(atReceipt),
  'receipt-open': during({
    ...atReceipt,
    entry: 'leak',
    proof: {
      ...atReceipt.proof,
      sameAccount: 'waived',
      oldDead: 'failed',
      otherAccount: { id: 9001, name: 'nordwind' },
    },
    oldKey: { ...stillAlive.oldKey, diedAt: ago(16 * minute) },
    copied: { how: 'file', at: ago(2 * minute) },
    places: atUpdate.places,
    sentToDashboard: [...watching.sentToDashboard, { at: ago(16 * minute), why: 'key-not-received' }],
  }),
  'receipt-held': during({
    ...atReceipt,
    held: { answered: 126, gaveUp: 2, refusedWrites: 3, longestMilliseconds: 19_400 },
  }),
  elsewhere: during(watching, {}, atSandbox),
  'elsewhere-copy': during(atCopy, {}, { ...atSandbox, source: { kind: 'custom', origin: '' } }),
  idle: { ...normal, rotation: { ...normal.rotation, receipts, places } },
};

/** The wizard at a step, as it is when all goes well. */
export function stateAt(step: RotationStep): AppState {
  return named(wizardStates, step);
}
