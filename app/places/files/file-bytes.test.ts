// Whatever is around the key: only the key changes. In bytes, in every format and encoding.
/** @module-tag sweep */
import * as fc from 'fast-check';
import fs from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromGateway, toGateway } from './content/file-change';
import { type FileTestbed, fileTestbed, longerKey, newKey, oldKey, update, updatedText } from './file-update.fixture';

let bed: FileTestbed;
beforeEach(() => {
  bed = fileTestbed();
});
afterEach(() => {
  fs.rmSync(bed.folder, { recursive: true, force: true });
});

/** Ends of lines, marks and bytes that tempt a writer to "repair" them. None has a letter, a digit or a byte beyond ASCII at its border. */
const piece = fc.oneof(
  fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\t',
    '  ',
    '"',
    "'",
    '=',
    '$',
    '`',
    '\\',
    '%',
    '&',
    '#x ',
    '{}',
    '',
    '\u2028 ',
    ' ä€😀 ',
  ),
  fc.constantFrom(` x${oldKey} `, ` ${oldKey}0 `, ` ${oldKey}-b `, ` a.${oldKey} `, ` ä${oldKey}`.slice(0, -1)),
  fc.string().map((text) => ` ${text} `),
);
const around = fc.array(piece, { maxLength: 12 }).map((pieces) => `${pieces.join('')}\n=`);
const behind = fc.array(piece, { maxLength: 12 }).map((pieces) => `\n${pieces.join('')}`);
const nextKey = fc.constantFrom(newKey, longerKey, 'short');

it('replaces the key in plain text and no other byte, whatever is around it', async () => {
  await fc.assert(
    fc.asyncProperty(around, behind, fc.boolean(), nextKey, async (before, after, hasMark, next) => {
      const text = (key: string) => Buffer.from(`${hasMark ? '\uFEFF' : ''}${before}${key}${after}`, 'utf8');
      fc.pre(!text(oldKey).includes(0));
      const path = bed.write('script.sh', text(oldKey));
      expect(await update(path, { old: oldKey, next }, bed.options)).toEqual(text(next));
    }),
    { numRuns: 40 },
  );
});

it('replaces the key among bytes that are no text in any encoding', async () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((all) => Buffer.from(all.filter((byte) => byte !== 0)));
  await fc.assert(
    fc.asyncProperty(bytes, bytes, nextKey, async (before, after, next) => {
      const content = (key: string) => Buffer.concat([before, Buffer.from(`\n${key}\n`), after]);
      fc.pre(!/^(?:\xff\xfe|\xfe\xff)/.test(before.toString('latin1')));
      const path = bed.write('data.txt', content(oldKey));
      expect(await update(path, { old: oldKey, next }, bed.options)).toEqual(content(next));
    }),
    { numRuns: 40 },
  );
});

it.each(['utf-16le', 'utf-16be'] as const)(
  'replaces the key in %s, with and without a byte order mark',
  async (encoding) => {
    await fc.assert(
      fc.asyncProperty(around, behind, fc.boolean(), nextKey, async (before, after, hasMark, next) => {
        fc.pre(!`${before}${after}`.includes('\0') && (hasMark || /^[ -~\s]*$/.test(before + after)));
        const content = (key: string) => {
          const bytes = Buffer.from(`${hasMark ? '\uFEFF' : ''}${before}${key}${after}`, 'utf16le');
          return encoding === 'utf-16le' ? bytes : bytes.swap16();
        };
        const path = bed.write('profile.ps1', content(oldKey));
        expect(await update(path, { old: oldKey, next }, bed.options)).toEqual(content(next));
      }),
    );
  },
);

