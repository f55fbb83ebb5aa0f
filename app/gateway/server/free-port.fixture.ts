// For tests: ports of this computer that the gateway can listen at, and ones that it cannot.
import net from 'node:net';

/** Below those that systems hand out for outgoing connections: another test's connection must not take it in between. */
const LOWEST = 20_000;
const COUNT = 12_000;

/** Listens there; null where that is taken. A computer without IPv6 has nothing to take. */
function occupied(port: number, host: string): Promise<net.Server | 'absent' | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(null);
      else if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') resolve('absent');
      else reject(new Error(`Port ${port}: ${code}`));
    });
    server.listen({ port, host, ipv6Only: host.includes(':') }, () => resolve(server));
  });
}

function closed(server: net.Server | 'absent' | null): Promise<void> {
  return new Promise((resolve) => {
    if (server instanceof net.Server) server.close(() => resolve());
    else resolve();
  });
}

/** A port that is free at both addresses of this computer: the gateway takes both or none. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * COUNT);
    const servers = [await occupied(port, '127.0.0.1'), await occupied(port, '::1')];
    await Promise.all(servers.map(closed));
    if (!servers.includes(null)) return port;
  }
}

/** Listens at this port of 127.0.0.1. */
export async function occupy(port: number): Promise<net.Server> {
  const server = await occupied(port, '127.0.0.1');
  if (server instanceof net.Server) return server;
  throw new Error(`Port ${port} is taken.`);
}
