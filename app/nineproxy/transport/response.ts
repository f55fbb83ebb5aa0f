// What one HTTP answer means: status, headers and body become a result, or one problem of the closed union. Pure. A
// vendor's text passes only redacted.
import { failed, ok } from '../../model/problem';
import type { Problem, Result } from '../../model/problem';
import type { Certainty } from '../operations/endpoints';
import { boolean, fields, list } from '../resources/parse';
import type { Redactor } from './redact';

export interface Answer {
  readonly status: number;
  header(name: string): string | null;
  readonly body: string;
  /** The value of the body; undefined for what is not JSON. */
  readonly json: unknown;
}

/** What is known about the request that the answer belongs to. */
export interface Asked {
  /** The whole URL, key included: only to recognise a redirect to itself. */
  readonly url: string;
  readonly write: boolean;
  readonly certainty: Certainty;
}

/** Words of a refusal that comes without its status; two public clients expect the first. */
const refusal =
  /permission denied|access denied|unauthori[sz]ed|unauthenticated|not authori[sz]ed|authentication (error|failed|failure|required)|(invalid|incorrect|wrong|unknown|missing|expired|revoked) (api|access)?[ _-]?(key|token)\b|api[ _-]?key (is |was |has been |has )?(invalid|incorrect|wrong|unknown|missing|expired|revoked|required|not (found|valid))/i;

/** Words that name the status and no reason. */
const generic = /^\s*(bad request|invalid request|validation (error|failed)|request failed|failed|error)[.!:]?\s*$/i;

/** Statuses by which a gateway says that the server behind it, which may have done what was asked, gave no answer. */
const lostBehindGateway: ReadonlySet<number> = new Set([502, 504, 520, 524]);

/**
 * The `result` of an answer that says success, or the problem.
 *
 * An HTML page with a 2xx status: on a path that is only inferred it means that the site has nothing else there
 * (`not-offered`); on a path that is known it means that something else than the API answers (`unreadable-answer`: a
 * wrong address, maintenance, a sign-in page of the network). A write that was accepted (2xx) but whose answer cannot
 * be read, or that a gateway lost, is `outcome-unknown`.
 */
export function readAnswer(answer: Answer, asked: Asked, redactor: Redactor): Result<unknown> {
  const { status } = answer;
  if (status >= 200 && status <= 299) return readSuccess(answer, asked, redactor);
  return failed(problemOfStatus(answer, asked, redactor));
}

/** Milliseconds that the answer asks to wait (Retry-After, seconds or a date), or null. At most one day. */
export function retryAfter(answer: Pick<Answer, 'header'>, now: number): number | null {
  const asked = answer.header('retry-after')?.trim();
  if (!asked) return null;
  if (/^\d+(\.\d+)?$/.test(asked)) return Math.min(Number(asked) * 1000, longestWait);
  const until = Date.parse(asked);
  if (Number.isNaN(until)) return null;
  // Both dates are the server's: a clock that is wrong here does not matter then.
  const there = Date.parse(answer.header('date') ?? '');
  return Math.min(Math.max(0, until - (Number.isNaN(there) ? now : there)), longestWait);
}

const longestWait = 24 * 60 * 60 * 1000;

function readSuccess(answer: Answer, asked: Asked, redactor: Redactor): Result<unknown> {
  const unreadable = (why: 'empty' | 'not-json' | 'shape') =>
    failed(asked.write ? { kind: 'outcome-unknown' } : { kind: 'unreadable-answer', why });
  if (isHtml(answer)) {
    return failed(
      asked.certainty === 'inferred' ? { kind: 'not-offered' } : { kind: 'unreadable-answer', why: 'html' },
    );
  }
  if (answer.body.trim() === '') return answer.status === 204 && asked.write ? ok(undefined) : unreadable('empty');
  const parsed = answer.json;
  if (parsed === undefined) return unreadable('not-json');
  const envelope = fields(parsed);
  if (envelope === null) return unreadable('shape');
  if (boolean(envelope.success) === false) return failed(rejection(parsed, redactor));
  if (envelope.result === undefined && !asked.write) return unreadable('shape');
  return ok(envelope.result);
}

