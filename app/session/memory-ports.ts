// The ports of an account of which nothing is stored: every document is in memory, and ends with the session.
import type { AlertMemories } from '../account/alerts/memory';
import { emptyAccess } from '../gateway/consumers/access-document';
import { createMemoryJobStore } from '../account/bulk/jobs/job-store';
import type { Sample } from '../account/history/history';
import type { LastKnown } from '../account/history/last-known';
import { createMemorySampleStore } from '../account/history/sample-store';
import { createJournal, emptyJournal } from '../key/rotation/journal';
import { noPlacesContent } from '../places/documents/places-document';
import type { Place } from '../model/places/place';
import { noRuns } from '../places/documents/run-document';
import { createMemoryDocument } from '../settings/document/memory-document';
import { memoryChoices } from './account-choices';
import type { AccountPorts, SharedPorts } from './ports';

/** What was there before the session began. */
interface Before {
  /** What was recorded of the account. */
  past: readonly Sample[];
  /** Places that hold its key. */
  places: readonly Place[];
  /** The ids of its pinned sub-accounts. */
  pinned: readonly number[];
}

/** `own`: what the session does have besides memory. */
export function memoryPorts(
  shared: SharedPorts,
  { past, places, pinned }: Before,
  own: Pick<AccountPorts, 'id' | 'source' | 'vault' | 'places' | 'readLocalToday'>,
): AccountPorts {
  return {
    ...shared,
    ...own,
    // The socket would be in the profile folder.
    gateway: shared.gateway === null ? null : { ...shared.gateway, socket: null },
    journal: createJournal(createMemoryDocument(emptyJournal)),
    documents: {
      lastKnown: createMemoryDocument<LastKnown>({ current: null, accounts: {} }),
      samples: createMemorySampleStore(past),
      alerts: createMemoryDocument<AlertMemories>({ accounts: {} }),
      jobs: createMemoryJobStore(),
      access: createMemoryDocument(emptyAccess),
      places: createMemoryDocument({ ...noPlacesContent, isListHere: true, places: [...places] }),
      placesRun: createMemoryDocument(noRuns),
      retry: () => undefined,
      written: () => undefined,
    },
    choices: memoryChoices(pinned),
    keyringIsOpen: async () => false,
  };
}
