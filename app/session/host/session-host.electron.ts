// Makes the host of sessions from Electron's parts: the profile folder, the keyring, the network, the demo's process.
import { randomBytes, randomUUID } from 'node:crypto';
import { app } from 'electron';
import type { Alert } from '../../model/alert';
import { readKeyText } from '../../key/key-text';
import { createKeyring } from '../../key/keyring/keyring';
import { startKeyringHelper } from '../../electron-33/keyring-helper.electron';
import { keyringReadiness } from '../../key/keyring/keyring-linux';
import { electronSafeStorage } from '../../electron-33/safe-storage.electron';
import { SecretClipboard } from '../../key/clipboard/secret-clipboard';
import { systemClipboard } from '../../electron-33/clipboard.electron';
import { createVault, type VaultOptions } from '../../key/vault';
import type { AppState } from '../../model/state/app-state';
import { defaultSession } from '../../model/session-id';
import { writeAlone } from '../../instance/write-alone';
import { createLocalApp } from '../../local-app/local-app';
import { openLog } from '../../log/log.electron';
import { originOf, productionAddress } from '../../settings/address';
import { createElectronFetch } from '../../nineproxy/transport/fetch.electron';
import { askSessionBus, type AskOptions, connectToAsk } from '../../session-bus/ask-session-bus';
import { createMemoryDocument } from '../../settings/document/memory-document';
import { createProfileFiles } from '../../settings/files/profile-files';
import { openLoginItem } from '../../settings/login-item/login-item.electron';
import { secureProfile } from '../../settings/files/secure-profile';
import { sessionFiles } from '../../settings/files/session-files';
import { openSettings } from '../../settings/settings';
import { addressOf } from './address.electron';
import { settingsTexts } from '../../texts/settings';
import { hasSandbox } from '../../process/sandbox.electron';
import { systemClock as clock } from '../../process/system-clock';
import { openAccountDocuments } from '../account-documents';
import { configuredClient } from './configured-client';
import { openDemoPorts } from './demo-ports.electron';
import { createGatewayMachine } from './gateway-machine.electron';
import { openPlacesSystem } from './places-system.electron';
import { SessionHost } from './session-host';

/** The session bus, whose answers may take two seconds. */
const sessionBus: AskOptions = {
  connect: () => connectToAsk(process.env, process.getuid?.() ?? 0),
  patience: 2000,
  after: clock.after,
};

/** The clipboard for the key, also for what must clear it at the end. */
export function openCopyOnce(): SecretClipboard {
  return new SecretClipboard({ clipboard: systemClipboard(), clock });
}

/** What the host of sessions is opened with. */
export interface SessionHostOptions {
  demoSize: number;
  copyOnce?: SecretClipboard;
  /** Notifies the user of alerts. Null: alerts are evaluated, but the user is not notified, and nothing of them is written to disk. */
  tell?: ((alerts: readonly Alert[]) => void) | null;
  /** For a process that does not hold the profile folder: writes fail once this is false. */
  isAlone?: (() => boolean) | null;
}

/** The host of sessions over this process's profile folder. After `ready` only. Reads the folder; sends no request yet, to the keyring neither. */
export function openSessionHost({
  demoSize,
  copyOnce = openCopyOnce(),
  tell = null,
  isAlone = null,
}: SessionHostOptions): SessionHost {
  const log = openLog();
  process.on('uncaughtException', (error) => log.unexpected('main', error));
  process.on('unhandledRejection', (error) => log.unexpected('promise', error));
  const profile = secureProfile(app.getPath('userData'), process.getuid?.() ?? null);
  if (profile.closed.length > 0)
    log.event('profile closed to others', { files: profile.closed.join(' ').slice(0, 200) });
  const profileFiles = createProfileFiles(app.getPath('userData'));
  const files = isAlone === null ? profileFiles : writeAlone(profileFiles, isAlone);
  const settings = openSettings({ files, now: clock.now });
  const opened = openAccountDocuments({ files: sessionFiles(files, defaultSession), now: clock.now });
  const { documents } = opened;
  const keyring = createKeyring({
    platform: process.platform,
    safeStorage: electronSafeStorage(),
    readiness: async (backend) =>
      (await askSessionBus(sessionBus, (bus) => keyringReadiness(backend, bus))) ?? 'unknown',
    startHelper: startKeyringHelper,
  });
  const openVault = (document: VaultOptions['document'], slot: () => string) =>
    createVault({
      production: originOf(productionAddress),
      keyring,
      platform: process.platform,
      now: clock.now,
      random: (n) => randomBytes(n),
      document,
      slot,
    });
  const network = createElectronFetch({ proxy: settings.read().proxy, name: 'nineproxy' });
  const gateway = isAlone === null ? createGatewayMachine(() => settings.read().proxy) : null;
  return new SessionHost({
    clock,
    random: Math.random,
    newTicket: randomUUID,
    platform: platformHere(),
    settings,
    account: {
      vault: openVault(opened.key, () => {
        const address = addressOf(settings.read());
        return address.ok ? address.value.origin : 'no address';
      }),
      journal: opened.journal,
      places: openPlacesSystem(keyring),
      keyringIsOpen: async () => process.platform === 'linux' && (await keyring.readiness()) === 'open',
      documents: {
        ...documents,
        alerts: tell === null ? createMemoryDocument(documents.alerts.read()) : documents.alerts,
        retry() {
          documents.retry();
          settings.document.retry();
        },
      },
      problems: () => [...(profile.problem === null ? [] : [profile.problem]), ...opened.problems()],
    },
    demo: openDemoPorts({
      size: demoSize,
      hasExamples: isAlone === null,
      settings,
      createVault: () => openVault(createMemoryDocument({ salt: '', keys: {} }), () => 'demo'),
    }),
    tell: tell ?? (() => undefined),
    copyOnce,
    readKeyText,
    sourceOf: addressOf,
    createClient: configuredClient({ fetch: network.fetch, random: Math.random, clock, settings, log: log.event }),
    gateway,
    async applyProxy(proxy) {
      const set = await network.setProxy(proxy);
      if (set.ok) await gateway?.setProxy(proxy);
      return set;
    },
    loginItem: openLoginItem(() => settingsTexts.start.entry),
    // Node's own fetch: no proxy stands between this computer and itself.
    readLocalToday: createLocalApp({ fetch: globalThis.fetch, after: clock.after }).readToday,
    log: log.event,
  });
}

function platformHere(): AppState['platform'] {
  return {
    os: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    trayShown: false,
    sandboxed: hasSandbox(),
    electron: process.versions.electron,
    version: app.getVersion(),
  };
}
