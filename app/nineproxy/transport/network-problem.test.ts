// Thrown fetch errors, as Node and Chromium write them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFailure } from './network-problem';

const failedFetch = (cause: object) => Object.assign(new TypeError('fetch failed'), { cause });
const chromium = (code: string) => new Error(`net::${code}`);
const unreachable = (why: string) => ({ kind: 'unreachable', why });

describe('a failed request', () => {
  it.each([
    [failedFetch({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), unreachable('name'), false],
    [failedFetch({ code: 'EAI_AGAIN' }), unreachable('name'), false],
    [failedFetch({ code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED' }] }), unreachable('refused'), false],
    [failedFetch(new AggregateError([{ code: 'ECONNREFUSED' }])), unreachable('refused'), false],
    [failedFetch({ code: 'ENETUNREACH', syscall: 'connect' }), unreachable('offline'), false],
    [failedFetch({ code: 'ENETUNREACH', syscall: 'read' }), unreachable('offline'), true],
    [failedFetch({ code: 'ETIMEDOUT', syscall: 'connect' }), { kind: 'timed-out' }, false],
    [failedFetch({ code: 'UND_ERR_CONNECT_TIMEOUT' }), { kind: 'timed-out' }, false],
    [failedFetch({ code: 'UND_ERR_HEADERS_TIMEOUT' }), { kind: 'timed-out' }, true],
    [failedFetch({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), unreachable('certificate'), false],
    [failedFetch({ code: 'CERT_HAS_EXPIRED' }), unreachable('certificate'), false],
    [failedFetch({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), unreachable('certificate'), false],
    [failedFetch({ code: 'ECONNRESET' }), unreachable('other'), true],
    [failedFetch({ code: 'constructor' }), unreachable('other'), true],
    [chromium('ERR_NAME_NOT_RESOLVED'), unreachable('name'), false],
    [chromium('ERR_INTERNET_DISCONNECTED'), unreachable('offline'), false],
    [chromium('ERR_NETWORK_CHANGED'), unreachable('offline'), true],
    [chromium('ERR_CONNECTION_REFUSED'), unreachable('refused'), false],
    [chromium('ERR_CERT_AUTHORITY_INVALID'), unreachable('certificate'), false],
    [chromium('ERR_PROXY_CONNECTION_FAILED'), unreachable('proxy'), false],
    [chromium('ERR_TUNNEL_CONNECTION_FAILED'), unreachable('proxy'), false],
    [chromium('ERR_CONNECTION_TIMED_OUT'), { kind: 'timed-out' }, false],
    [chromium('ERR_EMPTY_RESPONSE'), unreachable('other'), true],
    [new Error('Redirect was cancelled'), { kind: 'redirected' }, true],
    [chromium('ERR_UNSAFE_REDIRECT'), { kind: 'redirected' }, true],
    ['nonsense', unreachable('other'), true],
    [null, unreachable('other'), true],
  ])('%o means %o', (thrown, problem, sent) => {
    expect(readFailure(thrown)).toEqual({ problem, sent });
  });

  it('may be anything, and may go round in circles', () => {
    const circle: { code: string; cause?: unknown } = { code: 'X' };
    circle.cause = circle;
    expect(readFailure(circle)).toEqual({ problem: unreachable('other'), sent: true });
    fc.assert(fc.property(fc.anything(), (thrown) => void readFailure(thrown)));
  });
});
