// The simulated 9Proxy on HTTP: finds the operation, asks for the key, makes trouble where a switch says so.
// Must listen on loopback only, and must not log: the key is in every URL.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Account } from './account';
import { type Answer, refusal } from './answer';
import type { Control } from './control';
import { answerLocally } from './local-app';
import type { Dashboard } from './dashboard/dashboard';
import type { Operation } from './operations/operation';
import { operations } from './operations/table';
import {
  envelope,
  errorReply,
  pageReply,
  type Reply,
  redirectReply,
  withNulls,
  withNumbersAsText,
  withoutAnything,
} from './reply';
import type { RequestLog } from './request-log';
import type { Faults } from './faults';
import { bodyFields, queryFields } from './validate';

export interface ServerParts {
  /** The demo's own account first; a key says whose request it is. */
  accounts: readonly [Account, ...Account[]];
  troubles: Faults;
  log: RequestLog;
  /** Lets the accounts live up to this moment. */
  catchUp(): void;
  sleep(ms: number): Promise<void>;
  /** Milliseconds, for the log and for Retry-After as a date. */
  now(): number;
  control: Control | null;
  dashboard: Dashboard;
}

const mostBodyLength = 1_000_000;
const table = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
const notFound = pageReply(404, 'Not Found', 'The page you are looking for does not exist.');
const permissionDenied = 'Permission denied';

/** What to do with a connection: answer, cut it, or leave it waiting. */
type Outcome = Reply | 'cut' | 'wait';

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
  const host = request.headers.host ?? '';
  // A web page whose name was made to point at this machine comes with that name.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return notFound;
  const url = new URL(request.url ?? '/', `http://${host}`);
  const body = await readBody(request);
  parts.catchUp();
  if (parts.control && url.pathname.startsWith('/_demo/')) {
    return parts.control(request.method ?? 'GET', url, body);
  }
  if (url.pathname === '/dashboard' || url.pathname.startsWith('/dashboard/')) {
    const { cookie, origin } = request.headers;
    return parts.dashboard({ method: request.method ?? 'GET', url, cookie, origin, body });
  }
  const local = answerLocally(parts.accounts[0], request.method ?? 'GET', url);
  if (local !== null) {
    parts.log.begin(url.pathname, parts.now())(local.status);
    return local;
  }
  const operation = table.get(`${request.method} ${url.pathname}`);
  if (!operation) {
    parts.log.unknownPath();
    return notFound;
  }
  const finish = parts.log.begin(operation.id, parts.now());
  const outcome = await answerOperation(parts, operation, request, url, body);
  if (outcome === 'wait') response.once('close', () => finish(null));
  else finish(outcome === 'cut' ? null : outcome.status);
  return outcome;
}

async function answerOperation(
  parts: ServerParts,
  operation: Operation,
  request: IncomingMessage,
  url: URL,
  body: string | null,
): Promise<Outcome> {
  const slow = parts.troubles.take(operation.id, ['slow']);
  if (slow) {
    await parts.sleep(slow.ms);
    parts.catchUp();
  }
  const instead = troubleInstead(parts, operation, url);
  if (instead) return instead;
  const keys = url.searchParams.getAll('api-key');
  const [key] = keys;
  const [own] = parts.accounts;
  const account =
    key !== undefined && keys.length === 1 ? parts.accounts.find((one) => one.keys.accepts(key, one.now)) : undefined;
  if (!operation.open && !account) return errorReply(403, permissionDenied);
  return troubleAfter(parts, operation, run(account ?? own, operation, request, url, body));
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

/** Troubles that answer in place of the operation, which then does not happen. */
function troubleInstead(parts: ServerParts, operation: Operation, url: URL): Outcome | undefined {
  const trouble = parts.troubles.take(operation.id, [
    'redirectToSelf',
    'redirect',
    'missing',
    'html',
    'rateLimited',
    'serverError',
    'refuseKey',
    'blocked',
    'hang',
    'echoKey',
    'successFalse',
  ]);
  if (!trouble) return undefined;
  switch (trouble.kind) {
    case 'redirectToSelf':
      return redirectReply(308, url.href);
    case 'redirect':
      return redirectReply(302, trouble.to);
    case 'missing':
      return notFound;
    case 'html':
      return pageReply(200, 'Just a moment...', 'Checking your browser before accessing this site.');
    case 'rateLimited':
      return rateLimited(trouble.seconds, trouble.as, parts.now());
    case 'serverError':
      return errorReply(trouble.status, 'Service unavailable');
    case 'refuseKey':
      return errorReply(trouble.status, permissionDenied);
    case 'blocked':
      return blocked(trouble.as);
    case 'hang':
      return 'wait';
    case 'echoKey':
      return echo(trouble.as, url);
    case 'successFalse':
      return errorReply(200, trouble.message);
    default:
      return trouble satisfies never;
  }
}

/** What answers in place of 9Proxy, and knows nothing of its keys. */
function blocked(as: 'text' | 'html' | 'basic'): Reply {
  if (as === 'html') return pageReply(403, 'Blocked', 'Your company does not allow this site.');
  if (as === 'text') return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'error code: 1020' };
  const page = pageReply(401, 'Authorization Required');
  return { ...page, headers: { ...page.headers, 'www-authenticate': 'Basic realm="gateway"' } };
}

function rateLimited(seconds: number, as: 'seconds' | 'date' | 'none', now: number): Reply {
  const reply = errorReply(429, 'Too many requests');
  if (as === 'seconds') reply.headers['retry-after'] = String(seconds);
  if (as === 'date') reply.headers['retry-after'] = new Date(now + seconds * 1000).toUTCString();
  return reply;
}

/** The worst that a careless vendor could do: the key in clear, encoded, and in a header. */
function echo(as: 'json' | 'html', url: URL): Reply {
  const key = url.searchParams.get('api-key') ?? '';
  const says = `Request ${url.href} with api-key ${key} failed`;
  const reply =
    as === 'json' ? errorReply(400, says, [says, `invalid key ${key}`]) : pageReply(502, 'Bad Gateway', says);
  reply.headers['x-request-url'] = url.href;
  return reply;
}

/** Troubles that spoil the answer of an operation that has happened. */
function troubleAfter(parts: ServerParts, operation: Operation, answer: Answer): Outcome {
  const reply = envelope(answer);
  const trouble = parts.troubles.take(operation.id, [
    'lost',
    'emptyBody',
    'truncated',
    'numbersAsStrings',
    'nulls',
    'none',
  ]);
  if (!trouble) return reply;
  switch (trouble.kind) {
    case 'lost':
      return 'cut';
    case 'emptyBody':
      return { ...reply, body: '' };
    case 'truncated':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
    case 'numbersAsStrings':
      return answer.ok ? envelope({ ...answer, result: withNumbersAsText(answer.result) }) : reply;
    case 'nulls':
      return answer.ok ? envelope({ ...answer, result: withNulls(answer.result) }) : reply;
    case 'none':
      return answer.ok ? envelope({ ...answer, result: withoutAnything(answer.result, trouble.as) }) : reply;
    default:
      return trouble satisfies never;
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
