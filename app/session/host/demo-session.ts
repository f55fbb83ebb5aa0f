// The demo: a session in memory over a simulated vendor, with example places of its own. Nothing of it reaches the profile folder.
import type { DemoLanguage } from '../../demo/demo';
import type { DemoAddress, DemoLauncher } from '../../demo/launch.electron';
import type { DemoExamples } from '../../demo-places/open-examples';
import type { Vault } from '../../key/vault';
import { ok, type Result } from '../../model/problem';
import { noSystem } from '../../places/service/no-system';
import type { HostState } from '../../state/transitions';
import { AccountSession } from '../account-session';
import { memoryPorts } from '../memory-ports';
import type { AccountPorts, SharedPorts } from '../ports';

/** What a demo is made of. */
export interface DemoPorts extends DemoLauncher {
  /** A vault in memory. */
  createVault(): Vault;
  /** Example places that hold this key; null: this demo has none. */
  openExamples(key: string): Promise<DemoExamples | null>;
}

export interface RunningDemo {
  session: AccountSession;
  /** The address of its dashboard. */
  dashboard: string;
  /** Begins to read, starts the example script, and rehearses the example places. */
  begin(): Promise<void>;
  /** Ends the session, and removes the example places. The simulated vendor runs on. */
  end(): void;
}

export interface DemoSessionOptions {
  demo: DemoPorts;
  shared: SharedPorts;
  /** This computer's keyring, which is the same in the demo. */
  keyring(): ReturnType<Vault['describe']>;
  /** The vendor's own application, which the demo simulates, at this port. */
  readLocalToday(port: number, signal: AbortSignal): ReturnType<AccountPorts['readLocalToday']>;
}

/** Starts the simulated vendor, and makes a session over it. One that runs already ends. Fails with demo-failed. */
export async function openDemo(
  { demo, shared, keyring, readLocalToday }: DemoSessionOptions,
  language: DemoLanguage | null,
  host: HostState,
): Promise<Result<RunningDemo>> {
  const started = await demo.start(language);
  if (!started.ok) return started;
  const { origin, key, past, pinned, dashboard }: DemoAddress = started.value;
  const examples = await demo.openExamples(key);
  const vault = demo.createVault();
  await vault.keep(key, 'session');
  const describe = () => {
    const { canProtect, keyring: name } = keyring();
    return { ...vault.describe(), canProtect, keyring: name, savedAt: null };
  };
  const before = { past, places: examples?.places ?? [], pinned };
  const ports = memoryPorts(shared, before, {
    id: 'demo',
    source: { shown: () => ({ kind: 'demo', origin }), address: () => origin, blockedBy: () => null },
    vault: { ...vault, describe },
    places: examples?.system ?? noSystem,
    readLocalToday: (signal) => readLocalToday(Number(new URL(origin).port), signal),
  });
  const session = new AccountSession(ports, host);
  return ok({
    session,
    dashboard,
    async begin() {
      session.useKey(key, origin, null);
      await session.access.start();
      await examples?.startScript(session, (exampleScript) =>
        session.store.update((state) => ({ ...state, exampleScript })),
      );
      await session.places.rehearse(null);
    },
    end() {
      examples?.close();
      session.stop();
    },
  });
}
