// For tests: a state in which the key is being regenerated.
import type { Rotation } from '../model/rotation/rotation';
import { noRotation } from '../model/rotation/rotation';
import type { AppState } from '../model/state/app-state';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';

/** The parts of a state whose key's successor was asked for in the dashboard, and nothing else has happened yet. */
export function exampleRotation(overrides: Partial<Rotation> = {}): Pick<AppState, 'rotation'> {
  const { source, key } = exampleState();
  const current: Rotation = {
    id: 'r1',
    entry: 'on-purpose',
    step: 'receive',
    startedAt: exampleNow,
    ...(source.origin === null ? {} : { origin: source.origin }),
    account: { id: 7, name: 'anna' },
    oldFingerprint: key.fingerprint,
    newFingerprint: null,
    storage: null,
    sentToDashboard: [{ at: exampleNow, why: 'first' }],
    oldKey: {
      status: 'alive',
      diedAt: null,
      lastAcceptedAt: exampleNow,
      watched: 1,
      checks: [],
      destroyedAt: null,
    },
    receivedAt: null,
    clipboardCleared: null,
    proof: { answers: 'open', sameAccount: 'open', oldDead: 'open', at: null, otherAccount: null },
    copied: null,
    places: [],
    finishedAt: null,
    ...overrides,
  };
  return { rotation: { ...noRotation, current } };
}
