// For tests: sessions over real documents in a profile that a test can look into, and over simulated vendors that they
// reach over HTTP.
import type { Alert } from '../model/alert';
import { manualClock, type ManualClock } from '../model/clock.fixture';
import { failed, ok } from '../model/problem';
import type { SessionId } from '../model/session-id';
import { defaultSettings } from '../model/settings';
import { noUpdates } from '../model/updates';
import { startOfTests } from '../demo/demo.fixture';
import type { Keyring } from '../key/keyring/keyring';
import { readKeyText } from '../key/key-text';
import { createVault, type Vault, type VaultOptions } from '../key/vault';
import { noSystem } from '../places/service/no-system';
import { createNineProxy } from '../nineproxy/client';
import type { ProfileFiles } from '../settings/files/profile-files';
import { memoryFiles } from '../settings/files/profile-files.fixture';
import { sessionFiles } from '../settings/files/session-files';
import { openSettings, type SettingsStore } from '../settings/settings';
import { openAccountDocuments } from './account-documents';
import { settingsChoices } from './account-choices';
import { AccountSession } from './account-session';
import type { AccountSource, SharedPorts } from './ports';

/** Encrypts by turning the text round, so that no file holds a key as it is. */
const turned = (text: string) => text.split('').toReversed().join('');
const decrypted = (text: string) =>
  [...text.matchAll(/"data":"([^"]+)"/g)].map(([, data = '']) => turned(Buffer.from(data, 'base64').toString('utf8')));
const testKeyring: Keyring = {
  backend: () => 'gnome_libsecret',
  readiness: async () => 'open',
  use: async (_, work) => ({
    status: 'used',
    value: await work({
      blocking: false,
      backend: () => 'gnome_libsecret',
      available: async () => true,
      encrypt: async (text) => Buffer.from(turned(text)),
      decrypt: async (bytes) => ({ text: turned(Buffer.from(bytes).toString('utf8')), shouldReEncrypt: false }),
    }),
  }),
};

export interface ProfileFixture {
  clock: ManualClock;
  /** What the profile folder holds, by file name. */
  texts: Map<string, string>;
  /** Every use of the profile folder: `read figures.json`. */
  touched: string[];
  files: ProfileFiles;
  settings: SettingsStore;
  shared: SharedPorts;
  /** Every request: the address that it went to, and the key that it carried. */
  requests: { origin: string; key: string | null }[];
  /** Alerts that the user was notified of. */
  told: Alert[];
  openVault(document: VaultOptions['document'], slot: string): Vault;
}

/** A profile in memory. */
export function profileFixture(): ProfileFixture {
  const clock = manualClock(startOfTests);
  const texts = new Map<string, string>();
  const touched: string[] = [];
  const requests: ProfileFixture['requests'] = [];
  const told: Alert[] = [];
  const files = noted(memoryFiles(texts), touched);
  const settings = openSettings({ files, now: clock.now });
  settings.change({ lowAt: { ...defaultSettings.lowAt, ips: 100_000_000 } });
  let ids = 0;
  let revision = 0;
  const shared: SharedPorts = {
    clock,
    random: () => 0.5,
    newTicket: () => `id-${(ids += 1)}`,
    nextRevision: () => (revision += 1),
    settings,
    gateway: null,
    copyOnce: {
      copy: async () => ok({ clearsAt: clock.now() + 60_000 }),
      clearIfHolds: async () => true,
      state: () => ({ clearsAt: null, outcome: 'none' }),
      subscribe: () => () => undefined,
    },
    readKeyText,
    createClient: (key, address) =>
      createNineProxy({
        key,
        address,
        fetch(input, init) {
          const request = new Request(input, init);
          const { origin, searchParams } = new URL(request.url);
          requests.push({ origin, key: searchParams.get('api-key') });
          return globalThis.fetch(request);
        },
        now: clock.now,
        random: () => 0,
        // Waits end at once, and nothing times out.
        wait: (ms) => (ms === 10_000 ? new Promise(() => undefined) : Promise.resolve()),
      }),
    tell: (alerts) => told.push(...alerts),
    log: () => undefined,
  };
  return {
    clock,
    texts,
    touched,
    files,
    settings,
    shared,
    requests,
    told,
    openVault: (document, slot) =>
      createVault({
        document,
        slot: () => slot,
        production: '',
        keyring: testKeyring,
        platform: 'darwin',
        now: clock.now,
        random: (bytes) => new Uint8Array(bytes).fill(7),
      }),
  };
}

export interface SessionInProfile {
  session: AccountSession;
  vault: Vault;
  /** Alerts of this session that the user was notified of. */
  told: Alert[];
  /** The text of this session's files, all together, with what is encrypted in them. */
  stored(): string;
}

/** A session of this name, whose documents are in the profile, over the vendor at this address. */
export function sessionInProfile(profile: ProfileFixture, id: SessionId, origin: string): SessionInProfile {
  const { shared, texts, settings, clock } = profile;
  const opened = openAccountDocuments({ files: sessionFiles(profile.files, id), now: clock.now });
  const vault = profile.openVault(opened.key, origin);
  const told: Alert[] = [];
  const source: AccountSource = {
    shown: () => ({ kind: 'custom', origin }),
    address: () => origin,
    blockedBy: () => null,
  };
  const session = new AccountSession(
    {
      ...shared,
      id,
      source,
      vault,
      journal: opened.journal,
      documents: { ...opened.documents, written: () => undefined },
      choices: settingsChoices(settings),
      places: noSystem,
      keyringIsOpen: async () => true,
      readLocalToday: async () => failed({ kind: 'not-offered' }),
      tell: (alerts) => told.push(...alerts),
    },
    {
      settings: settings.read(),
      platform: { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' },
      storage: [],
      updates: noUpdates,
    },
  );
  return {
    session,
    vault,
    told,
    stored: () =>
      [...texts]
        .flatMap(([file, text]) => (file.startsWith(`${id}.`) ? [file, text, ...decrypted(text)] : []))
        .join('\n'),
  };
}

function noted(files: ProfileFiles, touched: string[]): ProfileFiles {
  return {
    canWrite: () => files.canWrite(),
    read(file) {
      touched.push(`read ${file}`);
      return files.read(file);
    },
    write(file, content) {
      touched.push(`write ${file}`);
      files.write(file, content);
    },
    copy(from, to) {
      touched.push(`copy ${from} ${to}`);
      files.copy(from, to);
    },
    stamp(file) {
      touched.push(`stamp ${file}`);
      return files.stamp(file);
    },
    list() {
      touched.push('list');
      return files.list();
    },
    remove(file) {
      touched.push(`remove ${file}`);
      files.remove(file);
    },
  };
}
