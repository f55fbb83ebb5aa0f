// How the gateway refuses a request: a status, a code, and words for the program that asked, in 9Proxy's own envelope. English, like the
// rest of that API: programs and their logs read it. Names no key, no token and no path of this computer.
import type { GatewayCode } from '../../model/access/activity';

interface Words {
  status: number;
  message: string;
}

/** The answer to a page of a browser, or to a caller without a token: it does not name NineTray. */
const neutral: Words = { status: 403, message: 'Forbidden' };

const words: Readonly<Record<GatewayCode, Words>> = {
  browser: neutral,
  'foreign-host': neutral,
  'other-user': neutral,
  proxied: {
    status: 421,
    message:
      'This request came through a proxy. Set NO_PROXY=127.0.0.1,localhost,::1 where HTTP_PROXY is set, so that programs ask NineTray directly.',
  },
  'bad-request': { status: 400, message: 'NineTray could not read this request.' },
  'method-not-allowed': { status: 405, message: 'NineTray takes GET, POST, PUT and DELETE.' },
  'too-large': { status: 413, message: 'The body is larger than 256 KiB.' },
  'two-keys': { status: 400, message: 'Send exactly one token: as the parameter api-key, or as one header.' },
  'no-token': { status: 401, message: 'Send a token of NineTray as the parameter api-key.' },
  'token-unknown': {
    status: 401,
    message: 'NineTray does not know this token. Make a new one in NineTray, under Access.',
  },
  'token-revoked': { status: 401, message: 'This token was revoked. Make a new one in NineTray, under Access.' },
  'token-expired': { status: 401, message: 'This token has expired. Make a new one in NineTray, under Access.' },
  'real-key': {
    status: 401,
    message: 'This is the account’s own key. Programs ask NineTray with a token, which you make under Access.',
  },
  'old-key': {
    status: 401,
    message: 'This is a key that was replaced. Programs ask NineTray with a token, which you make under Access.',
  },
  paused: { status: 503, message: 'The gateway is paused in NineTray.' },
  'unknown-operation': { status: 404, message: 'NineTray knows no such operation of 9Proxy.' },
  'not-in-role': {
    status: 403,
    message: 'The role of this token does not include this operation. Change it in NineTray, under Access.',
  },
  rate: { status: 429, message: 'Too many requests.' },
  cap: { status: 403, message: 'This would exceed a cap of this token. Caps are set in NineTray, under Access.' },
  busy: { status: 503, message: 'Too many requests are waiting.' },
  rotating: { status: 503, message: 'The account’s key is being regenerated.' },
  'key-refused': { status: 503, message: '9Proxy refuses the account’s key. Regenerate it in NineTray.' },
  'no-key': { status: 503, message: 'NineTray has no key for this account now.' },
  elsewhere: { status: 503, message: 'NineTray now asks another address than the one this request was accepted for.' },
  redirected: { status: 502, message: '9Proxy answered with a redirect, which is not followed.' },
  unreachable: { status: 502, message: '9Proxy could not be reached.' },
  'timed-out': { status: 504, message: '9Proxy did not answer in time.' },
  'outcome-unknown': {
    status: 504,
    message: 'No answer came: this may or may not have happened. Check before you send it again.',
  },
  unreadable: { status: 502, message: 'The answer of 9Proxy could not be read.' },
  stopping: { status: 503, message: 'The gateway was switched off.' },
};

/** Seconds after which asking again may succeed. Not there: only the user can change the outcome. */
const retryAfter: Partial<Record<GatewayCode, number>> = {
  rotating: 5,
  'key-refused': 60,
  'no-key': 60,
  paused: 60,
  busy: 1,
  stopping: 60,
};

/** What is answered to a request. `code`: why the gateway refused it; null where 9Proxy answered. */
export interface GatewayAnswer {
  status: number;
  code: GatewayCode | null;
  /** JSON, unless 9Proxy answered with something else. */
  isJson: boolean;
  body: string;
  /** Seconds. */
  retryAfter: number | null;
}

/** The refusal for a code. `detail`: a reason of our own in its place; `seconds`: until it is worth asking again. */
export function refusal(
  code: GatewayCode,
  { detail, seconds }: { detail?: string; seconds?: number } = {},
): GatewayAnswer {
  const { status, message } = words[code];
  const body = JSON.stringify({ success: false, message: detail ?? message, errors: [] });
  return { status, code, isJson: true, body, retryAfter: seconds ?? retryAfter[code] ?? null };
}

/** Whether a refusal names NineTray: not to browsers, strangers and other users. */
export function isNeutral(code: GatewayCode): boolean {
  return words[code] === neutral;
}
