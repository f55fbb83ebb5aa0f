import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { secureProfile } from './secure-profile';

let folder = '';
const at = (name: string): string => join(folder, name);
const uid = process.getuid?.() ?? null;
const mode = (path: string): number => fs.statSync(path).mode & 0o777;
const nothing = { closed: [], problem: null };

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-secure-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

function put(name: string, permissions: number): void {
  fs.writeFileSync(at(name), '{}');
  fs.chmodSync(at(name), permissions);
}

describe.skipIf(uid === null)('the profile folder', () => {
  it('is left as it is when only its owner can enter it', () => {
    put('key.json', 0o600);
    expect(secureProfile(folder, uid)).toEqual(nothing);
  });

  it.each([0o755, 0o777, 0o701])('is closed when others can enter it, and that is reported: %o', (open) => {
    fs.chmodSync(folder, open);
    expect(secureProfile(folder, uid)).toEqual({ closed: ['.'], problem: { kind: 'profile-exposed', why: 'closed' } });
    expect(mode(folder)).toBe(0o700);
    expect(secureProfile(folder, uid)).toEqual(nothing);
  });

  it('of another user is reported and not touched', () => {
    fs.chmodSync(folder, 0o755);
    const other = (uid ?? 0) + 1;
    expect(secureProfile(folder, other)).toEqual({
      closed: [],
      problem: { kind: 'profile-exposed', why: 'not-yours' },
    });
    expect(mode(folder)).toBe(0o755);
  });

  it('that cannot be closed is reported', () => {
    fs.chmodSync(folder, 0o777);
    vi.spyOn(fs, 'chmodSync').mockImplementation(() => {
      throw Object.assign(new Error('no'), { code: 'EPERM' });
    });
    expect(secureProfile(folder, uid).problem).toEqual({ kind: 'profile-exposed', why: 'open' });
    // Some media take the call and change nothing.
    vi.spyOn(fs, 'chmodSync').mockImplementation(() => undefined);
    expect(secureProfile(folder, uid).problem).toEqual({ kind: 'profile-exposed', why: 'open' });
  });

  it('that is not there yet is no problem', () => {
    expect(secureProfile(at('none'), uid)).toEqual(nothing);
  });
});

describe.skipIf(uid === null)('a document', () => {
  it('with the key that a restored backup left open is closed, and that is reported', () => {
    put('key.json', 0o644);
    put('key.backup.json', 0o640);
    const { closed, problem } = secureProfile(folder, uid);
    expect(closed.toSorted()).toEqual(['key.backup.json', 'key.json']);
    expect(problem).toEqual({ kind: 'profile-exposed', why: 'closed' });
    expect([mode(at('key.json')), mode(at('key.backup.json'))]).toEqual([0o600, 0o600]);
  });

  it('without a secret is closed and only noted', () => {
    put('figures.json', 0o644);
    expect(secureProfile(folder, uid)).toEqual({ closed: ['figures.json'], problem: null });
    expect(mode(at('figures.json'))).toBe(0o600);
  });

  it('that is a link or a FIFO is left alone, and neither followed nor waited for', () => {
    const elsewhere = fs.mkdtempSync(join(tmpdir(), 'ninetray-elsewhere-'));
    const target = join(elsewhere, 'mine.json');
    fs.writeFileSync(target, '{}');
    fs.chmodSync(target, 0o644);
    fs.symlinkSync(target, at('settings.json'));
    execFileSync('mkfifo', [at('key.json')]);
    expect(secureProfile(folder, uid)).toEqual(nothing);
    expect(mode(target)).toBe(0o644);
    fs.rmSync(elsewhere, { recursive: true });
  });
});
