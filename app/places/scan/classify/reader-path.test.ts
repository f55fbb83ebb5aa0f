import { expect, it } from 'vitest';
import { describeFile } from './describe-file';
import { Matcher } from '../match/matcher';
import { compilePatterns } from '../match/patterns';

const KEY = 'k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ';

function described(path: string, text: string | Buffer) {
  const content = Buffer.from(text);
  const matches = new Matcher(compilePatterns([KEY])).find(content);
  return describeFile({ path, content, matches, salt: Buffer.alloc(32) });
}

const encoded = Buffer.from(`${KEY}\n`).toString('base64');

it.each([
  ['.env', `A=1\nexport NINEPROXY_KEY="${KEY}"\n`, ['NINEPROXY_KEY']],
  ['config.fish', `set -gx NINEPROXY_KEY ${KEY}\n`, ['NINEPROXY_KEY']],
  ['profile.ps1', `$env:NINEPROXY_KEY = '${KEY}'\n`, ['NINEPROXY_KEY']],
  ['Dockerfile', `FROM a\nENV NINEPROXY_KEY ${KEY}\n`, ['NINEPROXY_KEY']],
  ['x.service', `[Service]\nEnvironment="NINEPROXY_KEY=${KEY}"\n`, ['Service.NINEPROXY_KEY']],
  ['a.ini', `[one]\na=1\n[two]\nkey = ${KEY}\n`, ['two.key']],
  ['a.json', `{"servers":[{"env":{"KEY":"${KEY}"}}]}`, ['servers[0].env.KEY']],
  ['a.jsonc', `{ // all\n "a": { "b": "x?api-key=${KEY}", }, }`, ['a.b']],
  ['a.yaml', `a:\n  - x\n  - url: http://h/?api-key=${KEY}\n---\nb: ${KEY}\n`, ['a[1].url', 'b']],
  ['secret.yaml', `data:\n  key: ${encoded}\n`, ['data.key']],
  ['helm.yaml', `{{ if .x }}\nkey: ${KEY}\n{{ end }}\n`, ['key']],
  ['a.toml', `[proxy]\nkeys = ["a", "${KEY}"]\n`, ['proxy.keys[1]']],
  ['a.py', `client = Client(api_key="${KEY}")\n`, ['api_key']],
  ['run.sh', `curl "https://h/v1?page=1&api-key=${KEY}"\n`, ['api-key']],
  ['ä.json', `{"ä": "ö", "k": "${KEY}"}`, ['k']],
  ['run.sh', `A=1 KEY=${KEY} node main.js\n`, ['KEY']],
  ['a.conf', `proxy: http://h/${KEY}\n`, ['proxy']],
  ['note.txt', `${KEY}\n`, []],
])('says where a reader of %s finds the key', (path, text, expected) => {
  const row = described(`/p/${path}`, text);
  expect(row.readers).toStrictEqual(expected);
  expect(row.canUpdate).toBe(true);
});

it('says where a reader of a UTF-16 file finds the key', () => {
  const text = Buffer.from(`\u{feff}{"key": "${KEY}"}`, 'utf16le');
  expect(described('/p/a.json', text)).toMatchObject({ class: 'config', readers: ['key'], count: { current: 1 } });
});

it('tells the output of a notebook from its source', () => {
  const cell = (source: string, output: string) => ({ cells: [{ source: [source], outputs: [{ text: [output] }] }] });
  expect(described('/p/a.ipynb', JSON.stringify(cell(KEY, 'x')))).toMatchObject({
    class: 'code',
    readers: ['cells[0].source[0]'],
  });
  expect(described('/p/a.ipynb', JSON.stringify(cell('x', KEY)))).toMatchObject({ class: 'history', readers: [] });
});

it('names a variable that is set twice, wherever the key is', () => {
  expect(described('/p/.env', `KEY=${KEY}\nB=1\nexport KEY=other\n`).repeated).toBe('KEY');
  expect(described('/p/.env', `KEY=${KEY}\nB=1\nB=2\n`).repeated).toBeNull();
});

it('counts whole keys and parts of longer texts apart', () => {
  const row = described('/p/.env', `KEY=${KEY}\nB=${KEY}x\n`);
  expect(row).toMatchObject({ count: { current: 1, old: 0 }, parts: 1, class: 'config' });
  expect(described('/p/.env', `B=${KEY}x\n`)).toMatchObject({ parts: 1, class: 'part', canUpdate: false });
});

it('has the same digest for the same content alone', () => {
  const digest = described('/p/.env', `KEY=${KEY}\n`).digest;
  expect(described('/q/.env', `KEY=${KEY}\n`).digest).toBe(digest);
  expect(described('/p/.env', `KEY=${KEY}\n\n`).digest).not.toBe(digest);
});

it('leaves nothing of the key in the content', () => {
  const content = Buffer.from(`KEY=${KEY}\nB: ${encoded}\n`);
  const matches = new Matcher(compilePatterns([KEY])).find(content);
  const row = describeFile({ path: '/p/.env', content, matches, salt: Buffer.alloc(32) });
  expect(matches).toHaveLength(2);
  expect(content.toString()).not.toContain(KEY.slice(0, 6));
  expect(content.toString()).not.toContain(encoded.slice(0, 6));
  expect(JSON.stringify(row)).not.toContain(KEY);
});

it('is not held up by files that are made for it', () => {
  const long = `${'a=b,'.repeat(1_000_000)}key=${KEY}`;
  expect(described('/p/long.ts', long).readers).toStrictEqual(['key']);
  const many = `key: ${KEY}\n`.repeat(1000);
  expect(described('/p/many.txt', many)).toMatchObject({ count: { current: 1000 }, readers: ['key'] });
  const deep = `${'['.repeat(100_000)}"${KEY}"`;
  expect(described('/p/deep.yaml', deep)).toMatchObject({ class: 'config', readers: [] });
});
