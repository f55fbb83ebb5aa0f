// Listens on this computer only: 127.0.0.1 and [::1] at one port, both or none, and a socket on Linux and macOS. Never another port than the
// one that was chosen, never another address.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import type http from 'node:http';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../../model/problem';
import { createGatewayServer, type ServeOptions } from './serve';

export interface ListenOptions extends Pick<ServeOptions, 'answer' | 'uid'> {
  port: number;
  /** The path of the socket; null: none. */
  socket: string | null;
}

export interface Listening {
  /** Such as http://127.0.0.1:19090. */
  addresses: string[];
  socket: string | null;
  /** Whether all of it still listens: a system may end that while it sleeps. */
  isListening(): boolean;
  /** Ends it, and all connections. */
  close(): void;
}

/** The longest path of a socket that every system takes. */
const longestSocketPath = 100;
/** How an address fails that this computer does not have. */
const noSuchFamily = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL', 'EPROTONOSUPPORT']);

/** Listens, or fails with port-busy. A computer without IPv6 has one address only. */
export async function listen({ port, socket, answer, uid }: ListenOptions): Promise<Result<Listening>> {
  const sockets = new Set<Socket>();
  const servers: http.Server[] = [];
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const close = () => {
    for (const server of servers) server.close();
    for (const open of sockets) open.destroy();
  };
  const addresses: string[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const server = createGatewayServer({ port, hosts, answer, sockets, uid });
    const code = await start(server, { host, port, ipv6Only: host === '::1', exclusive: true });
    if (code === null && isAt(server, host)) {
      servers.push(server);
      addresses.push(host === '::1' ? `http://[::1]:${port}` : `http://127.0.0.1:${port}`);
      continue;
    }
    server.close();
    if (host === '::1' && code !== null && noSuchFamily.has(code)) continue;
    close();
    return failed({ kind: 'port-busy', port, why: code === 'EACCES' ? 'reserved' : 'taken' });
  }
  const path = socket === null ? null : await listenAtSocket(socket, { answer, sockets, servers });
  return ok({
    addresses,
    socket: path,
    isListening: () => servers.every((server) => server.listening),
    close() {
      close();
      if (path !== null) rmSync(path, { force: true });
    },
  });
}

async function listenAtSocket(
  path: string,
  { answer, sockets, servers }: Pick<ServeOptions, 'answer' | 'sockets'> & { servers: http.Server[] },
): Promise<string | null> {
  if (Buffer.byteLength(path) > longestSocketPath) return null;
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    // One NineTray runs for each profile: what is there is left from one that was killed.
    rmSync(path, { force: true });
  } catch {
    return null;
  }
  const server = createGatewayServer({ port: null, hosts: ['localhost'], answer, sockets, uid: null });
  if ((await start(server, { path })) !== null) return null;
  chmodSync(path, 0o600);
  servers.push(server);
  return path;
}

/** Null when it listens, otherwise the system's code for why it does not. */
function start(
  server: http.Server,
  options: { path: string } | { host: string; port: number; ipv6Only: boolean; exclusive: boolean },
): Promise<string | null> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown');
    server.once('error', fail);
    server.listen(options, () => {
      server.off('error', fail);
      // One that fails later is noticed by `isListening`.
      server.on('error', () => server.close());
      resolve(null);
    });
  });
}

function isAt(server: http.Server, host: string): boolean {
  const address = server.address();
  return typeof address === 'object' && address !== null && address.address === host;
}
