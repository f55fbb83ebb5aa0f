// What a changed setting leads to: what must be applied first, what is refused, and which session has to read again.
import type { Address } from '../settings/address';
import { failed, ok, type Problem, type Result } from '../model/problem';
import type { Settings } from '../model/settings';
import type { LoginItem } from '../settings/login-item/login-item';
import type { SettingsStore } from '../settings/settings';

/** Some of the settings; a field that is undefined is not changed. */
export type SettingsPatch = { [K in keyof Settings]?: Settings[K] | undefined };

/** Where a session's requests go, and what prevents them. */
export interface Connection {
  /** The full address; null where the settings lead to no safe one. */
  address: string | null;
  isBlocked: boolean;
}

/** A session, as far as settings concern it. */
export interface SettingsListener {
  connection(): Connection;
  /** Stops reading at once where its connection is not usable as it was: no request is sent with settings that the user has changed. */
  stopIfMoved(before: Connection): void;
  /** The settings have changed. Resolves when the key for another address was opened. */
  settingsChanged(before: Connection): Promise<void>;
  /** The corrections of endpoints or field names have changed. */
  endpointsCorrected(): void;
}

export interface SettingsChangesOptions {
  settings: Pick<SettingsStore, 'read' | 'change' | 'reread'>;
  /** Where these settings lead to. */
  sourceOf(settings: Settings): Result<Address>;
  applyProxy(proxy: Settings['proxy']): Promise<Result<void>>;
  loginItem: Pick<LoginItem, 'set' | 'renew'>;
  /** Whether a rotation of the key at the address in settings is under way: it is about that address, which stays meanwhile. */
  isAddressHeld(): boolean;
  /** The address has changed, and what was checked at the one before is void. */
  addressChanged(): void;
  sessions(): readonly SettingsListener[];
  /** Shows the settings as they are now, and what is wrong with their file. */
  publish(): void;
  log(event: string, facts?: Record<string, string>): void;
}

export interface SettingsChanges {
  change(patch: SettingsPatch): Promise<Result<void>>;
  /** The file of settings was written by someone else: what is new in it takes effect. */
  reread(): Promise<void>;
  /** At the start: the login item is that of the program that runs now, where starting at login is on. */
  renewLoginItem(): void;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function createSettingsChanges(options: SettingsChangesOptions): SettingsChanges {
  const { settings, sourceOf, sessions, publish } = options;
  const address = () => {
    const source = sourceOf(settings.read());
    return source.ok ? source.value.url : null;
  };

  /** How things are before a change: what `apply` compares with. */
  function before() {
    return {
      settings: settings.read(),
      address: address(),
      connections: new Map(sessions().map((session) => [session, session.connection()])),
    };
  }
  type Before = ReturnType<typeof before>;

  async function apply({ address: addressBefore, connections }: Before): Promise<void> {
    publish();
    if (address() !== addressBefore) options.addressChanged();
    await Promise.all([...connections].map(([session, connection]) => session.settingsChanged(connection)));
  }

  /** Why these settings cannot be applied; null if they can. The proxy and start at login are applied. */
  async function refusal(next: Settings, { settings: old, address: addressBefore }: Before): Promise<Problem | null> {
    if (!isSame(next.address, old.address)) {
      const source = sourceOf(next);
      if (!source.ok) return source.problem;
      // A rotation is about the key of one address: that one is not left, but where it was left one may return.
      if (source.value.url !== addressBefore && options.isAddressHeld()) return { kind: 'not-now' };
    }
    if (!isSame(next.proxy, old.proxy)) {
      const applied = await options.applyProxy(next.proxy);
      if (!applied.ok) return applied.problem;
    }
    if (next.startAtLogin !== old.startAtLogin) {
      const applied = options.loginItem.set(next.startAtLogin);
      if (!applied.ok) return applied.problem;
    }
    return null;
  }

  /** Start at login may fail; the file's setting counts anyway. */
  async function reread(): Promise<void> {
    const old = before();
    const isHeld = options.isAddressHeld();
    const isNew = settings.reread();
    if (isNew && isHeld && address() !== old.address) settings.change({ address: old.settings.address });
    publish();
    if (!isNew) return;
    const next = settings.read();
    options.log('settings edited');
    for (const [session, connection] of old.connections) session.stopIfMoved(connection);
    if (!isSame(next.proxy, old.settings.proxy)) await options.applyProxy(next.proxy);
    if (next.startAtLogin !== old.settings.startAtLogin) options.loginItem.set(next.startAtLogin);
    await apply(old);
    const corrections = ({ endpoints, fields }: Settings) => [endpoints, fields];
    if (!isSame(corrections(next), corrections(old.settings)))
      for (const session of sessions()) session.endpointsCorrected();
  }

  return {
    async change(asked) {
      const patch = given(asked);
      // What was written by hand since counts first: the file is about to be written over.
      await reread();
      const old = before();
      const problem = await refusal({ ...old.settings, ...patch }, old);
      if (problem !== null) return failed(problem);
      const saved = settings.change(patch);
      await apply(old);
      return saved.ok ? ok(undefined) : saved;
    },
    reread,
    renewLoginItem() {
      if (!settings.read().startAtLogin) return;
      const renewed = options.loginItem.renew();
      if (!renewed.ok) options.log('login item not renewed', { problem: renewed.problem.kind });
      else if (renewed.value === 'turned-off') {
        // The setting shows what holds; the user's choice in the system's settings stays.
        options.log('start at login was turned off elsewhere');
        settings.change({ startAtLogin: false });
        publish();
      }
    },
  };
}

function given(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
