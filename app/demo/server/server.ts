// The simulated 9Proxy on HTTP: finds the operation, checks the key, and answers. It must listen on loopback only, and
// must not log: the key is in every URL.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Account } from '../data/account';
import type { Dashboard } from '../dashboard/dashboard';
import type { Operation } from '../operations/operation';
import { operations } from '../operations/table';
import { type Answer, refusal } from '../protocol/answer';
import { envelope, errorReply, pageReply, permissionDenied } from '../protocol/reply';
import { bodyFields, queryFields } from '../protocol/validate';
import type { Outcome, ServerHooks } from './hooks';
import { answerLocally } from './local-app';

export interface ServerParts {
  /** The demo's own account first; a key says whose request it is. */
  accounts: readonly [Account, ...Account[]];
  /** Lets the accounts live up to this moment. */
  catchUp(): void;
  dashboard: Dashboard;
  hooks: ServerHooks | null;
}

const mostBodyLength = 1_000_000;
const table = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
const notFound = pageReply(404, 'Not Found', 'The page you are looking for does not exist.');

/** The server over these parts, not yet listening. */
export function createDemoServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    respond(parts, request, response).then(
      (outcome) => send(response, outcome),
      // Only a broken connection ends here: everything else has its answer.
      () => response.destroy(),
    );
  });
}

function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'wait') return;
  if (outcome === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(outcome.status, outcome.headers).end(outcome.body);
}

async function respond(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<Outcome> {
  const { hooks } = parts;
  const host = request.headers.host ?? '';
  // A web page whose name was made to point at this machine comes with that name.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return notFound;
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', `http://${host}`);
  const body = await readBody(request);
  parts.catchUp();
  const routed = hooks?.route(method, url, body);
  if (routed) return routed;
  if (url.pathname === '/dashboard' || url.pathname.startsWith('/dashboard/')) {
    const { cookie, origin } = request.headers;
    return parts.dashboard({ method, url, cookie, origin, body });
  }
  const local = answerLocally(parts.accounts[0], method, url);
  if (local !== null) {
    hooks?.begin(url.pathname)(local.status);
    return local;
  }
  const operation = table.get(`${method} ${url.pathname}`);
  if (!operation) {
    hooks?.unknownPath();
    return notFound;
  }
  const finish = hooks?.begin(operation.id);
  const outcome = await answerOperation(parts, operation, request, url, body);
  if (outcome === 'wait') response.once('close', () => finish?.(null));
  else finish?.(outcome === 'cut' ? null : outcome.status);
  return outcome;
}

async function answerOperation(
  parts: ServerParts,
  operation: Operation,
  request: IncomingMessage,
  url: URL,
  body: string | null,
): Promise<Outcome> {
  const { hooks } = parts;
  const instead = hooks === null ? null : await hooks.before(operation.id, url);
  if (instead !== null) return instead;
  parts.catchUp();
  const keys = url.searchParams.getAll('api-key');
  const [key] = keys;
  const [own] = parts.accounts;
  const account =
    key !== undefined && keys.length === 1 ? parts.accounts.find((one) => one.keys.accepts(key, one.now)) : undefined;
  if (!operation.open && !account) return errorReply(403, permissionDenied);
  const answer = run(account ?? own, operation, request, url, body);
  return hooks?.after(operation.id, answer) ?? envelope(answer);
}

function run(account: Account, operation: Operation, request: IncomingMessage, url: URL, body: string | null): Answer {
  if (operation.method === 'GET') return operation.run(account, queryFields(url.searchParams));
  if (body === null) return refusal('Bad request', ['The body is too large']);
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return refusal('Bad request', ['The body must be application/json']);
  }
  const parsed = parseJson(body);
  return operation.run(account, bodyFields(parsed));
}

/** `undefined` for what is not JSON, which then is no object. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body as text; null when it is too large to be kept. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  request.setEncoding('utf8');
  let text = '';
  let isTooLarge = false;
  for await (const chunk of request) {
    if (text.length > mostBodyLength) isTooLarge = true;
    else text += String(chunk);
  }
  return isTooLarge ? null : text;
}
