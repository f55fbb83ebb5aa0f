// The deb on a computer of an ordinary user: installed with apt, started from its menu entry with Chromium's sandbox,
// started at login, upgraded, removed and purged. It installs a package and makes a user, so it needs root.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationId } from '../../app/model/application-id';
import { autostartName } from '../../app/settings/login-item/autostart-entry';
import { trayTexts } from '../../app/texts/status/tray';
import { type Desktop, openDesktop } from '../../build/desktop/desktop.mjs';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';
import { run } from '../../build/run.mjs';
import { type DemoServer, startDemoServer } from '../harness/demo-server';
import { makeSystemUser, processesOf, type SystemUser } from '../harness/system-user';

const program = '/opt/NineTray/ninetray';
const nextVersion = '99.0.0';

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

/** Builds the deb, with another version where one is given, and returns its path. */
async function buildDeb(folder: string, version?: string): Promise<string> {
  const changed = version === undefined ? [] : [`-c.extraMetadata.version=${version}`];
  const args = [join(root, 'build/dist.mjs'), '--linux', 'deb', `-c.directories.output=${folder}`, ...changed];
  const { code, out } = await run(process.execPath, args);
  const deb = code === 0 ? readdirSync(folder).find((name) => name.endsWith('.deb')) : undefined;
  if (deb === undefined) throw new Error(`npm run dist failed:\n${out}`);
  return join(folder, deb);
}

