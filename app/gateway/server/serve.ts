// Turns HTTP into the gateway's own terms and back: limits on size and time, no upgrade, no tunnel, nothing streamed through.
import { setMaxListeners } from 'node:events';
import http from 'node:http';
import type { Socket } from 'node:net';
import type { Incoming } from '../request/incoming';
import { type GatewayAnswer, isNeutral } from '../answer/refusal';
import { findPeer, type Peer, programOf } from './peer';

const mostConnections = 64;
const longestHeaders = 8 * 1024;
const longestBody = 256 * 1024;
/** Longer than a client keeps a connection: it would otherwise send a write into one that is being closed. */
const keepAlive = 125_000;

/** How long a client may take to read an answer that the system did not take all at once (ms). */
const longestReading = 30_000;

/** How long a client may take to send its headers, and all of its request, and how often that is checked (ms). */
export interface TimeLimits {
  headers: number;
  request: number;
  checks: number;
}

const usualTimeLimits: TimeLimits = { headers: 10_000, request: 30_000, checks: 10_000 };

export interface ServeOptions {
  /** Of TCP: its port; null on the socket. */
  port: number | null;
  hosts: readonly string[];
  answer(incoming: Incoming): Promise<GatewayAnswer>;
  /** Shared by all servers: connections that are open. */
  sockets: Set<Socket>;
  /** Our own user where the other end's can be found out; null: it cannot. */
  uid: number | null;
  /** Not given: the usual ones. */
  timeLimits?: TimeLimits;
}

/** A server that listens nowhere yet. */
export function createGatewayServer(options: ServeOptions): http.Server {
  const { headers, request: whole, checks } = options.timeLimits ?? usualTimeLimits;
  const server = http.createServer({
    maxHeaderSize: longestHeaders,
    headersTimeout: headers,
    requestTimeout: whole,
    keepAliveTimeout: keepAlive,
    connectionsCheckingInterval: checks,
    insecureHTTPParser: false,
    // The Host header is checked with everything else.
    requireHostHeader: false,
  });
  server.on('connection', (socket) => {
    if (options.sockets.size >= mostConnections) return void socket.destroy();
    options.sockets.add(socket);
    socket.on('close', () => options.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('request', (request, response) => void serve(request, response, options));
  server.on('checkContinue', (request, response) => void serve(request, response, options));
  for (const event of ['upgrade', 'connect'] as const)
    server.on(event, (_request: http.IncomingMessage, socket: Socket) => socket.destroy());
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;
}

async function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  options: ServeOptions,
): Promise<void> {
  const { socket } = request;
  const left = new AbortController();
  // Not after an answer that was written whole: nobody listens any more, and the abort's own error costs more than the rest of it.
  response.on('close', () => {
    if (!response.writableFinished) left.abort();
  });
  const peer = createPeerSearch(socket, options);
  const body = createBodyReader(request, response);
  const answer = await options.answer({
    raw: {
      httpVersion: request.httpVersion,
      method: request.method ?? '',
      target: request.url ?? '',
      rawHeaders: request.rawHeaders,
    },
    hosts: options.hosts,
    isFromOtherUser: async () => {
      const found = await peer();
      if (found === 'unknown') return false;
      return found === null || (found.uid !== options.uid && found.uid !== 0);
    },
    readBody: body.read,
    cancel: left,
    onIdentified: (revoked) => followRevocation(socket, { response, left }, revoked),
    findProgram: async () => {
      const found = await peer();
      return found === null || found === 'unknown' ? null : programOf(found.inode);
    },
  });
  respond(response, answer, body.isUnread());
  limitReading(response, socket);
}

/** Ends the connection of a client that does not read its answer: Node limits what a client sends, not this. */
function limitReading(response: http.ServerResponse, socket: Socket): void {
  if (response.destroyed || response.writableLength === 0) return;
  const timer = setTimeout(() => socket.destroy(), longestReading);
  response.once('close', () => clearTimeout(timer));
}

/** Who is at the other end, asked once for a connection. */
const peers = new WeakMap<Socket, Promise<Peer | null | 'unknown'>>();

function createPeerSearch(socket: Socket, { port, uid }: ServeOptions): () => Promise<Peer | null | 'unknown'> {
  const { remoteAddress, remotePort } = socket;
  return () => {
    if (port === null || uid === null || remoteAddress === undefined || remotePort === undefined)
      return Promise.resolve('unknown');
    const known = peers.get(socket) ?? findPeer(remoteAddress, remotePort, port);
    peers.set(socket, known);
    return known;
  };
}

function createBodyReader(request: http.IncomingMessage, response: http.ServerResponse) {
  let isRead = false;
  const declared = Number(request.headers['content-length'] ?? 0);
  const hasBody = declared > 0 || request.headers['transfer-encoding'] !== undefined;
  return {
    isUnread: () => hasBody && !isRead,
    async read(): Promise<string | null> {
      if (declared > longestBody) return null;
      if (/100-continue/i.test(request.headers.expect ?? '')) response.writeContinue();
      const chunks: Buffer[] = [];
      let bytes = 0;
      try {
        for await (const chunk of request) {
          const part = Buffer.from(chunk);
          bytes += part.byteLength;
          if (bytes > longestBody) return null;
          chunks.push(part);
        }
      } catch {
        return null;
      }
      isRead = true;
      return new TextDecoder('utf-8').decode(Buffer.concat(chunks));
    },
  };
}

/** What a connection is answering now. */
interface Current {
  response: http.ServerResponse;
  left: AbortController;
}

/** For each token that a connection was used with, the last request: one listener each, however many requests there are. */
const followed = new WeakMap<Socket, Map<AbortSignal, Current>>();

/** Ends a request whose token is revoked, and the connection once it has no answer to give any more. */
function followRevocation(socket: Socket, current: Current, revoked: AbortSignal): void {
  const bySignal = followed.get(socket) ?? new Map<AbortSignal, Current>();
  followed.set(socket, bySignal);
  const isKnown = bySignal.has(revoked);
  bySignal.set(revoked, current);
  if (isKnown) return;
  const end = () => {
    const last = bySignal.get(revoked) ?? current;
    if (last.response.writableFinished) return void socket.destroy();
    last.response.shouldKeepAlive = false;
    last.left.abort();
  };
  // One for each connection: Node would warn of the eleventh.
  setMaxListeners(mostConnections, revoked);
  revoked.addEventListener('abort', end, { once: true });
  socket.once('close', () => revoked.removeEventListener('abort', end));
}

function respond(response: http.ServerResponse, answer: GatewayAnswer, isBodyUnread: boolean): void {
  if (response.destroyed || response.headersSent) return;
  const { status, code, isJson, body, retryAfter } = answer;
  const isPlain = status !== 204 && status !== 304;
  response.shouldKeepAlive &&= !isBodyUnread && !(code !== null && isNeutral(code));
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(isPlain
      ? {
          'Content-Type': `${isJson ? 'application/json' : 'text/plain'}; charset=utf-8`,
          'Content-Length': Buffer.byteLength(body),
        }
      : {}),
    ...(code === null || isNeutral(code) ? {} : { 'X-NineTray': code }),
    ...(retryAfter === null ? {} : { 'Retry-After': String(retryAfter) }),
  });
  response.end(isPlain ? body : undefined);
}
