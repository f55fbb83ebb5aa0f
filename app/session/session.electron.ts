// Makes a session out of Electron's own parts: the profile folder, the keyring, the network, the demo's process.
// Decides nothing.
import { randomBytes, randomUUID } from 'node:crypto';
import { builtPath } from '../build-paths.electron';
import { app } from 'electron';
import { type AlertMemories, alertMemoriesSchema } from '../account/alerts/memory';
import type { Alert } from '../model/alert';
import { openJobStore } from '../account/bulk/job-store';
import { openHistory } from '../account/history/history-file';
import { type LastKnown, lastKnownSchema } from '../account/history/last-known';
import type { Clock } from '../model/clock';
import { createDemoLauncher } from '../demo/launch.electron';
import { openKeyDocument } from '../key/key-document';
import { readKeyText } from '../key/key-text';
import { createKeyring } from '../key/keyring/keyring';
import { startKeyringHelper } from '../key/keyring/keyring-helper.electron';
import { keyringReadiness } from '../key/keyring/keyring-linux';
import { createRun } from '../key/keyring/run-program';
import { electronSafeStorage } from '../key/keyring/safe-storage.electron';
import { type SecretClipboard, createSecretClipboard } from '../key/clipboard/secret-clipboard';
import { systemClipboard } from '../key/clipboard/clipboard.electron';
import { createJournal, openJournalDocument } from '../key/rotation/journal';
import { createVault } from '../key/vault';
import { writeAlone } from '../instance/write-alone';
import { createLocalApp } from '../local-app/local-app';
import { openLog } from '../log/log.electron';
import { longTimers } from '../model/clock';
import { originOf, productionAddress } from '../settings/address';
import { createNineProxy } from '../nineproxy/client';
import { applyEndpoints } from '../nineproxy/operations/endpoints';
import { createElectronFetch } from '../nineproxy/transport/fetch.electron';
import { openDocument } from '../settings/document';
import { createMemoryDocument } from '../settings/memory-document';
import { openProfileFiles } from '../settings/document.electron';
import { applyStartAtLogin } from '../settings/login-item.electron';
import { secureProfile } from '../settings/secure-profile';
import { openSettings } from '../settings/settings';
import { addressOf } from './address.electron';
import { hasSandbox } from '../startup/sandbox.electron';
import { createSession, type Session } from './session';

/** How long a question to the session bus may take (ms). */
const BUS_PATIENCE = 2000;

/** The system's clock and timers. */
export const clock: Clock = {
  now: Date.now,
  after: longTimers((ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }),
};

/** The clipboard for the key: for who must clear it at the end, too. */
export function openCopyOnce(): SecretClipboard {
  return createSecretClipboard({ clipboard: systemClipboard(), clock });
}

/**
 * A session over this process's profile folder. After `ready` only. Reads the folder; asks neither keyring nor network yet.
 * Without `tell` it judges alerts as ever, but tells nobody and writes down nothing of them.
 */
export function openSession({
  demoSize,
  copyOnce = openCopyOnce(),
  tell = null,
  isAlone = null,
}: {
  demoSize: number;
  copyOnce?: SecretClipboard;
  tell?: ((alerts: readonly Alert[]) => void) | null;
  /** For a process that does not hold the profile folder: writes fail once this is false. */
  isAlone?: (() => boolean) | null;
}): Session {
  const log = openLog();
  process.on('uncaughtException', (error) => log.unexpected('main', error));
  process.on('unhandledRejection', (error) => log.unexpected('promise', error));
  const profile = secureProfile(app.getPath('userData'), process.getuid?.() ?? null);
  if (profile.closed.length > 0)
    log.event('profile closed to others', { files: profile.closed.join(' ').slice(0, 200) });
  const profileFiles = openProfileFiles(app.getPath('userData'));
  const files = isAlone === null ? profileFiles : writeAlone(profileFiles, isAlone);
  const common = { files, now: clock.now, version: 1, migrate: (content: unknown) => content };
  const settings = openSettings({ files, now: clock.now });
  const keyFile = openKeyDocument({ files, now: clock.now });
  const journalFile = openJournalDocument({ files, now: clock.now });
  const alertsFile = openDocument<AlertMemories>({
    ...common,
    name: 'alerts',
    schema: alertMemoriesSchema,
    defaults: { accounts: {} },
    backup: false,
  });
  const lastKnown = openDocument<LastKnown>({
    ...common,
    name: 'figures',
    schema: lastKnownSchema,
    defaults: { current: null, accounts: {} },
    backup: false,
  });
  const history = openHistory({
    files,
    now: clock.now,
    originOf: (id) => lastKnown.read().accounts[id]?.origin,
  });
  const bulkShelf = openJobStore({ files, now: clock.now });
  const keyring = createKeyring({
    platform: process.platform,
    safeStorage: electronSafeStorage(),
    readiness: (backend) => keyringReadiness(backend, createRun(BUS_PATIENCE, process.env)),
    startHelper: startKeyringHelper,
  });
  const vaultOptions = {
    production: originOf(productionAddress),
    keyring,
    platform: process.platform,
    now: clock.now,
    random: (n: number) => randomBytes(n),
  };
  const vault = createVault({
    ...vaultOptions,
    document: keyFile,
    slot: () => {
      const address = addressOf(settings.read());
      return address.ok ? address.value.origin : 'no address';
    },
  });
  const network = createElectronFetch({ proxy: settings.read().proxy });
  const localApp = createLocalApp({
    // Node's own: no proxy stands between this computer and itself.
    fetch: globalThis.fetch,
    after: clock.after,
  });
  return createSession({
    clock,
    random: Math.random,
    newTicket: randomUUID,
    platform: {
      os: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      trayShown: false,
      sandboxed: hasSandbox(),
      electron: process.versions.electron,
      version: app.getVersion(),
    },
    settings,
    lastKnown,
    history,
    alerts: tell === null ? { ...createMemoryDocument(alertsFile.read()), problems: () => [] } : alertsFile,
    tell: tell ?? (() => undefined),
    vault,
    journal: createJournal(journalFile),
    bulkShelf,
    demoVault: () =>
      createVault({ ...vaultOptions, document: createMemoryDocument({ salt: '', keys: {} }), slot: () => 'demo' }),
    copyOnce,
    keyringIsOpen: async () => process.platform === 'linux' && (await keyring.readiness()) === 'open',
    keyFileProblems: () => [
      ...(profile.problem === null ? [] : [profile.problem]),
      ...keyFile.problems(),
      ...journalFile.problems(),
    ],
    retryWrites: () => {
      keyFile.retry();
      journalFile.retry();
      settings.document.retry();
      bulkShelf.retry();
      alertsFile.retry();
    },
    readKeyText,
    sourceOf: addressOf,
    createClient: (key, address) =>
      createNineProxy({
        key,
        address,
        endpoints: () => applyEndpoints(settings.read().endpoints),
        fieldNames: () => settings.read().fields,
        fetch: network.fetch,
        now: clock.now,
        random: Math.random,
        wait,
        log: ({ operation, outcome, ms, attempt }) => {
          if (outcome !== 'ok') log.event('request failed', { operation, outcome, ms, attempt });
        },
        onRowsLeftOut: (operation, count) => log.event('rows left out', { operation, count }),
      }),
    applyProxy: (proxy) => network.setProxy(proxy),
    applyStartAtLogin,
    readLocalToday: localApp.readToday,
    demo: createDemoLauncher(builtPath('main/demo-process.js'), ['--size', String(demoSize)]),
    // Writes that came before it was loaded are done when it is.
    saved: () => files.load(),
    log: log.event,
  });
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}