describe.runIf(process.getuid?.() === 0)('the installed deb', () => {
  let folder = '';
  let debs = { present: '', next: '' };
  let user: SystemUser;
  let desktop: Desktop;
  let demo: DemoServer;
  let env: NodeJS.ProcessEnv = {};
  let before: string[] = [];
  let profile = '';
  let autostart = '';

  const inProfile = (name: string) => readFileSync(join(profile, name), 'utf8');
  const command = (args: readonly string[], input?: string) => user.run(env, '/usr/bin/ninetray', args, input);
  /** The application's main process. */
  const main = () =>
    processesOf(user.uid).find((one) => one.program === program && !one.commandLine.includes(' --type='));

  /** Starts an entry as desktops do; false where GLib ignores it. */
  async function launch(entry: string): Promise<boolean> {
    const script = `
import sys
from gi.repository import Gio
try:
    entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])
except TypeError:
    sys.exit(7)
entry.launch([], None)`;
    const { code, err } = await user.run(env, '/usr/bin/python3', ['-W', 'ignore', '-c', script, entry]);
    if (code !== 0 && code !== 7) throw new Error(`GLib could not start ${entry}: ${err}`);
    return code === 0;
  }

  async function quit(): Promise<void> {
    await desktop.tray.clickMenu(trayTexts.quit);
    await waitFor('NineTray to quit', () => main() === undefined);
  }

  async function status(): Promise<{ code: number | null; status: Record<string, unknown> }> {
    const { code, out } = await command(['--status', '--json']);
    return { code, status: JSON.parse(out) };
  }

  /** Puts a sample of yesterday into the history: of one five minutes only the newest stays. */
  function addOldSample(): { account: string; sample: unknown[] } {
    const history: { accounts: Record<string, [number, ...unknown[]][]> } = JSON.parse(inProfile('history.json'));
    const [account = '', samples = []] = Object.entries(history.accounts)[0] ?? [];
    const [time = 0, ...figures] = samples[0] ?? [];
    const sample: [number, ...unknown[]] = [time - 86_400_000, ...figures];
    samples.unshift(sample);
    user.write(join(profile, 'history.json'), JSON.stringify(history));
    return { account, sample };
  }

  beforeAll(async () => {
    if (await isInstalled())
      throw new Error('ninetray is installed on this computer. This test would remove it: remove it first.');
    folder = mkdtempSync(join(tmpdir(), 'ninetray-debs-'));
    debs = {
      present: await buildDeb(join(folder, 'present')),
      next: await buildDeb(join(folder, 'next'), nextVersion),
    };
    before = traces();
    user = makeSystemUser();
    profile = join(user.home, '.config/NineTray');
    autostart = join(user.home, '.config/autostart', autostartName);
    desktop = await openDesktop({ user });
    await desktop.setKeyring('unlocked');
    demo = await startDemoServer(process.env);
    const kept = Object.entries(desktop.env).filter(([name]) =>
      /^(PATH|HOME|DISPLAY|DBUS_|XDG_|NO_AT_|NINETRAY_DESKTOP)/.test(name),
    );
    env = {
      ...Object.fromEntries(kept),
      LANG: 'C.UTF-8',
      XDG_CURRENT_DESKTOP: 'GNOME',
      NINETRAY_API_URL: demo.origin,
    };
  }, 1_200_000);

  afterAll(async () => {
    await demo?.stop();
    await desktop?.close();
    await user?.remove();
    if (await isInstalled()) apt('purge', 'ninetray');
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('starts from its menu entry as an ordinary user, with the sandbox', async () => {
    apt('install', debs.present);
    expect(await launch(`/usr/share/applications/${applicationId}.desktop`)).toBe(true);
    expect(await desktop.tray.tooltip()).toContain('NineTray');
    await waitFor('the popover', async () => (await visibleWindows(env, main()?.pid ?? 0)).length > 0);
    const processes = processesOf(user.uid).filter((one) => one.program === program);
    for (const { commandLine } of processes) expect(commandLine).not.toContain('--no-sandbox');
    const pages = processes.filter(({ commandLine }) => commandLine.includes('--type=renderer'));
    expect(pages.length).toBeGreaterThan(0);
    for (const { pid } of pages) expect(readFileSync(`/proc/${String(pid)}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
  });

  it('keeps a key in the keyring, and reads figures', async () => {
    expect(await command(['--set-key'], demo.key)).toMatchObject({ code: 0 });
    const { code, status: read } = await status();
    expect(code).toBe(0);
    expect(read).toMatchObject({
      sandboxed: true,
      key: { storage: 'protected' },
      figures: { ips: { status: 'fresh' } },
    });
    expect(inProfile('key.json')).not.toContain(demo.key);
  });

  it('starts at login, hidden', async () => {
    const settings = existsSync(join(profile, 'settings.json')) ? JSON.parse(inProfile('settings.json')) : {};
    user.write(join(profile, 'settings.json'), JSON.stringify({ ...settings, startAtLogin: true }));
    await waitFor('the autostart entry', () => existsSync(autostart));
    await quit();
    expect(await launch(autostart)).toBe(true);
    expect(await desktop.tray.tooltip()).toContain('NineTray');
    await waitFor('the figures', async () => (await status()).code === 0);
    // The popover opened at the start from the menu.
    expect((await visibleWindows(env, main()?.pid ?? 0)).filter(({ width }) => width > 200)).toEqual([]);
  });

  it('keeps key, settings and history when it is upgraded while it runs', async () => {
    await waitFor('a history', () => existsSync(join(profile, 'history.json')));
    apt('install', debs.next);
    await quit();
    const key = inProfile('key.json');
    const old = addOldSample();
    expect(await launch(`/usr/share/applications/${applicationId}.desktop`)).toBe(true);
    expect(await desktop.tray.tooltip()).toContain('NineTray');
    expect((await command(['--version'])).out).toContain(`NineTray ${nextVersion}`);
    const { code, status: read } = await status();
    expect(code).toBe(0);
    expect(read).toMatchObject({ key: { storage: 'protected' } });
    await quit();
    expect(inProfile('key.json')).toBe(key);
    expect(JSON.parse(inProfile('settings.json'))).toMatchObject({ startAtLogin: true });
    expect(JSON.parse(inProfile('history.json')).accounts).toEqual({
      [old.account]: expect.arrayContaining([old.sample]),
    });
    expect(readdirSync(join(user.home, '.config/autostart'))).toEqual([autostartName]);
  });

  it('leaves nothing when it is purged but the profile, and an autostart entry that desktops ignore', async () => {
    apt('remove', 'ninetray');
    expect(existsSync('/usr/bin/ninetray')).toBe(false);
    apt('purge', 'ninetray');
    expect(traces()).toEqual(before);
    expect(existsSync(join(profile, 'key.json'))).toBe(true);
    expect(existsSync(autostart)).toBe(true);
    expect(await launch(autostart)).toBe(false);
  });
});