/** § is the key as it is read. */
it.each([
  ['.env', `# was ${oldKey}\r\nexport NINEPROXY_KEY="§" # mine\r\nOTHER='x${oldKey}'\r\nNINEPROXY_KEY=§`],
  ['settings.json', `\uFEFF{\n  // ${oldKey}\n  "a": {"key": "§", "list": ["x\\n§",],},\n\t"long": "${oldKey}2"}`],
  ['book.ipynb', `{"cells":[{"source":["k = '§'\\n"],"outputs":[{"text":["${oldKey}\\n"]}]}]}`],
  ['compose.yaml', `# ${oldKey}\na: &w\n  environment:\n    - K=§\nb: *w\n---\nkey: !Ref '§'\n...\n`],
  ['run.yml', `script: |\n  # token §\n  curl "?api-key=§"\n`],
  ['config.toml', `[a]\nkey = "§" # c\nother = '§'\nd = 2026-01-01\n# ${oldKey}`],
  ['app.service', `[Service]\nEnvironment="K=§"\n;${oldKey}\nExecStart=/bin/x --key=§\n`],
  ['app.properties', `a.key = §\n! ${oldKey}\n`],
  ['Dockerfile', 'FROM x\nENV K=§\n'],
  ['job.py', `key = '§'\n# ${oldKey}\n`],
  ['fish.fish', 'set -x K §\n'],
  ['a.plist', '<string>§</string>'],
  ['q.http', `GET https://api.9proxy.com/client/v1/x?api-key=§\n// ${oldKey}\n`],
])('replaces what is read as the key in %s, and leaves comments, outputs and longer texts', async (name, text) => {
  for (const next of [newKey, longerKey]) {
    const path = bed.write(name, text.replaceAll('§', oldKey));
    expect(await updatedText(path, { old: oldKey, next }, bed.options)).toBe(text.replaceAll('§', next));
  }
});

it.each([
  ['', ''],
  ['"', '"\r'],
  ["'", "'"],
])(
  'replaces a value of a Secret that is the key in base64, with its line break and padding, between %j and %j',
  async (before, after) => {
    for (const ending of ['', '\n', '\r\n']) {
      for (const next of [newKey, `${newKey}x`, `${newKey}xy`]) {
        const base64 = (key: string) => Buffer.from(`${key}${ending}`).toString('base64');
        const text = (key: string) =>
          [
            'kind: Secret',
            `stringData: {a: "${base64(oldKey)}"}`,
            'data:',
            `  key: ${before}${base64(key)}${after}`,
            `  both: ${Buffer.from(`${oldKey} ${oldKey}`).toString('base64')}`,
            `  bare: ${base64(oldKey).includes('=') ? base64(key).replaceAll('=', '') : base64(key)}`,
            '',
          ].join('\n');
        const path = bed.write('secret.yaml', text(oldKey));
        expect(await updatedText(path, { old: oldKey, next }, bed.options)).toBe(text(next));
      }
    }
  },
);

it('replaces a value in base64 in a list of Secrets in JSON', async () => {
  const text = (key: string) =>
    JSON.stringify({ items: [{ kind: 'Secret', data: { k: Buffer.from(key).toString('base64') } }] }, null, '\t');
  const path = bed.write('secrets.json', text(oldKey));
  expect(await updatedText(path, { old: oldKey, next: longerKey }, bed.options)).toBe(text(longerKey));
});

it('moves a file to the gateway with its address, and back to the same bytes', async () => {
  const gateway = { token: 'ntkAbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCd', address: 'http://127.0.0.1:9990' };
  const line = (address: string, key: string) => `URL=${address}/client/v1\nBASE="${address}"\nK=${key}\n`;
  const rest = '# https://api.9proxy.com\nX=https://api.9proxy.com.example\n';
  const text = (address: string, key: string) => line(address, key) + rest;
  const path = bed.write('.env', text('https://api.9proxy.com', oldKey));
  expect(await updatedText(path, toGateway(oldKey, gateway), bed.options)).toBe(text(gateway.address, gateway.token));
  expect(await updatedText(path, fromGateway(oldKey, gateway), bed.options)).toBe(
    text('https://api.9proxy.com', oldKey),
  );
});
