import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../../../build/paths.mjs';
import { defaultSession } from '../../model/session-id';
import {
  contentSecurityPolicy,
  isPage,
  pageFile,
  pageHeaders,
  pagePartition,
  pagePreferences,
  withLanguage,
  withSnapshot,
} from './page';

describe('pagePartition', () => {
  it('gives each window of each session one of its own, in memory', () => {
    const names = [
      pagePartition('popover', defaultSession),
      pagePartition('account', defaultSession),
      pagePartition('account', 'second'),
    ];
    expect(names).toEqual(['ninetray-popover', 'ninetray-account', 'ninetray-account-second']);
    expect(names.filter((name) => name.startsWith('persist:'))).toEqual([]);
  });
});

describe('pageFile', () => {
  it('finds the files of a build', () => {
    expect(pageFile('ninetray://app/popover/popover.html?x=1#y')).toEqual({
      path: 'popover/popover.html',
      type: 'text/html; charset=utf-8',
      isDocument: true,
    });
    expect(pageFile('ninetray://app/assets/popover-Bx_1-2.js')).toEqual({
      path: 'assets/popover-Bx_1-2.js',
      type: 'text/javascript; charset=utf-8',
      isDocument: false,
    });
  });

  it.each([
    'ninetray://app/',
    'ninetray://app/popover',
    'ninetray://app/main.map',
    'ninetray://app/settings.json',
    'ninetray://app/..%2fmain%2fmain.js',
    'ninetray://app/a/..%2f..%2fmain.js',
    'ninetray://app/%2fetc/x.js',
    'ninetray://app//etc/x.js',
    'ninetray://app/..%5cmain.js',
    'ninetray://app/c:%5cx.js',
    'ninetray://app/x.js%00.html',
    'ninetray://app/.git/x.js',
    'ninetray://app/%E0%A4%A.js',
    'ninetray://app/x.__proto__',
    'ninetray://other/x.js',
    'ninetray://app:80/x.js',
    'ninetray://user@app/x.js',
    'ninetrays://app/x.js',
    'file:///x.js',
    'https://app/x.js',
    'x.js',
  ])('serves nothing for %s', (url) => {
    expect(pageFile(url)).toBeNull();
  });

  it('never leaves its folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '%2f',
      '%2e',
      '\\',
      '%5c',
      'a',
      'b.js',
      '%00',
      '//',
      '~',
      '%25',
      ':',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('.js', '.html', ''), (pieces, end) => {
        const file = pageFile(`ninetray://app/${pieces.join('')}${end}`);
        const path = file?.path ?? 'ok.js';
        expect(path).not.toMatch(/(^|\/)\.|^\/|\\|\/\/|%/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isPage', () => {
  it('is our origin and no other', () => {
    expect(isPage('ninetray://app/popover/popover.html')).toBe(true);
    expect(isPage('ninetray://app.evil/popover.html')).toBe(false);
    expect(isPage('about:blank')).toBe(false);
    expect(isPage('not an address')).toBe(false);
  });
});

describe('the content security policy', () => {
  it('grants our own files and no connection', () => {
    const policy = contentSecurityPolicy(null);
    expect(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")).toBe(true);
    for (const rule of [
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "worker-src 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(policy).not.toMatch(/unsafe|http|ws:|\*/);
  });
  it('is looser for hot reload alone', () => {
    const policy = contentSecurityPolicy('http://127.0.0.1:5173');
    expect(policy).toContain('connect-src http://127.0.0.1:5173 ws://127.0.0.1:5173;');
    expect(policy).not.toContain('unsafe-eval');
  });
  it('comes with every answer, and no document is kept', () => {
    expect(pageHeaders('text/html', null)).toMatchObject({
      'Content-Type': 'text/html',
      'Content-Security-Policy': contentSecurityPolicy(null),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
  });
});

describe('withLanguage', () => {
  it('names language, direction and locale where the document begins, of each page as it is on disk', () => {
    const language = { language: 'en', locale: 'en-DE-u-nu-latn', direction: 'ltr' } as const;
    for (const name of ['popover', 'account', 'wizard']) {
      const html = readFileSync(join(root, `renderer/${name}/${name}.html`), 'utf8');
      const page = withLanguage(html, language);
      expect(page).toContain('<html lang="en" dir="ltr" data-locale="en-DE-u-nu-latn">');
      expect(page.length).toBeGreaterThan(html.length);
    }
  });
});

describe('withSnapshot', () => {
  const html = '<head><!--snapshot--></head><body></body>';

  it('brings the state, whatever is in it, back unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        expect(readBack(withSnapshot(html, JSON.stringify(state)))).toEqual(JSON.parse(JSON.stringify(state)));
      }),
    );
  });

  it('has the words of another language before it, which cannot end their element either', () => {
    expect(withSnapshot(html, '1', '{"tray":{"refresh":"</script>"}}')).toBe(
      String.raw`<head><script type="application/json" id="words">{"tray":{"refresh":"\u003c/script\u003e"}}</script>` +
        '<script type="application/json" id="snapshot">1</script></head><body></body>',
    );
  });

  it('lets nothing break out of its element', () => {
    const nasty = fc.constantFrom(
      '</script>',
      '<!--',
      '-->',
      '<script>',
      '&lt;',
      '\u2028',
      '\u2029',
      "$&$'$`$1",
      ']]>',
      '"',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string()), { maxLength: 8 }), (parts) => {
        const page = withSnapshot(html, JSON.stringify(parts));
        const inside = page.slice(page.indexOf('id="snapshot">') + 14, page.lastIndexOf('</script>'));
        expect(inside).not.toMatch(/[<>&\u2028\u2029]/);
        expect(page.endsWith('</script></head><body></body>')).toBe(true);
        expect(readBack(page)).toEqual(parts);
      }),
    );
  });

  function readBack(page: string): unknown {
    const [, json = ''] = /<script type="application\/json" id="snapshot">(.*)<\/script>/.exec(page) ?? [];
    return JSON.parse(json);
  }
});

describe('pagePreferences', () => {
  it('confines the page', () => {
    expect(pagePreferences('/p.cjs', true)).toMatchObject({
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(pagePreferences('/p.cjs', false).devTools).toBe(true);
  });
});
