// The ports of an account of which nothing is stored: every document is in memory, and ends with the session.
import type { AlertMemories } from '../account/alerts/memory';
import { emptyAccess } from '../gateway/consumers/access-document';
import { createMemoryJobStore } from '../account/bulk/jobs/job-store';
import type { Sample } from '../account/history/history';
import type { LastKnown } from '../account/history/last-known';
import { createMemorySampleStore } from '../account/history/sample-store';
import { createJournal, emptyJournal } from '../key/rotation/journal';
import { noPlacesContent } from '../places/documents/places-document';
import { noRuns } from '../places/documents/run-document';
import { noSystem } from '../places/service/no-system';
import { createMemoryDocument } from '../settings/document/memory-document';
import { memoryChoices } from './account-choices';
import type { AccountPorts, SharedPorts } from './ports';

/** `past`: what was recorded of the account before the session began. `own`: what it does have besides memory. */
export function memoryPorts(
  shared: SharedPorts,
  past: readonly Sample[],
  own: Pick<AccountPorts, 'id' | 'source' | 'vault' | 'readLocalToday'>,
): AccountPorts {
  return {
    ...shared,
    ...own,
    journal: createJournal(createMemoryDocument(emptyJournal)),
    documents: {
      lastKnown: createMemoryDocument<LastKnown>({ current: null, accounts: {} }),
      samples: createMemorySampleStore(past),
      alerts: createMemoryDocument<AlertMemories>({ accounts: {} }),
      jobs: createMemoryJobStore(),
      access: createMemoryDocument(emptyAccess),
      places: createMemoryDocument(noPlacesContent),
      placesRun: createMemoryDocument(noRuns),
      retry: () => undefined,
      written: () => undefined,
    },
    choices: memoryChoices(),
    places: noSystem,
    keyringIsOpen: async () => false,
  };
}
