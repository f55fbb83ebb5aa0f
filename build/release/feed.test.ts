import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFeed } from '../../app/updates/feed';
import { builtInFeedKeys, feedKey } from '../../app/updates/feed-keys';
import { root } from '../paths.mjs';
import { filesOf, publicKeyOf, signFeed } from './feed-format.mjs';
import { builtInKeys, isTag, feedKeysProblem } from './feed-keys.mjs';

const now = Date.UTC(2026, 10, 22, 12);
const notes = 'https://ninetray.github.io/ninetray/releases/0.1.0.html';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-feed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
}

/** Runs the script over the folder; `input` answers its question. */
function runScript(args: readonly string[], input = '') {
  const script = join(root, 'build/release/sign-feed.mjs');
  return spawnSync(process.execPath, [script, '--folder', folder, ...args], { encoding: 'utf8', input });
}

describe('a signed feed', () => {
  it('is read by NineTray as it was written, and not after a byte of it changed', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    put(`NineTray-${version}-linux-amd64.deb`, 'a package');
    const files = filesOf(folder, version);
    const times = { released: '2026-11-20T08:00:00.000Z', expires: '2027-02-20T08:00:00.000Z' };
    const bytes = signFeed({ version, ...times, counter: 7, notes, files }, privateKey);
    const check = { keys: [feedKey(publicKeyOf(privateKey))], now, seenCounter: 7 };
    expect(readFeed(bytes, check)).toMatchObject({ ok: true, feed: { version, counter: 7, notes, files } });
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(readFeed(changed, check).ok).toBe(false);
    }
  });

  it('is also what OpenSSL signs and verifies', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    put('public.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
    const bytes = signFeed({ version }, privateKey);
    const end = bytes.indexOf(10);
    writeFileSync(join(folder, 'content'), bytes.subarray(end + 1));
    writeFileSync(join(folder, 'signature'), Buffer.from(bytes.subarray(25, end).toString(), 'base64url'));
    const args = ['-verify', '-pubin', '-inkey', 'public.pem', '-rawin', '-in', 'content', '-sigfile', 'signature'];
    const said = execFileSync('openssl', ['pkeyutl', ...args], { cwd: folder, encoding: 'utf8' });
    expect(said).toContain('Verified Successfully');
  });

  it('lists the packages of its version, and nothing else of the folder', () => {
    const deb = `NineTray-${version}-linux-amd64.deb`;
    for (const name of [deb, 'NineTray-9.9.9-linux-amd64.deb', 'builder-debug.yml', 'feed-1.txt']) put(name, name);
    const sha256 = createHash('sha256').update(deb).digest('hex');
    expect(filesOf(folder, version)).toEqual([{ name: deb, size: deb.length, sha256 }]);
  });
});

describe('the script', () => {
  const args = ['--counter', '1', '--notes', notes];
  const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it('asks for the path of the key, and signs with none that NineTray does not know', () => {
    put(`NineTray-${version}-linux-amd64.deb`, 'a package');
    const key = pem();
    put('stranger.pem', key);
    const asked = runScript(args, `${join(folder, 'stranger.pem')}\n`);
    expect(asked.stderr + asked.stdout).toContain('Path of the private key:');
    expect(asked.stderr + asked.stdout).toContain('NineTray does not know this key');
    expect(asked.stderr + asked.stdout).not.toContain(key.split('\n')[1]);
    expect(asked.status).toBe(1);
    expect(readdirSync(folder)).not.toContain('feed-1.txt');
  });

  it('writes a feed that NineTray reads, from the packages and the key of one that it knows', () => {
    put(`NineTray-${version}-linux-amd64.deb`, 'a package');
    const { privateKey } = generateKeyPairSync('ed25519');
    put('daily.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const publicKey = publicKeyOf(privateKey);
    put('keys.json', JSON.stringify([{ name: 'daily', publicKey }]));
    const [key, keys] = [join(folder, 'daily.pem'), join(folder, 'keys.json')];
    expect(runScript([...args, '--key', key, '--keys', keys]).status).toBe(0);
    const feed = readFileSync(join(folder, 'feed-1.txt'));
    const read = (at: number) => readFeed(feed, { keys: [feedKey(publicKey)], now: at, seenCounter: 1 });
    const files = filesOf(folder, version);
    expect(read(Date.now())).toMatchObject({ ok: true, feed: { version, counter: 1, notes, files } });
    expect(read(Date.now() + 91 * 86_400_000)).toEqual({ ok: false, why: 'expired' });
  });

  it.skipIf(process.platform === 'win32')('takes no key that others can read', () => {
    put(`NineTray-${version}-linux-amd64.deb`, 'a package');
    put('open.pem', pem());
    chmodSync(join(folder, 'open.pem'), 0o644);
    const { status, stdout, stderr } = runScript([...args, '--key', join(folder, 'open.pem')]);
    expect([status, (stdout + stderr).includes('Others can read')]).toEqual([1, true]);
  });

  it('repeats nothing of a file that is no key', () => {
    put(`NineTray-${version}-linux-amd64.deb`, 'a package');
    put('half.pem', pem().slice(0, 70));
    const { status, stdout, stderr } = runScript([...args, '--key', join(folder, 'half.pem')]);
    expect([status, (stdout + stderr).includes('no private key')]).toEqual([1, true]);
    expect(stdout + stderr).not.toContain('MC4C');
  });

  it.each([
    [['--notes', notes], '--counter'],
    [['--counter', '0', '--notes', notes], '--counter'],
    [['--counter', '1'], '--notes'],
    [args, 'There is no package'],
  ])('says what is missing: %j', (given, says) => {
    const { status, stdout, stderr } = runScript(given);
    expect([status, (stdout + stderr).includes(says)]).toEqual([1, true]);
  });
});

describe('the built-in keys', () => {
  it('are two different ones that can be used', () => {
    expect(new Set(builtInFeedKeys().map(({ id }) => id)).size).toBe(2);
  });

  it('stop a release while one of them is to be replaced', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ name, publicKey: name }));
    if (a === undefined || b === undefined) throw new Error('unreachable');
    expect(feedKeysProblem([a, b])).toBeNull();
    expect(feedKeysProblem([a, { ...b, name: 'REPLACE BEFORE THE FIRST RELEASE: b' }])).toContain('to be replaced');
    for (const keys of [[a], [a, a], []]) expect(feedKeysProblem(keys)).toContain('two different keys');
    const named = builtInKeys().every(({ name }) => name.startsWith('REPLACE'));
    expect(feedKeysProblem(builtInKeys()) === null).toBe(!named);
  });

  it('are checked where a tag is built', () => {
    expect([isTag({ GITHUB_REF_TYPE: 'tag' }), isTag({ GITHUB_REF_TYPE: 'branch' }), isTag({})]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
