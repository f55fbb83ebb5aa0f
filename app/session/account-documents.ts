// Opens the documents of one account in the profile folder.
import { type AlertMemories, alertMemoriesSchema } from '../account/alerts/memory';
import { openAccessDocument } from '../gateway/consumers/access-document';
import { openJobStore } from '../account/bulk/jobs/job-store';
import { openHistory } from '../account/history/history-file';
import { type LastKnown, lastKnownSchema } from '../account/history/last-known';
import { createSampleStore } from '../account/history/sample-store';
import { type KeyDocument, openKeyDocument } from '../key/key-document';
import { createJournal, openJournalDocument } from '../key/rotation/journal';
import type { Journal } from '../key/rotation/ports';
import { openPlacesDocument } from '../places/documents/places-document';
import { openRunDocument } from '../places/documents/run-document';
import type { Problem } from '../model/problem';
import { type Document, openDocument } from '../settings/document/document';
import type { ProfileFiles } from '../settings/files/profile-files';
import type { AccountDocuments } from './ports';

export interface OpenedDocuments {
  key: Document<KeyDocument>;
  journal: Journal;
  documents: Omit<AccountDocuments, 'written'>;
  /** What is wrong with the key's own file, the journal and the places. */
  problems(): Problem[];
}

/** `files`: of this account (settings/session-files.ts). Reads them, and writes nothing. */
export function openAccountDocuments({ files, now }: { files: ProfileFiles; now: () => number }): OpenedDocuments {
  const common = { files, now, version: 1, migrate: (content: unknown) => content, backup: false };
  const key = openKeyDocument({ files, now });
  const journal = openJournalDocument({ files, now });
  const alerts = openDocument<AlertMemories>({
    ...common,
    name: 'alerts',
    schema: alertMemoriesSchema,
    defaults: { accounts: {} },
  });
  const lastKnown = openDocument<LastKnown>({
    ...common,
    name: 'figures',
    schema: lastKnownSchema,
    defaults: { current: null, accounts: {} },
  });
  const history = openHistory({ files, now, originOf: (id) => lastKnown.read().accounts[id]?.origin });
  const jobs = openJobStore({ files, now });
  const access = openAccessDocument({ files, now });
  const places = openPlacesDocument({ files, now });
  const placesRun = openRunDocument({ files, now });
  return {
    key,
    journal: createJournal(journal),
    documents: {
      lastKnown,
      samples: createSampleStore(history, now),
      alerts,
      jobs,
      access,
      places,
      placesRun,
      retry() {
        for (const document of [key, journal, jobs, alerts, access, places, placesRun]) document.retry();
      },
    },
    problems: () => [...key.problems(), ...journal.problems(), ...places.problems(), ...placesRun.problems()],
  };
}
