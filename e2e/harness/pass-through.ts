// A server between the application and the demo that spoils answers: too long, half, or late.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** `late` ms: the request arrives at once, its answer after this. */
export type Manner = 'pass' | 'too-long' | 'half' | { late: number };

export interface PassThrough {
  origin: string;
  /** What happens to requests from now on. */
  become(manner: Manner): void;
  /** Requests that were given half an answer. */
  halves(): number;
  /** Connections that are open now. */
  open(): number;
  close(): void;
}

const tooLong = `{"success":true,"result":"${'x'.repeat(6_000_000)}"}`;

/** Starts one in front of `target` (scheme, host and port). */
export async function startPassThrough(target: string): Promise<PassThrough> {
  let manner: Manner = 'pass';
  let halves = 0;
  const sockets = new Set<Socket>();

  async function pass(request: IncomingMessage, response: ServerResponse, late: number): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { 'content-type': 'application/json' };
    const body = chunks.length === 0 ? null : Buffer.concat(chunks);
    const answer = await fetch(`${target}${request.url}`, { method: request.method ?? 'GET', headers, body });
    const text = await answer.text();
    setTimeout(() => response.writeHead(answer.status, headers).end(text), late);
  }

  const server = createServer((request, response) => {
    const headers = { 'content-type': 'application/json' };
    if (manner === 'too-long') response.writeHead(200, headers).end(tooLong);
    else if (manner === 'half') {
      halves += 1;
      response.writeHead(200, { ...headers, 'content-length': 200 }).write('{"success":true,"re');
    } else void pass(request, response, manner === 'pass' ? 0 : manner.late);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next) {
      manner = next;
    },
    halves: () => halves,
    open: () => sockets.size,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
