// What a failed fetch means: Node's error codes and Chromium's net:: errors become one of our problems. An error's text
// must not be passed on: it may hold the URL, and with it the key.
import type { Problem } from '../../model/problem';

export interface Failure {
  readonly problem: Problem;
  /** Whether the request may have reached the vendor before it failed. A write that may have must not be called failed. */
  readonly sent: boolean;
}

type Why = Extract<Problem, { kind: 'unreachable' }>['why'];

/** Failures of which it is certain that they come before the first byte of the request is sent. */
const before = new Map<string, Why | 'timed-out'>(
  Object.entries({
    ENOTFOUND: 'name',
    EAI_AGAIN: 'name',
    EAI_NODATA: 'name',
    EAI_NONAME: 'name',
    ERR_NAME_NOT_RESOLVED: 'name',
    ERR_NAME_RESOLUTION_FAILED: 'name',
    ERR_DNS_TIMED_OUT: 'name',
    ERR_DNS_MALFORMED_RESPONSE: 'name',
    ERR_DNS_SERVER_FAILED: 'name',
    ERR_ICANN_NAME_COLLISION: 'name',
    ECONNREFUSED: 'refused',
    ERR_CONNECTION_REFUSED: 'refused',
    ERR_INTERNET_DISCONNECTED: 'offline',
    ENETDOWN: 'offline',
    ERR_CONNECTION_FAILED: 'other',
    ERR_SSL_PROTOCOL_ERROR: 'other',
    ERR_NETWORK_ACCESS_DENIED: 'other',
    ERR_BLOCKED_BY_CLIENT: 'other',
    ERR_BLOCKED_BY_ADMINISTRATOR: 'other',
    ERR_UNSAFE_PORT: 'other',
    ERR_CONNECTION_TIMED_OUT: 'timed-out',
    UND_ERR_CONNECT_TIMEOUT: 'timed-out',
    ERR_TUNNEL_CONNECTION_FAILED: 'proxy',
    ERR_SOCKS_CONNECTION_FAILED: 'proxy',
    ERR_SOCKS_CONNECTION_HOST_UNREACHABLE: 'proxy',
    ERR_NO_SUPPORTED_PROXIES: 'proxy',
    ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: 'proxy',
    ERR_PAC_SCRIPT_FAILED: 'proxy',
    ERR_PAC_NOT_IN_DHCP: 'proxy',
    ERR_UNEXPECTED_PROXY_AUTH: 'proxy',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
    SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
    UNABLE_TO_GET_ISSUER_CERT: 'certificate',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  } as const),
);

/** Our name for what Electron reports without a code. */
const redirectCancelled = 'redirect-cancelled';

const redirects: ReadonlySet<string> = new Set([
  redirectCancelled,
  'ERR_UNSAFE_REDIRECT',
  'ERR_INVALID_REDIRECT',
  'ERR_TOO_MANY_REDIRECTS',
]);

/** Families of the same kind. */
const beforeFamilies: readonly (readonly [RegExp, Why])[] = [
  [/^ERR_PROXY_/, 'proxy'],
  [/^(ERR_)?CERT_/, 'certificate'],
  [/^ERR_TLS_CERT_/, 'certificate'],
  [/^ERR_(SSL_(VERSION|UNRECOGNIZED_NAME|PINNED|OBSOLETE)|CERTIFICATE_TRANSPARENCY)/, 'certificate'],
];

/** Failures that can also strike in the middle of a request, unless the error says that it was connecting. */
const during = new Map<string, Why | 'timed-out'>(
  Object.entries({
    ERR_NETWORK_CHANGED: 'offline',
    ERR_NETWORK_IO_SUSPENDED: 'offline',
    ENETUNREACH: 'offline',
    EHOSTUNREACH: 'other',
    ERR_ADDRESS_UNREACHABLE: 'other',
    ETIMEDOUT: 'timed-out',
    ERR_TIMED_OUT: 'timed-out',
    UND_ERR_HEADERS_TIMEOUT: 'timed-out',
    UND_ERR_BODY_TIMEOUT: 'timed-out',
  } as const),
);

/** Reads any thrown value. The first code on its chain of causes that is known decides; otherwise: `other`, perhaps sent. */
export function readFailure(thrown: unknown): Failure {
  for (const { code, connecting } of marksOf(thrown, 0)) {
    // An answer did arrive: a redirect that could not be passed on, or one that cannot be followed.
    if (redirects.has(code)) return { problem: { kind: 'redirected' }, sent: true };
    const early = before.get(code) ?? beforeFamilies.find(([pattern]) => pattern.test(code))?.[1];
    if (early !== undefined) return { problem: problemOf(early), sent: false };
    const late = during.get(code);
    if (late !== undefined) return { problem: problemOf(late), sent: !connecting };
  }
  return { problem: { kind: 'unreachable', why: 'other' }, sent: true };
}

function problemOf(why: Why | 'timed-out'): Problem {
  return why === 'timed-out' ? { kind: 'timed-out' } : { kind: 'unreachable', why };
}

interface Mark {
  readonly code: string;
  readonly connecting: boolean;
}

/** `code` fields, and `net::ERR_…` in messages, of an error, its causes and the errors it gathers. */
function marksOf(thrown: unknown, depth: number): Mark[] {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return [];
  const error: { code?: unknown; message?: unknown; syscall?: unknown; cause?: unknown; errors?: unknown } = thrown;
  const connecting = error.syscall === 'connect';
  const codes: unknown[] = [error.code];
  if (typeof error.message === 'string') {
    codes.push(/net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]);
    if (error.message === 'Redirect was cancelled') codes.push(redirectCancelled);
  }
  const own = codes.filter((code) => typeof code === 'string').map((code) => ({ code, connecting }));
  const gathered = Array.isArray(error.errors) ? error.errors.flatMap((inner) => marksOf(inner, depth + 1)) : [];
  return [...own, ...marksOf(error.cause, depth + 1), ...gathered];
}
