// Everything NineTray does without a window: one account's key, figures, switches and settings, wired together. The tray
// application and the terminal commands both run on it. Asks Electron for nothing: what it needs comes in as ports.
import type { AlertMemories } from '../account/alerts/memory';
import { renamed } from '../account/alerts/renamed';
import { createAlertWatch } from '../account/alerts/watch';
import { withNotice } from '../state/notice';
import { createRefresher } from '../account/refresh/refresher';
import type { ReadRows } from '../account/refresh/read-batch';
import type { Account, AppState } from '../model/app-state';
import { withoutFigures } from '../state/transitions';
import { createStateStore, type StateStore } from '../state/state-store';
import { createSubAccounts, type SubAccounts } from '../account/sub-accounts/sub-accounts';
import type { Candidate } from '../key/candidate';
import { createKeyringWait } from '../key/keyring/keyring-wait';
import type { RotationService } from '../key/rotation/rotation-service';
import { isForOtherOrigin } from '../model/rotation-origin';
import type { Vault } from '../key/vault';
import type { KeyStorage } from '../model/key-storage';
import type { NineProxy } from '../nineproxy/client';
import { settingsProblem } from '../settings/usable-settings';
import { failed, ok, type Problem, type Result } from '../model/problem';
import { type AccountServices, createAccountServices } from './account-services';
import { emptyState } from '../state/initial-state';
import { createFigureHistory } from '../account/figures/figure-history';
import type { SessionOptions } from './ports';
import { createKeyEntry } from './key-entry';
import { createRotations } from './rotations';
import { createSettingsChanges, type SettingsListener, type SettingsPatch } from './settings-changes';

export interface Session {
  store: StateStore;
  subAccounts: SubAccounts;
  /** What the account window does: lists, actions, work on many sub-accounts. */
  services: AccountServices;
  /** The rotation of the key that is meant now: the account's, or the demo's. */
  rotation(): RotationService;
  /** Asks the keyring for the key, and begins to read with it. Resolves when the keyring has answered. */
  open(asked: boolean): Promise<void>;
  /** The user says that the stored key, which says of no address, is for the one in settings. */
  useKeyHere(): Promise<void>;
  refresh(): Promise<void>;
  checkKey(pasted: string): Promise<Result<Candidate>>;
  keepKey(ticket: string, storage: KeyStorage, consent: boolean): Promise<Result<void>>;
  discardKey(ticket: string): void;
  /** Scheme, host and port that a key entered now is for, the demo aside; empty where no safe address is set. */
  keyOrigin(): string;
  /** Whether a rotation of the key at the address in settings waits for the new one. */
  waitsForKey(): boolean;
  /** Gives the new key to that rotation. Without `storage` it is kept as the old one was. */
  receiveKey(pasted: string, storage?: KeyStorage): Promise<Result<void>>;
  forgetKey(): Promise<Result<void>>;
  startDemo(): Promise<Result<void>>;
  /** The address of the demo's dashboard while the demo runs. */
  demoDashboard(): string | null;
  stopDemo(): Promise<void>;
  changeSettings(patch: SettingsPatch): Promise<Result<void>>;
  /** The file of settings was written by somebody else: what is new in it takes effect. */
  settingsEdited(): Promise<void>;
  dismissProblem(kind: string): void;
  setVisible(looking: boolean): void;
  setOnline(online: boolean): void;
  setPower(power: { onBattery: boolean; metered: boolean }): void;
  woke(): void;
  setTrayShown(shown: boolean): void;
  /** Puts a line into the log. */
  note(event: string, facts: Record<string, string>): void;
  /** Resolves when what was read is on disk: for a process that ends right after. */
  saved(): Promise<void>;
  stop(): void;
}

