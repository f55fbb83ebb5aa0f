import { describe, expect, it } from 'vitest';
import type { AlertMemories } from '../account/alerts/memory';
import { emptyAccess } from '../gateway/consumers/access-document';
import { createMemoryJobStore } from '../account/bulk/jobs/job-store';
import type { LastKnown } from '../account/history/last-known';
import { createMemorySampleStore } from '../account/history/sample-store';
import { manualClock } from '../model/clock.fixture';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { noPlacesContent } from '../places/documents/places-document';
import { noRuns } from '../places/documents/run-document';
import { createMemoryDocument } from '../settings/document/memory-document';
import { createStateStore } from '../state/state-store';
import { withoutFigures } from '../state/transitions';
import { AccountRecord } from './account-record';

const documents = () => ({
  lastKnown: createMemoryDocument<LastKnown>({ current: null, accounts: {} }),
  samples: createMemorySampleStore([]),
  alerts: createMemoryDocument<AlertMemories>({ accounts: {} }),
  jobs: createMemoryJobStore(),
  access: createMemoryDocument(emptyAccess),
  places: createMemoryDocument(noPlacesContent),
  placesRun: createMemoryDocument(noRuns),
  retry: () => undefined,
  written: () => undefined,
});

function setUp() {
  const store = createStateStore(exampleState());
  const ports = { clock: manualClock(exampleNow), documents: documents(), tell: () => undefined };
  return { store, record: new AccountRecord(ports, () => store), state: () => store.read().state };
}

describe('AccountRecord', () => {
  it('recalls the figures that it kept, and none after the account was left', () => {
    const { record, state } = setUp();
    record.keepFigures(state());
    const unread = withoutFigures(state());
    expect(record.recalled(unread).ips.value).toEqual(exampleState().ips.value);
    record.leaveAccount();
    expect(record.recalled(unread).ips.value).toBeNull();
  });

  it('recalls figures that a read which was cut off had already shown', () => {
    const { record, store, state } = setUp();
    record.keepShownFigures();
    const unread = withoutFigures(state());
    expect(record.recalled(unread).ips.value).toBeNull();
    store.update((before) => ({ ...before, refresh: { ...before.refresh, running: true } }));
    record.keepShownFigures();
    expect(record.recalled(unread).ips.value).toEqual(exampleState().ips.value);
  });

  it('shows the trend of the figures that it kept', () => {
    const { record, store, state } = setUp();
    store.update((before) => ({ ...before, trends: withoutFigures(before).trends }));
    record.keepFigures(state());
    expect(state().trends.ips).toEqual([[exampleNow, state().ips.value?.total]]);
  });
});
