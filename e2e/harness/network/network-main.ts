// The application's network without its windows: the client in a real Electron's main process, for tests to call.
import { app, type Session } from 'electron';
import { createNineProxy, type NineProxy } from '../../../app/nineproxy/client';
import { createElectronFetch } from '../../../app/nineproxy/transport/fetch.electron';
import { feedKey } from '../../../app/updates/feed-keys';
import { feedNetwork } from '../../../app/updates/feed-network.electron';
import { requestFeed } from '../../../app/updates/request-feed';
import { UpdateChecks } from '../../../app/updates/update-checks';
import { nothingRemembered, type UpdatesContent } from '../../../app/updates/updates-document';
import { createMemoryDocument } from '../../../app/settings/document/memory-document';
import { disableReporting } from '../../../app/network-privacy/reporting.electron';

export interface NetworkCalls {
  /** Calls a method of a client for `address`. Its time limits and pauses are divided by `hurry`. */
  ask(address: string, method: keyof NineProxy, args: readonly unknown[], hurry: number): Promise<unknown>;
  /** Checks for updates once, as NineTray 0.1.0 that remembers `content`; returns what it remembers then. */
  checkForUpdates(check: UpdateCheck): Promise<UpdatesContent>;
  /** Collects garbage now. */
  collect(): void;
  /** The sessions that it uses. */
  sessions(): { persistent: boolean; storage: string | null; cookies: Promise<number> }[];
}

export interface UpdateCheck {
  address: string;
  publicKey: string;
  content?: Partial<UpdatesContent>;
  /** How long the answer may take (ms). */
  timeLimit?: number;
}

disableReporting();
/** The sessions that the network made for itself. */
const made: Session[] = [];
const network = app.whenReady().then(() => {
  const noted = (session: Session) => made.push(session);
  app.on('session-created', noted);
  const ready = createElectronFetch({ proxy: { mode: 'direct' }, name: 'nineproxy' });
  app.off('session-created', noted);
  return ready;
});
const clients = new Map<string, NineProxy>();

async function clientFor(address: string, hurry: number): Promise<NineProxy> {
  const { fetch } = await network;
  const known = clients.get(address);
  const client =
    known ??
    createNineProxy({
      key: 'aB3dE5fG7hJ9kL2m',
      address,
      fetch,
      now: () => Date.now(),
      random: () => 0,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms / hurry);
          signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
        }),
    });
  clients.set(address, client);
  return client;
}

const calls: NetworkCalls = {
  async ask(address, method, args, hurry) {
    const client = await clientFor(address, hurry);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test names the method and its arguments
    return await (client[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
  },
  async checkForUpdates({ address, publicKey, content = {}, timeLimit = 20_000 }) {
    await app.whenReady();
    const document = createMemoryDocument<UpdatesContent>({ ...nothingRemembered, ...content });
    const noted = (session: Session) => made.push(session);
    app.on('session-created', noted);
    const send = feedNetwork(() => ({ mode: 'direct' }));
    const checks = new UpdateChecks({
      clock: { now: Date.now },
      random: () => 0,
      startedAt: 0,
      firstCheckAfter: 0,
      version: '0.1.0',
      builtAt: 0,
      isOfSystem: false,
      keys: [feedKey(publicKey)],
      document,
      setting: () => 'on',
      isBusy: () => false,
      isOnline: () => true,
      request: (signal) => requestFeed(address, send, signal, AbortSignal.timeout(timeLimit)),
      publish: () => undefined,
      log: () => undefined,
    });
    await checks.tick();
    app.off('session-created', noted);
    return document.read();
  },
  collect: () => (globalThis as unknown as { gc(): void }).gc(),
  sessions: () =>
    made.map((session) => ({
      persistent: session.isPersistent(),
      storage: session.storagePath,
      cookies: session.cookies.get({}).then((all) => all.length),
    })),
};
Object.assign(globalThis, { network: calls });
