// What the account window does, wired into a session: lists, actions, secrets, jobs, the API check. Nothing that an
// older key brought is kept.
import { type AccountActions, createAccountActions } from '../account/actions/actions';
import { type ApiCheckRunner, createApiCheck } from '../account/api-check/api-check';
import { createEndpointCorrections, type EndpointCorrections } from '../account/api-check/endpoint-corrections';
import { follow } from '../account/actions/follow';
import { readAffiliate } from '../account/figures/read-affiliate';
import type { RecordedHistory } from '../account/forecast/read-history';
import type { BalanceId } from '../model/figures/figure-id';
import { type AccountLists, createAccountLists } from '../account/lists/lists';
import { createListSaver, type ListSaver } from '../account/lists/save';
import { type Bulk, createBulk } from '../account/bulk/bulk';
import type { JobStore } from '../account/bulk/jobs/job-store';
import { createBulkVendor } from '../account/bulk/vendor';
import { ownerOf } from '../model/state/account-id';
import type { Clock } from '../model/clock';
import { createSecretTexts, type SecretTexts } from '../account/lists/secret-texts';
import { createSecrets, type Secrets } from '../account/lists/secrets';
import type { StateStore } from '../state/state-store';
import { withBulkView } from '../state/sub-account-transitions';
import type { SubAccounts } from '../account/sub-accounts/sub-accounts';
import type { Row } from '../model/lists/list-description';
import type { AffiliateStats } from '../model/affiliate';
import type { RotationClipboard } from '../key/rotation/ports';
import type { NineProxy } from '../nineproxy/client';
import { applyEndpoints } from '../nineproxy/operations/endpoints';
import type { Page } from '../nineproxy/resources/page';
import type { Result } from '../model/problem';
import type { SettingsStore } from '../settings/settings';

/** What the parts need of the session. */
export interface AccountServicesOptions {
  store: StateStore;
  clock: Clock;
  /** The client of the key in use; null without one. */
  client(): NineProxy | null;
  /** Grows with each key: what an older one asked for is dropped. */
  generation(): number;
  /** Reads the figures again soon: after an action. */
  readAgain(): void;
  /** A new id that cannot be guessed, at most 40 characters. */
  newTicket(): string;
  copyOnce: RotationClipboard;
  settings: Pick<SettingsStore, 'read' | 'change'>;
  subAccounts: SubAccounts;
  /** Where jobs on many sub-accounts are kept. */
  jobs: JobStore;
  /** What was recorded of a figure of the account. */
  readHistory(what: BalanceId, days: number): RecordedHistory;
  /** The today list of the vendor's own application on this computer. */
  readLocalToday(signal: AbortSignal): Promise<Result<Page<Row>>>;
}

export interface AccountServices extends EndpointCorrections, SecretTexts {
  secrets: Secrets;
  lists: AccountLists;
  saver: ListSaver;
  actions: AccountActions;
  apiCheck: ApiCheckRunner;
  bulk: Bulk;
  readAffiliate(): Promise<Result<AffiliateStats>>;
  readHistory: AccountServicesOptions['readHistory'];
  /** The key changed: what was read with the old one is dropped, and what is under way for it is void. */
  reset(): void;
  /** The application ends: all timers and requests stop. */
  stop(): void;
}

/** The services over one session. */
export function createAccountServices(options: AccountServicesOptions): AccountServices {
  const { store, client, generation, readAgain, newTicket, copyOnce, subAccounts } = options;
  const now = () => options.clock.now();
  const secrets = createSecrets({ newRef: newTicket });
  const common = { client, generation, now, secrets, readAgain };
  const lists = createAccountLists({
    ...common,
    confirmedSince: subAccounts.confirmedSince,
    onSubAccounts: (rows) => subAccounts.upsert(rows),
    readLocalToday: options.readLocalToday,
  });
  const saver = createListSaver({
    readPage: lists.readAside,
    show: (saving) => store.update((state) => ({ ...state, saving })),
  });
  const actions = createAccountActions({
    ...common,
    store,
    newTicket,
    rows: lists,
    fieldNames: () => options.settings.read().fields,
    done: (prepared) => follow(prepared, subAccounts),
  });

  const apiCheck = createApiCheck({
    check: () => client()?.check ?? null,
    endpoints: () => applyEndpoints(options.settings.read().endpoints),
    now,
    publish: (shown) => store.update((state) => ({ ...state, apiCheck: shown })),
  });
  apiCheck.reset();

  const bulk = createBulk({
    ...createBulkVendor(client, readAgain),
    clock: options.clock,
    newId: newTicket,
    owner: () => ownerOf(store.read().state),
    hasKey: () => client() !== null && store.read().state.key.status !== 'refused',
    store: options.jobs,
    subAccounts,
    readAgain,
    publish: (shown) => store.update((state) => withBulkView(state, shown)),
  });
  bulk.syncAccount();
  const unsubscribe = store.subscribe(() => bulk.syncAccount());

  function forget(): void {
    lists.reset();
    saver.reset();
    actions.reset();
    apiCheck.reset();
    secrets.clear();
  }

  return {
    secrets,
    lists,
    saver,
    actions,
    apiCheck,
    bulk,
    ...createEndpointCorrections(options.settings, apiCheck, readAgain),
    ...createSecretTexts(secrets, (text) => copyOnce.copy(text, 'list')),
    readAffiliate: () => readAffiliate(common),
    readHistory: options.readHistory,
    reset() {
      forget();
      bulk.reset();
    },
    stop() {
      unsubscribe();
      bulk.stop();
      forget();
    },
  };
}