function problemOfStatus(answer: Answer, asked: Asked, redactor: Redactor): Problem {
  const { status } = answer;
  // Not HTTP's: an answer that does not say what became of the request.
  if (status < 200 || status > 599)
    return asked.write ? { kind: 'outcome-unknown' } : { kind: 'server-trouble', status };
  if (status >= 300 && status <= 399) return problemOfRedirect(answer, asked);
  // Only the vendor's own envelope speaks of the key: an edge, a company's filter and a gateway use the same numbers.
  if (status === 401 || status === 403) {
    return isErrorEnvelope(answer.json) ? { kind: 'key-refused' } : { kind: 'blocked-on-the-way' };
  }
  if (status === 451 || status === 511 || isChallenge(answer)) return { kind: 'blocked-on-the-way' };
  if (status === 404 || status === 405 || status === 410 || status === 501) return { kind: 'not-offered' };
  if (status === 407) return { kind: 'unreachable', why: 'proxy' };
  if (status === 408) return asked.write ? { kind: 'outcome-unknown' } : { kind: 'timed-out' };
  if (status === 429) return { kind: 'rate-limited', until: null };
  if (status >= 500) {
    return asked.write && lostBehindGateway.has(status)
      ? { kind: 'outcome-unknown' }
      : { kind: 'server-trouble', status };
  }
  if (isHtml(answer)) return { kind: 'unreadable-answer', why: 'html' };
  return rejection(answer.json, redactor);
}

function problemOfRedirect(answer: Answer, asked: Asked): Problem {
  const location = answer.header('location');
  if (location === null || !URL.canParse(location, asked.url)) return { kind: 'redirected' };
  return sameTarget(new URL(location, asked.url), new URL(asked.url))
    ? { kind: 'redirect-loop' }
    : { kind: 'redirected' };
}

/** Whether two URLs ask for the same thing, however their parameters are encoded. */
function sameTarget(a: URL, b: URL): boolean {
  if (a.origin !== b.origin || a.pathname !== b.pathname) return false;
  a.searchParams.sort();
  b.searchParams.sort();
  return a.searchParams.toString() === b.searchParams.toString();
}

/** What an error envelope says: a refused key, or a rejection in the vendor's own words. */
function rejection(body: unknown, redactor: Redactor): Problem {
  const envelope = fields(body);
  const said = [envelope?.message, ...(list(envelope?.errors) ?? [])].filter((part) => typeof part === 'string');
  if (isErrorEnvelope(body) && typeof said[0] === 'string' && refusal.test(said[0])) return { kind: 'key-refused' };
  // "Bad request" and its like are often repeated as the only error, and say nothing where there is a reason.
  const different = [...new Set(said)];
  const reasons = different.filter((part) => !generic.test(part));
  return { kind: 'rejected', message: redactor.message((reasons.length > 0 ? reasons : different).join(' · ')) };
}

/**
 * Whether this is the vendor's error envelope, {success, message, errors}, in which `errors` are texts. It has to say more than a message:
 * `{"message":"Forbidden"}` is how common gateways refuse.
 */
function isErrorEnvelope(body: unknown): boolean {
  const envelope = fields<'success' | 'message' | 'errors'>(body);
  if (envelope === null) return false;
  const { success, message, errors } = envelope;
  const isAbsent = (value: unknown) => value === undefined || value === null;
  if (!isAbsent(message) && typeof message !== 'string') return false;
  if (!isAbsent(errors) && list(errors)?.every((one) => typeof one === 'string') !== true) return false;
  return boolean(success) === false || (isAbsent(success) && (list(errors)?.length ?? 0) > 0);
}

function isHtml(answer: Answer): boolean {
  const type = answer.header('content-type') ?? '';
  return /^\s*(text\/html|application\/xhtml)/i.test(type) ? !looksLikeJson(answer.body) : looksLikeHtml(answer.body);
}

function looksLikeHtml(body: string): boolean {
  return /^[\s\ufeff]*<(!doctype|html|head|body|script|title|!--|\?xml)/i.test(body);
}

function looksLikeJson(body: string): boolean {
  return /^[\s\ufeff]*[{[]/.test(body);
}

/** A challenge or block page of Cloudflare's. */
function isChallenge(answer: Answer): boolean {
  const isMarked = answer.header('cf-mitigated') !== null;
  return isMarked || (isHtml(answer) && /cdn-cgi\/challenge|cf-error-details|cf-challenge/i.test(answer.body));
}

/** The value of a body; undefined for what is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
