// The replies of the faults that tests set (faults.ts).
import type { Answer, Json } from '../protocol/answer';
import { envelope, errorReply, pageReply, permissionDenied, type Reply } from '../protocol/reply';
import type { Outcome } from '../server/hooks';
import type { Faults } from './faults';

const notFound = pageReply(404, 'Not Found', 'The page you are looking for does not exist.');

/** What is answered in place of an operation, which then does not happen; null: no fault is set for it. `now`: ms since 1970. */
export function faultInstead(faults: Faults, operation: string, url: URL, now: number): Outcome | null {
  const fault = faults.take(operation, [
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
  if (!fault) return null;
  switch (fault.kind) {
    case 'redirectToSelf':
      return redirectReply(308, url.href);
    case 'redirect':
      return redirectReply(302, fault.to);
    case 'missing':
      return notFound;
    case 'html':
      return pageReply(200, 'Just a moment...', 'Checking your browser before accessing this site.');
    case 'rateLimited':
      return rateLimited(fault.seconds, fault.as, now);
    case 'serverError':
      return errorReply(fault.status, 'Service unavailable');
    case 'refuseKey':
      return errorReply(fault.status, permissionDenied);
    case 'blocked':
      return blocked(fault.as);
    case 'hang':
      return 'wait';
    case 'echoKey':
      return echo(fault.as, url);
    case 'successFalse':
      return errorReply(200, fault.message);
    default:
      return fault satisfies never;
  }
}

/** Answers of something in front of 9Proxy that does not know its keys. */
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

/** How the answer of a completed operation is spoilt; null: no fault is set for it. */
export function faultAfter(faults: Faults, operation: string, answer: Answer): Outcome | null {
  const fault = faults.take(operation, ['lost', 'emptyBody', 'truncated', 'numbersAsStrings', 'nulls', 'none']);
  if (!fault) return null;
  const reply = envelope(answer);
  switch (fault.kind) {
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
      return answer.ok ? envelope({ ...answer, result: withoutAnything(answer.result, fault.as) }) : reply;
    default:
      return fault satisfies never;
  }
}

function redirectReply(status: 302 | 308, location: string): Reply {
  return { status, headers: { location }, body: '' };
}

/** The same value with every number as text. */
function withNumbersAsText(value: Json): Json {
  return mapLeaves(value, (leaf) => (typeof leaf === 'number' ? String(leaf) : leaf));
}

/** The same value with null in each place of a value. */
function withNulls(value: Json): Json {
  return mapLeaves(value, () => null);
}

/** What some servers answer in place of this value when there is nothing in it. */
function withoutAnything(value: Json, as: 'null' | 'list' | 'parts'): Json {
  if (as === 'null') return null;
  if (as === 'list' || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.fromEntries(Object.keys(value).map((name) => [name, null]));
}

type Leaf = string | number | boolean | null;

function mapLeaves(value: Json, change: (leaf: Leaf) => Leaf): Json {
  if (Array.isArray(value)) return value.map((one) => mapLeaves(one, change));
  if (typeof value !== 'object' || value === null) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapLeaves(one, change)]));
}
