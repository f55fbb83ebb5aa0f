// A connection to the vendor that can be shut and opened again: while it is shut, connections are refused, as by a
// network that is gone.
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface TcpGate {
  /** Scheme, host and port: the same all the time. */
  origin: string;
  /** Cuts every connection and refuses new ones. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Opens a gate to `origin`, on a port of its own on this machine. */
export async function openTcpGate(origin: string): Promise<TcpGate> {
  const target = Number(new URL(origin).port);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;

  function listen(): Promise<void> {
    const made = createServer((socket) => {
      const onward = connect(target, '127.0.0.1');
      for (const [end, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        sockets.add(end);
        end.on('error', () => other.destroy());
        end.on('close', () => {
          sockets.delete(end);
          other.destroy();
        });
        end.pipe(other);
      }
    });
    server = made;
    return new Promise((resolve, reject) => {
      made.once('error', reject);
      made.listen(port, '127.0.0.1', () => {
        const address = made.address();
        if (typeof address === 'object' && address !== null) port = address.port;
        resolve();
      });
    });
  }

  await listen();
  return {
    origin: `http://127.0.0.1:${port}`,
    shut: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    open: listen,
  };
}
