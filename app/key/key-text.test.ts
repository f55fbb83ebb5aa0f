import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeyText } from './key-text';

const KEY = 'aB3dE5gH7jK9mN1p';
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{6,200}[A-Za-z0-9]$/).filter((text) => !/key/i.test(text));

describe('a pasted key', () => {
  it.each([
    KEY,
    `  ${KEY}\n`,
    `"${KEY}"`,
    `'${KEY}',`,
    `“${KEY}”`,
    `\`${KEY}\``,
    `<${KEY}>`,
    `\uFEFF${KEY.slice(0, 4)}\u200B${KEY.slice(4)}\u2060`,
    `api-key=${KEY}`,
    `NINEPROXY_API_KEY="${KEY}"`,
    `export NINEPROXY_API_KEY='${KEY}'`,
    `set API_KEY=${KEY}`,
    `$env:NINEPROXY_API_KEY = "${KEY}"`,
    `NINEPROXY_API_KEY=${KEY}  # the new one`,
    `api-key: ${KEY}`,
    `{"api-key": "${KEY}"}`,
    `# proxies\nHOST=example.com\nNINEPROXY_API_KEY=${KEY}\nPORT=80\n`,
    `https://api.example.com/v3/account?api-key=${KEY}`,
    `https://api.example.com/v3/account?page=1&api-key=${KEY}&limit=2#top`,
    `curl -s "https://api.example.com/v3/account?api-key=${KEY}" | jq .`,
    `?apiKey=${KEY}`,
    `https://api.example.com/?api-key=%61${KEY.slice(1)}`,
  ])('is found in %j', (pasted) => {
    expect(readKeyText(pasted)).toEqual({ ok: true, value: KEY });
  });

  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['""', 'empty'],
    ['\u200B', 'empty'],
    ['https://api.example.com/?api-key=', 'empty'],
    [`${KEY} ${KEY}`, 'spaces'],
    [`A_KEY=${KEY}\nB_KEY=${KEY}x`, 'spaces'],
    ['ключ-доступа', 'characters'],
    ['https://example.com/account', 'characters'],
    [`${KEY}%ZZ`, 'characters'],
    [`https://api.example.com/?api-key=${KEY}%ZZ`, 'characters'],
    ['abc1234', 'too-short'],
    ['a'.repeat(257), 'too-long'],
  ])('%j is refused: %s', (pasted, why) => {
    expect(readKeyText(pasted)).toEqual({ ok: false, problem: { kind: 'key-shape', why } });
  });

  it('is refused without a long search when somebody pastes a book', () => {
    expect(readKeyText('key '.repeat(1_000_000))).toEqual({
      ok: false,
      problem: { kind: 'key-shape', why: 'too-long' },
    });
  });

  it('comes out as it is, however it was wrapped', () => {
    const wrap = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `"${text}"`,
      (text) => ` ${text}\r\n`,
      (text) => `\u200B${text}\u200B`,
      (text) => `NINEPROXY_API_KEY=${text}`,
      (text) => `https://api.example.com/v3/?api-key=${encodeURIComponent(text)}`,
    );
    fc.assert(
      fc.property(key, wrap, (text, wrapped) => {
        expect(readKeyText(wrapped(text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('never throws, and answers with a key of the right shape or a reason', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(fc.constantFrom('api-key=', 'KEY:', '"', '\n', '\u200B', '%', '?', ' '), fc.string()))
          .map((parts) => parts.join('')),
        (pasted) => {
          const result = readKeyText(pasted);
          expect(result.ok ? /^[A-Za-z0-9._-]{8,256}$/.test(result.value) : result.problem.kind === 'key-shape').toBe(
            true,
          );
        },
      ),
    );
  });
});
