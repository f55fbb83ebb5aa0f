// The socket of a running NineTray: always in a private folder of its own, and made again if that folder is cleaned
// away.
import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { type Caller, type ControlReply, type ControlRequest, LIMITS, type Limits, serve, type Words } from './control';
import { ownPresence, type Presence, removePresence, writePresence } from './presence';
import { isSocketPath, isWritableFolder } from './temp-folder';

/** More callers than this at a time are turned away. */
const MOST_CALLERS = 16;

export interface ControlServerOptions {
  platform: NodeJS.Platform;
  profile: string;
  /** Where the private folder may be made, best first. */
  folders: readonly string[];
  run: (request: ControlRequest, caller: Caller) => Promise<ControlReply>;
  limits?: Limits;
}

export interface ControlServer {
  close: () => void;
}

interface Listening {
  server: Server;
  presence: Presence;
  folder: string | null;
}

/** Listens and writes `running.json`; null where neither is possible anywhere. Close it at the end of the process. */
export async function openControlServer(options: ControlServerOptions): Promise<ControlServer | null> {
  let now = await listen(options);
  if (now === null) return null;
  let isClosed = false;
  let watcher = watch(now);

  function watch({ folder }: Listening): fs.FSWatcher | null {
    if (folder === null) return null;
    try {
      const made = fs.watch(folder, { persistent: false }, () => void renew());
      made.on('error', () => void renew());
      return made;
    } catch {
      return null; // no more watches available: a later start then reports that this one cannot be reached
    }
  }

  /** The temporary folder was cleaned: opens another socket, and writes another file that says where. */
  async function renew(): Promise<void> {
    if (isClosed || now === null || fs.existsSync(now.presence.address)) return;
    const before = now;
    now = null;
    stop(before);
    const next = await listen(options);
    now = next;
    if (next === null) return;
    if (isClosed) close();
    else watcher = watch(next);
  }

  function stop({ server, folder }: Listening): void {
    watcher?.close();
    server.close();
    if (folder !== null) fs.rmSync(folder, { recursive: true, force: true });
  }

  function close(): void {
    isClosed = true;
    if (now === null) return;
    stop(now);
    removePresence(options.profile, now.presence);
  }

  return { close };
}

async function listen({
  platform,
  profile,
  folders,
  run,
  limits = LIMITS,
}: ControlServerOptions): Promise<Listening | null> {
  const places: (string | null)[] = platform === 'win32' ? [null] : folders.filter(isWritableFolder);
  for (const place of places) {
    const folder = place === null ? null : privateFolder(place);
    if (place !== null && folder === null) continue;
    const address = folder === null ? `\\\\.\\pipe\\ninetray-${randomBytes(16).toString('hex')}` : join(folder, 's');
    const presence = ownPresence(address);
    const server = await listenAt(presence.address, presence.words, run, limits);
    if (server !== null && isRegistered(profile, presence)) return { server, presence, folder };
    server?.close();
    if (folder !== null) fs.rmSync(folder, { recursive: true, force: true });
  }
  return null;
}

/** A new folder below `place` that only this user enters; null where a socket in it would have too long a path. */
function privateFolder(place: string): string | null {
  if (!isSocketPath(join(place, 'ninetray-XXXXXX', 's'))) return null;
  try {
    return fs.mkdtempSync(join(place, 'ninetray-'));
  } catch {
    return null; // the next place may do
  }
}

function listenAt(
  address: string,
  words: Words,
  run: ControlServerOptions['run'],
  limits: Limits,
): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => serve(socket, words, run, limits));
    server.maxConnections = MOST_CALLERS;
    server.once('error', () => resolve(null));
    server.listen(address, () => resolve(server));
  });
}

function isRegistered(profile: string, presence: Presence): boolean {
  try {
    writePresence(profile, presence);
    return true;
  } catch {
    return false; // a full disk, a read-only folder: then later starts cannot find this one, and say so
  }
}