/** The session over these ports, with what is known from before; `open` asks for the key and begins to read. */
export function createSession(options: SessionOptions): Session {
  const { clock, settings, vault, log } = options;
  /** What is shown of the address in settings; an unsafe one shows no origin, and nothing is asked of it. */
  const sourceNow = (): AppState['source'] => {
    const address = options.sourceOf(settings.read());
    return address.ok ? { kind: address.value.kind, origin: address.value.origin } : { kind: 'custom', origin: '' };
  };
  const addressNow = (): string | null => {
    const address = options.sourceOf(settings.read());
    return address.ok ? address.value.url : null;
  };
  /** What keeps NineTray from asking anybody, whatever the key; the demo is asked at its own address. */
  const blockedBy = (): Problem | null => settingsProblem(settings.read(), options.sourceOf(settings.read()));
  const memory = createFigureHistory({ lastKnown: options.lastKnown, history: options.history, now: clock.now });
  const dismissed = new Set<string>();
  // While the demo runs, nothing of it reaches the profile folder.
  let demo: { key: string; origin: string; dashboard: string; vault: Vault } | null = null;
  let demoAlerts: AlertMemories = { accounts: {} };
  let client: NineProxy | null = null;

  const watch = createAlertWatch({
    state: () => store.read().state,
    clock,
    memories: {
      read: () => (demo === null ? options.alerts.read() : demoAlerts),
      write(next) {
        if (demo === null) return options.alerts.write(next);
        demoAlerts = next;
        return ok(undefined);
      },
    },
    samples: () => memory.samples(store.read().state),
    publish: (alerts) =>
      store.update((state) => (JSON.stringify(state.alerts) === JSON.stringify(alerts) ? state : { ...state, alerts })),
    tell: options.tell,
  });

  /** This state with what is remembered of its account: the last known figures and the open alerts. */
  const recalled = (state: AppState): AppState => {
    const known = memory.recalled(state);
    return { ...known, alerts: watch.openAlertsOf(known) };
  };
  const store = createStateStore(
    recalled(emptyState(settings.read(), sourceNow(), options.platform, vault.describe())),
    { derive: (state) => withNotice(state, clock.now()) },
  );

  const showStorage = () => {
    const found = [
      ...settings.problems(),
      ...options.keyFileProblems(),
      ...memory.problems(),
      ...options.alerts.problems(),
      ...options.bulkShelf.problems(),
    ];
    const shown = found.filter(
      ({ kind }, i) => !dismissed.has(kind) && found.findIndex((other) => other.kind === kind) === i,
    );
    store.update((state) =>
      JSON.stringify(state.storage) === JSON.stringify(shown) ? state : { ...state, storage: shown },
    );
  };

  const keepNames = (account: number, rows: ReadRows) => {
    const { alerts } = settings.read();
    const bySubAccount = renamed(alerts.bySubAccount, account, rows);
    if (bySubAccount === null) return;
    settings.change({ alerts: { ...alerts, bySubAccount } });
    store.update((state) => ({ ...state, settings: settings.read() }));
  };

  const keepFigures = (state: AppState, rows: ReadRows) => {
    subAccounts.syncFrom(state);
    if (state.account.value === null) return;
    const isDemo = demo !== null;
    if (!isDemo && state.storage.length > 0) options.retryWrites();
    const outlook = isDemo ? memory.keepOfDemo(state) : memory.keep(state);
    store.update((before) => ({ ...before, ...outlook }));
    if (state.key.status === 'present' && state.account.status === 'fresh') rotations.now().oldKeyAnswered();
    watch.evaluate(rows);
    if (!isDemo) keepNames(state.account.value.id, rows);
    if (!isDemo) showStorage();
  };

  const subAccounts = createSubAccounts({
    store,
    now: clock.now,
    after: clock.after,
    client: () => client,
    readAgain: () => refresher.acted(),
    savePins: (accountId, pinned) => {
      if (demo !== null) return ok(undefined);
      const saved = settings.change({ pinned: { ...settings.read().pinned, [String(accountId)]: pinned } });
      showStorage();
      store.update((state) => ({ ...state, settings: settings.read() }));
      return saved.ok ? ok(undefined) : saved;
    },
    savedPins: (accountId) => (demo === null ? (settings.read().pinned[String(accountId)] ?? []) : []),
  });

  const refresher = createRefresher({
    store,
    clock,
    random: options.random,
    confirmedSince: subAccounts.confirmedSince,
    read: keepFigures,
    refused: () => {
      log('key refused');
      watch.evaluate();
      void rotations.now().oldKeyRefused();
    },
  });

  const work = createAccountServices({
    store,
    clock,
    client: () => client,
    generation: () => store.read().state.generation,
    readAgain: () => refresher.acted(),
    newTicket: options.newTicket,
    copyOnce: options.copyOnce,
    settings,
    subAccounts,
    isDemo: () => demo !== null,
    bulkShelf: options.bulkShelf,
    readHistory: (what, days) => memory.read(store.read().state, what, days),
    // The demo simulates that application, too, at its own port.
    readLocalToday: (signal) => {
      const { on, port } = settings.read().localApp;
      return options.readLocalToday(demo === null ? (on ? port : null) : Number(new URL(demo.origin).port), signal);
    },
  });

  /** Reads with this key from now on; answers on their way to an older one are void. */
  function readWith(text: string | null, address: string | null): void {
    subAccounts.reset();
    const isBlocked = demo === null && blockedBy() !== null;
    client = text === null || address === null || isBlocked ? null : options.createClient(text, address);
    store.update((state) => ({ ...state, generation: state.generation + 1 }));
    work.reset();
    refresher.use(client);
  }

  // What was found once does not hold for ever: a keyring is often there only moments after login.
  const keyringWait = createKeyringWait({
    after: clock.after,
    isOpen: async () => demo === null && (await options.keyringIsOpen()),
    open: () => open(false),
  });

  const describeKey = () => {
    const key = vault.describe();
    store.update((state) => ({ ...state, key }));
    keyringWait.set(key.status === 'locked' || (key.status === 'unreadable' && key.problem?.kind === 'keyring-absent'));
    showStorage();
  };

  const whoseIs = async (text: string, address: string | null): Promise<Result<Account>> => {
    const problem = address !== null && address === demo?.origin ? null : blockedBy();
    if (problem !== null || address === null) return failed(problem ?? { kind: 'insecure-address' });
    const answer = await options.createClient(text, address).readAccount({});
    return answer.ok ? ok(answer.value.account) : answer;
  };

  /** The key is another account's now: neither this state nor the next start's takes the figures to come for those of the one before. */
  function leaveAccount(): void {
    store.update(withoutFigures);
    if (demo === null) memory.forgetAccount();
  }

  /** A rotation's new key is the key from now on. The figures stay, but for another account's. */
  function goOnWith(text: string, otherAccount: boolean): void {
    if (demo === null) describeKey();
    else {
      demo = { ...demo, key: text };
      const fingerprint = demo.vault.fingerprintOf(text);
      store.update((state) => ({ ...state, key: { ...state.key, status: 'present', fingerprint } }));
    }
    if (otherAccount) leaveAccount();
    readWith(text, demo === null ? addressNow() : demo.origin);
    log('key replaced');
  }

  const rotations = createRotations(
    {
      journal: options.journal,
      vault,
      origin: () => sourceNow().origin,
      readAccount: (key) => whoseIs(key, addressNow()),
      inUse(text, otherAccount) {
        // While the demo runs, its figures are shown; the key is there when it ends.
        if (demo === null) goOnWith(text, otherAccount);
      },
    },
    {
      readKeyText: options.readKeyText,
      copyOnce: options.copyOnce,
      clock,
      newId: options.newTicket,
      log,
      known: () => {
        const { account, key, alerts } = store.read().state;
        const keyRefused = key.status === 'refused';
        const since = alerts.find(({ about }) => about.kind === 'key-refused')?.since ?? null;
        return { account: account.value, keyRefused, refusedAt: keyRefused ? since : null };
      },
      publish: (rotation) => {
        store.update((state) => ({ ...state, rotation }));
        // Called off while the key is still refused: now that is worth a word. At a start, figures are read first.
        if (rotation.current === null && store.read().state.key.status === 'refused') watch.evaluate();
      },
    },
  );
  store.update((state) => ({ ...state, rotation: rotations.real.view() }));

  /** The rotation of the key at the address in settings, unless it is over. One that is about another address waits. */
  const underWay = () => {
    const { current } = rotations.real.view();
    const isOver = current === null || current.finishedAt !== null;
    return isOver || isForOtherOrigin(current, sourceNow().origin) ? null : current;
  };

  async function open(asked: boolean, confirmed = false): Promise<void> {
    store.update((state) => ({ ...state, key: { ...state.key, status: 'asking' } }));
    const address = addressNow();
    const opened = await vault.open({ asked, confirmed });
    // The demo began meanwhile, or the address is another: a key is for the address that it was kept for.
    if (demo !== null || address !== addressNow()) return;
    describeKey();
    readWith(opened.status === 'present' ? opened.text : null, address);
    await rotations.real.resume();
  }

  function leaveDemo(): void {
    if (demo === null) return;
    rotations.stopDemo();
    demo = null;
    memory.endDemo();
    watch.stop();
    demoAlerts = { accounts: {} };
    options.demo.stop();
    readWith(null, null);
    store.update((state) => recalled({ ...withoutFigures(state), source: sourceNow(), settings: settings.read() }));
  }

  const keyEntry = createKeyEntry({
    account: {
      address: addressNow,
      accountOf: whoseIs,
      rotationUnderWay: underWay,
      receiveKey: rotations.real.receive,
      showKey: describeKey,
      useKey(text, address, accountId) {
        const { account } = store.read().state;
        if (account.value !== null && account.value.id !== accountId) leaveAccount();
        describeKey();
        readWith(text, address);
      },
      open: (asked) => open(asked),
    },
    vault,
    clock,
    readKeyText: options.readKeyText,
    newTicket: options.newTicket,
    showAccount: leaveDemo,
    log,
  });

  /** What changed settings mean for what is read. */
  const listener: SettingsListener = {
    connection: () => ({ address: addressNow(), isBlocked: blockedBy() !== null }),
    stopIfMoved(before) {
      if (demo === null && (addressNow() !== before.address || blockedBy() !== null)) readWith(null, null);
    },
    async settingsChanged(before) {
      if (demo === null && addressNow() !== before.address) {
        // A key is for the address that it was kept for, or checked at; another address has its own.
        readWith(null, null);
        store.update((state) => recalled({ ...withoutFigures(state), source: sourceNow() }));
        await open(true);
      } else if (demo === null && (blockedBy() !== null) !== before.isBlocked) {
        await open(true);
      } else {
        refresher.reconsider();
        watch.evaluate();
      }
    },
    endpointsCorrected: work.endpointsCorrected,
  };

  const settingsChanges = createSettingsChanges({
    settings,
    sourceOf: options.sourceOf,
    applyProxy: options.applyProxy,
    applyStartAtLogin: options.applyStartAtLogin,
    isAddressHeld: () => underWay() !== null,
    addressChanged: keyEntry.clear,
    sessions: () => [listener],
    publish() {
      showStorage();
      const shown = settings.read();
      store.update((state) => (state.settings === shown ? state : { ...state, settings: shown }));
    },
    log,
  });

  return {
    store,
    subAccounts,
    services: work,
    rotation: rotations.now,
    open: (asked) => open(asked),
    useKeyHere: () => open(true, true),
    refresh: () => refresher.refresh(),
    checkKey: keyEntry.check,
    keepKey: keyEntry.keep,
    keyOrigin: () => sourceNow().origin,
    waitsForKey: keyEntry.isAwaited,
    receiveKey: keyEntry.receive,
    discardKey: keyEntry.discard,
    async forgetKey() {
      if (underWay() !== null) {
        const abandoned = await rotations.real.abandon();
        if (!abandoned.ok) return abandoned;
      }
      const forgotten = await vault.forget();
      if (!forgotten.ok) return forgotten;
      readWith(null, null);
      memory.forgetAccount();
      store.update(withoutFigures);
      describeKey();
      log('key forgotten');
      return forgotten;
    },
    demoDashboard: () => demo?.dashboard ?? null,
    async startDemo() {
      const started = await options.demo.start();
      if (!started.ok) return started;
      const demoVault = options.demoVault();
      await demoVault.keep(started.value.key, 'session');
      demo = { ...started.value, vault: demoVault };
      memory.beginDemo(started.value.past);
      const { origin } = demo;
      store.update((state) => ({
        ...withoutFigures(state),
        source: { kind: 'demo', origin: started.value.origin },
        key: {
          ...vault.describe(),
          status: 'present',
          storage: 'session',
          fingerprint: demoVault.fingerprintOf(started.value.key),
          savedAt: null,
        },
      }));
      rotations.startDemo({
        vault: demoVault,
        origin: () => origin,
        readAccount: (key) => whoseIs(key, origin),
        inUse: goOnWith,
      });
      readWith(demo.key, demo.origin);
      return ok(undefined);
    },
    async stopDemo() {
      if (demo === null) return;
      leaveDemo();
      await open(true);
    },
    changeSettings: settingsChanges.change,
    settingsEdited: settingsChanges.reread,
    dismissProblem(kind) {
      dismissed.add(kind);
      showStorage();
    },
    setVisible(looking) {
      refresher.setVisible(looking);
      if (looking) keyringWait.hurry();
    },
    setOnline(online) {
      refresher.setOnline(online);
      if (online) rotations.now().wake();
    },
    setPower: (power) => refresher.setPower(power),
    woke() {
      keyringWait.hurry();
      refresher.woke();
      rotations.now().wake();
      // Its timer for the end of the quiet hours slept, too.
      watch.evaluate();
    },
    setTrayShown(trayShown) {
      store.update((state) =>
        state.platform.trayShown === trayShown ? state : { ...state, platform: { ...state.platform, trayShown } },
      );
    },
    note: log,
    saved: () => options.saved(),
    stop() {
      work.stop();
      keyringWait.stop();
      watch.stop();
      refresher.stop();
      rotations.stop();
      options.demo.stop();
    },
  };
}
