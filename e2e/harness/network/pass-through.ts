// A server between the application and the demo that spoils answers: too long, half, or late; or gives others than the demo would.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as the vendor would see it. */
export interface Asked {
  method: string;
  /** Below /client/v1/. */
  path: string;
  /** What is passed on; may be changed. */
  query: URLSearchParams;
}

/** Answers for the demo, or changes its answer. A text is sent as it is. */
export interface Other {
  ask?(asked: Asked): { status: number; body: unknown } | undefined;
  answer?(asked: Asked, body: { result: { items: Record<string, unknown>[]; [more: string]: unknown } }): unknown;
}

/** `late` ms: the request arrives at once, its answer after this. */
export type Manner = 'pass' | 'too-long' | 'half' | { late: number } | Other;

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

  async function pass(
    request: IncomingMessage,
    response: ServerResponse,
    { late = 0, ask, answer }: { late?: number } & Other,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', target);
    const method = request.method ?? 'GET';
    const asked = { method, path: url.pathname.replace('/client/v1/', ''), query: url.searchParams };
    const headers = { 'content-type': 'application/json' };
    const own = ask?.(asked);
    if (own !== undefined) {
      response.writeHead(own.status, headers).end(JSON.stringify(own.body));
      return;
    }
    const body = chunks.length === 0 ? null : Buffer.concat(chunks);
    const answered = await fetch(url, { method, headers, body });
    const text = await answered.text();
    const other = answer?.(asked, JSON.parse(text) as Parameters<typeof answer>[1]);
    const sent = other === undefined ? text : typeof other === 'string' ? other : JSON.stringify(other);
    setTimeout(() => response.writeHead(answered.status, headers).end(sent), late);
  }

  const server = createServer((request, response) => {
    const headers = { 'content-type': 'application/json' };
    if (manner === 'too-long') response.writeHead(200, headers).end(tooLong);
    else if (manner === 'half') {
      halves += 1;
      response.writeHead(200, { ...headers, 'content-length': 200 }).write('{"success":true,"re');
    } else void pass(request, response, manner === 'pass' ? {} : manner);
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
