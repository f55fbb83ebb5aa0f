// The deb on a computer of an ordinary user: installed with apt, started from its menu entry with Chromium's sandbox,
// started at login, upgraded, removed and purged. It installs a package and makes a user, so it needs root.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applicationId } from '../../app/model/application-id';
import { autostartName } from '../../app/settings/login-item/autostart-entry';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { buildPackages, nextVersion, packageIn } from '../../build/package/check/build-packages.mjs';
import { run } from '../../build/run.mjs';
import { readsWithStoredKey, UserSession } from '../harness/user-session';

const menuEntry = `/usr/share/applications/${applicationId}.desktop`;
/** The command. */
const program = '/usr/bin/ninetray';

/** What a package of ours could leave behind, wherever packages put files. */
function traces(): string[] {
  const places = ['/etc', '/opt', '/usr', '/var/lib', '/var/cache'];
  const out = execFileSync('find', [...places, '-xdev', '-iname', '*ninetray*'], { encoding: 'utf8' });
  return out.split('\n').filter(Boolean).toSorted();
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['-qq', '--yes', '--no-install-recommends', ...args], { env, stdio: 'pipe' });
}

async function isInstalled(): Promise<boolean> {
  return (await run('dpkg-query', ['--status', 'ninetray'])).code === 0;
}

/** Builds a deb and returns its path. zstd takes a fifth of the processor time of gzip. */
async function buildDeb(folder: string, version: string | undefined, ...more: string[]): Promise<string> {
  await buildPackages(folder, ['deb'], version, ['-c.deb.compression=zst', ...more]);
  return packageIn(folder, 'deb');
}

describe.runIf(process.getuid?.() === 0)('the installed deb', () => {
  let folder = '';
  let debs = { present: '', next: '' };
  let session: UserSession;
  let before: string[] = [];

  beforeAll(async () => {
    if (await isInstalled())
      throw new Error('ninetray is installed on this computer. This test would remove it: remove it first.');
    folder = mkdtempSync(join(tmpdir(), 'ninetray-debs-'));
    debs = {
      // Of the package that other tests start.
      present: await buildDeb(join(folder, 'present'), undefined, '--prepackaged', dirname(inject('packaged'))),
      next: await buildDeb(join(folder, 'next'), nextVersion),
    };
    before = traces();
    session = await UserSession.open();
  }, 1_200_000);

  afterAll(async () => {
    await session?.close();
    if (await isInstalled()) apt('purge', 'ninetray');
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('starts from its menu entry as an ordinary user, with the sandbox', async () => {
    apt('install', debs.present);
    expect(await session.launch(menuEntry)).toBe(true);
    expect(await session.sandboxProblems()).toEqual([]);
  });

  it('keeps a key in the keyring, and reads figures', async () => {
    expect(await session.command(program, ['--set-key'], session.demo.key)).toMatchObject({ code: 0 });
    expect(await session.status(program)).toMatchObject(readsWithStoredKey);
    expect(session.read('key.json')).not.toContain(session.demo.key);
  });

  it('starts at login, hidden', async () => {
    await session.startAtLogin();
    await session.quit();
    expect(await session.launch(session.autostart)).toBe(true);
    await session.waitForFigures(program);
    expect(await session.windows()).toEqual([]);
  });

  it('keeps key, settings and history when it is upgraded while it runs', async () => {
    await waitFor('a history', () => session.has('history.json'));
    apt('install', debs.next);
    await session.quit();
    session.addOldSample();
    const kept = session.kept();
    expect(await session.launch(menuEntry)).toBe(true);
    expect((await session.command(program, ['--version'])).out).toContain(`NineTray ${nextVersion}`);
    expect(await session.status(program)).toMatchObject(readsWithStoredKey);
    await session.quit();
    expect(session.kept()).toEqual(kept);
    expect(readdirSync(join(session.user.home, '.config/autostart'))).toEqual([autostartName]);
  });

  it('leaves nothing when it is purged but the profile, and an autostart entry that desktops ignore', async () => {
    apt('remove', 'ninetray');
    expect(existsSync(program)).toBe(false);
    apt('purge', 'ninetray');
    expect(traces()).toEqual(before);
    expect(session.has('key.json')).toBe(true);
    expect(existsSync(session.autostart)).toBe(true);
    expect(await session.launch(session.autostart)).toBe(false);
  });
});
