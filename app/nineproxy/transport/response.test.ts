// What answers mean, one row for each kind.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../model/problem';
import { problemSchema } from '../../model/problem';
import { parseJson, readAnswer, retryAfter } from './response';
import type { Asked } from './response';
import { createRedactor } from './redact';

const key = 'aB3dE5fG7hJ9kL2m';
const url = `https://api.9proxy.com/client/v1/account/get-info?page=1&api-key=${key}`;
const known: Asked = { url, write: false, certainty: 'documented' };
const guessed: Asked = { url, write: false, certainty: 'inferred' };
const write: Asked = { url, write: true, certainty: 'inferred' };
const page = '<!DOCTYPE html><title>9Proxy</title>';

function read(asked: Asked, status: number, body: unknown = '', headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = { status, header: (name: string) => headers[name] ?? null, body: text, json: parseJson(text) };
  return readAnswer(answer, asked, createRedactor(key));
}

describe('an answer', () => {
  it('hands over the result of a success', () => {
    expect(read(known, 200, { success: true, message: 'ok', result: { id: 1 } })).toEqual({
      ok: true,
      value: { id: 1 },
    });
    expect(read(known, 200, { result: [] })).toEqual({ ok: true, value: [] });
    expect(read(known, 200, '\ufeff{"result":1}'.slice(1), { 'content-type': 'text/html' })).toMatchObject({
      ok: true,
    });
    expect(read(write, 200, { success: 'true' })).toEqual({ ok: true, value: undefined });
    expect(read(write, 204)).toEqual({ ok: true, value: undefined });
  });

  const rejected = (message: string) => ({ kind: 'rejected', message }) as const;
  const blocked = { kind: 'blocked-on-the-way' } as const;
  const cases: [string, Problem, Asked, number, unknown?, Record<string, string>?][] = [
    ['401', { kind: 'key-refused' }, known, 401, { success: false, message: 'Unauthorized', errors: [] }],
    ['403', { kind: 'key-refused' }, known, 403, { success: false, message: 'Forbidden' }],
    ['403 with errors only', { kind: 'key-refused' }, known, 403, { message: 'Forbidden', errors: ['Forbidden'] }],
    ['refusal with 200', { kind: 'key-refused' }, known, 200, { success: false, message: 'Permission denied!' }],
    ['refusal with 400', { kind: 'key-refused' }, known, 400, { success: 0, message: 'Invalid API key' }],
    ['refusal among the errors', { kind: 'key-refused' }, known, 400, { errors: ['api-key is invalid'] }],
    ['refusal that is no envelope', rejected('Permission denied'), known, 400, { message: 'Permission denied' }],
    ['Cloudflare 1020', blocked, known, 403, 'error code: 1020', { 'content-type': 'text/plain' }],
    ['filter page', blocked, known, 403, '<html>Blocked by your company</html>', { 'content-type': 'text/html' }],
    ['gateway that wants a password', blocked, known, 401, page, { 'www-authenticate': 'Basic realm="gateway"' }],
    ['challenge', blocked, known, 403, page, { 'cf-mitigated': 'challenge' }],
    ['challenge with 503', blocked, known, 503, page, { 'cf-mitigated': 'challenge' }],
    ['401 without a body', blocked, known, 401],
    ['gateway in JSON', blocked, known, 403, { message: 'Forbidden' }],
    ['Cloudflare in JSON', blocked, known, 403, { success: false, errors: [{ code: 1020, message: 'denied' }] }],
    ['Cloudflare, newer', blocked, known, 403, { title: 'Error 1020', status: 403, cloudflare_error: true }],
    ['403 that says success', blocked, known, 403, { success: true, message: 'ok' }],
    ['403 with a list', blocked, known, 403, ['Forbidden']],
    ['451', blocked, known, 451, page],
    ['sign-in of a network', blocked, known, 511, page],
    ['block of a write', blocked, write, 403, 'error code: 1020'],
    ['404', { kind: 'not-offered' }, known, 404, page],
    ['405', { kind: 'not-offered' }, known, 405],
    ['page on a known path', { kind: 'unreadable-answer', why: 'html' }, known, 200, page],
    ['page on an inferred path', { kind: 'not-offered' }, guessed, 200, page],
    ['page without a doctype', { kind: 'not-offered' }, guessed, 200, 'Hello', { 'content-type': 'text/html' }],
    ['page with 400', { kind: 'unreadable-answer', why: 'html' }, known, 400, page],
    [
      '400',
      rejected('page must be positive'),
      known,
      400,
      { message: 'Bad request', errors: ['page must be positive'] },
    ],
    ['409 with the key in it', rejected('key ••• exists'), known, 409, { message: `key ${key} exists` }],
    ['422 without words', rejected(''), known, 422, 'nonsense'],
    ['success: false with 200', rejected('no IPs left'), known, 200, { success: 'false', message: 'no IPs left' }],
    ['408', { kind: 'timed-out' }, known, 408],
    ['408 to a write', { kind: 'outcome-unknown' }, write, 408],
    ['407', { kind: 'unreachable', why: 'proxy' }, known, 407],
    ['429', { kind: 'rate-limited', until: null }, known, 429],
    ['500', { kind: 'server-trouble', status: 500 }, known, 500, page],
    ['503 to a write', { kind: 'server-trouble', status: 503 }, write, 503],
    ['504 to a write', { kind: 'outcome-unknown' }, write, 504],
    ['nothing', { kind: 'unreadable-answer', why: 'empty' }, known, 200, ' \n'],
    ['nothing to a write', { kind: 'outcome-unknown' }, write, 200],
    ['half an answer', { kind: 'unreadable-answer', why: 'not-json' }, known, 200, '{"success":tr'],
    ['half an answer to a write', { kind: 'outcome-unknown' }, write, 200, '{"success":tr'],
    ['a number', { kind: 'unreadable-answer', why: 'shape' }, known, 200, '7'],
    ['no result', { kind: 'unreadable-answer', why: 'shape' }, known, 200, { success: true }],
    ['redirect to itself', { kind: 'redirect-loop' }, known, 308, '', { location: url }],
    [
      'relative one',
      { kind: 'redirect-loop' },
      known,
      301,
      '',
      { location: url.slice('https://api.9proxy.com'.length) },
    ],
    [
      'one to itself, written otherwise',
      { kind: 'redirect-loop' },
      known,
      302,
      '',
      { location: `?api-key=%61${key.slice(1)}&page=1#top` },
    ],
    ['redirect elsewhere', { kind: 'redirected' }, known, 302, '', { location: url.replace('api.', 'www.') }],
    ['redirect to a neighbour', { kind: 'redirected' }, known, 302, '', { location: '/login' }],
    ['redirect to nowhere', { kind: 'redirected' }, known, 302],
    ['redirect to nonsense', { kind: 'redirected' }, known, 302, '', { location: 'http://[' }],
  ];

  it.each(cases)('%s', (_, problem, asked, status, body, headers) => {
    expect(read(asked, status, body, headers)).toEqual({ ok: false, problem });
  });

  it('takes a key for rejected only in the vendor’s own words', () => {
    const own = { success: false, message: 'Forbidden', errors: [] };
    const others = ['error code: 1020', '<html>Blocked</html>', '', '{}', { message: 'Forbidden' }, ['Forbidden']];
    for (const status of [401, 403]) {
      expect(read(known, status, own)).toEqual({ ok: false, problem: { kind: 'key-refused' } });
      for (const body of others) expect(read(known, status, body)).toEqual({ ok: false, problem: blocked });
    }
  });

  it('is always a result of the closed union, without a piece of the key', () => {
    const echo = fc.constantFrom(
      key,
      encodeURIComponent(key),
      key.slice(3, 12),
      Buffer.from(key).toString('base64'),
      '',
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.tuple(fc.json(), echo).map(([json, said]) => `{"success":false,"message":"${said}","errors":${json}}`),
      echo.map((said) => `<html>${said}`),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        body,
        fc.record({
          location: fc.oneof(fc.string(), fc.constantFrom(url, 'https://www.example/', '/x')),
          'content-type': fc.string(),
        }),
        fc.constantFrom(known, guessed, write),
        (status, text, headers, asked) => {
          const result = read(asked, status, text, headers);
          if (result.ok) return;
          expect(problemSchema.safeParse(result.problem).success).toBe(true);
          for (let at = 0; at + 6 <= key.length; at += 1) {
            expect(JSON.stringify(result)).not.toContain(key.slice(at, at + 6));
          }
        },
      ),
    );
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0);
  const asked = (headers: Record<string, string>) => retryAfter({ header: (name) => headers[name] ?? null }, now);

  it('is seconds or a date, and at most a day', () => {
    expect(asked({ 'retry-after': '7' })).toBe(7000);
    expect(asked({ 'retry-after': 'Thu, 01 Jan 2026 12:00:30 GMT' })).toBe(30_000);
    expect(asked({ 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' })).toBe(0);
    expect(asked({ 'retry-after': '99999999999' })).toBe(86_400_000);
    expect(asked({ 'retry-after': 'soon' })).toBeNull();
    expect(asked({})).toBeNull();
  });

  it('is reckoned by the server’s own clock where it says what time it has', () => {
    expect(asked({ 'retry-after': 'Thu, 01 Jan 2026 15:00:30 GMT', date: 'Thu, 01 Jan 2026 15:00:00 GMT' })).toBe(
      30_000,
    );
  });
});
