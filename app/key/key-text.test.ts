import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnusualKey, readKeyText } from './key-text';

const KEY = 'aB3dE5gH7jK9mN1p';
const key = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~:+/=-]{0,200}[A-Za-z0-9=]$/)
  .filter((text) => !/key|:\/\//i.test(text));

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
    ['https://example.com/account', 'address'],
    ['a'.repeat(2049), 'too-long'],
  ])('%j is refused: %s', (pasted, why) => {
    expect(readKeyText(pasted)).toEqual({ ok: false, problem: { kind: 'key-shape', why } });
  });

  it.each([
    '9p_live:Ab+/9=~',
    'abc1234',
    'QWxhZGRpbjpvcGVu==',
    'c2Vja2V5Zm9ya2V5cw==',
    'mKeY=',
    'key$with!every*sign@(of)#a%keyboard^|',
    `${KEY}%ZZ`,
    'ключ-доступа',
    'a'.repeat(2048),
    `${KEY})`,
  ])('%j is taken as it is, though its form is not the usual one', (pasted) => {
    expect(readKeyText(pasted)).toEqual({ ok: true, value: pasted });
    expect(readKeyText(` "${pasted}"\r\n`)).toEqual({ ok: true, value: pasted });
    expect(readKeyText(`NINEPROXY_API_KEY='${pasted}'`)).toEqual({ ok: true, value: pasted });
    expect(isUnusualKey(pasted)).toBe(true);
  });

  it('of the usual form is not unusual', () => expect(isUnusualKey(KEY)).toBe(false));

  it('is refused quickly when the user pastes a very long text', () => {
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
          expect(result.ok ? /^\S{1,2048}$/.test(result.value) : result.problem.kind === 'key-shape').toBe(true);
        },
      ),
    );
  });
});
