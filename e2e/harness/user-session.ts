// An ordinary user at a desktop with a keyring, and the NineTray that they start: as their desktop starts programs, with
// Chromium's sandbox. For root only, who makes and removes the user.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { autostartName } from '../../app/settings/login-item/autostart-entry';
import { trayTexts } from '../../app/texts/status/tray';
import { type Desktop, openDesktop } from '../../build/desktop/desktop.mjs';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { type DemoServer, startDemoServer } from './demo-server';
import { makeSystemUser, processesOf, type SystemUser, type UserProcess } from './system-user';

const historySchema = z.looseObject({ accounts: z.record(z.string(), z.array(z.array(z.unknown()))) });

/** Starts an entry or a program as desktops do (GLib). Exits with 7 where GLib ignores the entry: its program is gone. */
const starter = `
import shlex, sys
from gi.repository import Gio
try:
    if sys.argv[1].endswith('.desktop'):
        program = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])
    else:
        program = Gio.AppInfo.create_from_commandline(shlex.quote(sys.argv[1]), None, 0)
except TypeError:
    sys.exit(7)
program.launch([], None)`;

/** What the terminal reports of a key that the keyring protects and 9Proxy accepts. */
export const readsWithStoredKey = {
  code: 0,
  status: { sandboxed: true, key: { storage: 'protected' }, figures: { ips: { status: 'fresh' } } },
};

export class UserSession {
  readonly user: SystemUser;
  readonly demo: DemoServer;
  readonly profile: string;
  /** The entry that starts NineTray at login. */
  readonly autostart: string;
  /** What the desktop's programs have in their environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly #desktop: Desktop;

  private constructor(user: SystemUser, desktop: Desktop, demo: DemoServer) {
    this.user = user;
    this.demo = demo;
    this.profile = join(user.home, '.config/NineTray');
    this.autostart = join(user.home, '.config/autostart', autostartName);
    this.#desktop = desktop;
    const kept = Object.entries(desktop.env).filter(([name]) =>
      /^(PATH|HOME|DISPLAY|DBUS_|XDG_|NO_AT_|NINETRAY_DESKTOP)/.test(name),
    );
    this.env = {
      ...Object.fromEntries(kept),
      LANG: 'C.UTF-8',
      XDG_CURRENT_DESKTOP: 'GNOME',
      NINETRAY_API_URL: demo.origin,
    };
  }

  /** Makes the user, and opens their desktop with a keyring that is unlocked. */
  static async open(): Promise<UserSession> {
    const user = makeSystemUser();
    let desktop: Desktop | null = null;
    try {
      desktop = await openDesktop({ user });
      await desktop.setKeyring('unlocked');
      return new UserSession(user, desktop, await startDemoServer(process.env));
    } catch (error) {
      await desktop?.close();
      await user.remove();
      throw error;
    }
  }

  /** Ends everything, and removes the user with their home. */
  async close(): Promise<void> {
    await this.demo.stop();
    await this.#desktop.close();
    await this.user.remove();
  }

  /** Whether the profile has a file. */
  has(name: string): boolean {
    return existsSync(join(this.profile, name));
  }

  /** The text of a file of the profile. */
  read(name: string): string {
    return readFileSync(join(this.profile, name), 'utf8');
  }

  /** Runs a command of NineTray to its end. */
  command(program: string, args: readonly string[], input?: string): ReturnType<SystemUser['run']> {
    return this.user.run(this.env, program, args, input);
  }

  /** What `--status --json` reports. */
  async status(program: string): Promise<{ code: number | null; status: unknown }> {
    const { code, out } = await this.command(program, ['--status', '--json']);
    return { code, status: JSON.parse(out) };
  }

  /** Starts an entry or a program as desktops do, and waits for its tray item; false where desktops ignore the entry. */
  async launch(file: string): Promise<boolean> {
    const { code, err } = await this.user.run(this.env, '/usr/bin/python3', ['-W', 'ignore', '-c', starter, file]);
    if (code === 7) return false;
    if (code !== 0) throw new Error(`GLib could not start ${file}: ${err}`);
    // The stand-in for the AppImage's runtime unpacks all of it first.
    await waitFor('the tray item', async () => (await this.#desktop.tray.items())?.length === 1, 60_000);
    return (await this.#desktop.tray.tooltip()).includes('NineTray');
  }

  /** The processes of the application; of what `--type` says where that is given, and otherwise without one. */
  processes(type = ''): UserProcess[] {
    return processesOf(this.user.uid).filter(
      ({ program, commandLine }) =>
        // An upgrade replaces the file of the program that runs.
        /\/ninetray( \(deleted\))?$/.test(program) &&
        (type === '' ? !commandLine.includes(' --type=') : commandLine.includes(` --type=${type}`)),
    );
  }

  /** The windows that are shown; a tray's own are smaller. */
  async windows(): Promise<unknown[]> {
    const [main] = this.processes();
    return (await visibleWindows(this.env, main?.pid ?? 0)).filter(({ width }) => width > 200);
  }

  /** Waits for the popover, which a start that is not hidden opens, and returns what is wrong with its sandbox. */
  async sandboxProblems(): Promise<string[]> {
    await waitFor('the popover', async () => (await this.windows()).length > 0);
    const pages = this.processes('renderer');
    const isFiltered = (pid: number) => /^Seccomp:\t2$/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
    return [
      ...(pages.length === 0 ? ['there is no page'] : []),
      ...pages.filter(({ pid }) => !isFiltered(pid)).map(({ pid }) => `page ${String(pid)} has no filter`),
      ...[...this.processes(), ...pages]
        .filter(({ commandLine }) => commandLine.includes('--no-sandbox'))
        .map(({ commandLine }) => commandLine),
    ];
  }

  /** Quits in the tray's menu. */
  async quit(): Promise<void> {
    await this.#desktop.tray.clickMenu(trayTexts.quit);
    await waitFor('NineTray to quit', () => this.processes().length === 0);
  }

  /** Switches *Start at login* on in the settings file, and waits for the entry. */
  async startAtLogin(): Promise<void> {
    const settings: object = this.has('settings.json') ? JSON.parse(this.read('settings.json')) : {};
    this.user.write(join(this.profile, 'settings.json'), JSON.stringify({ ...settings, startAtLogin: true }));
    await waitFor('the autostart entry', () => existsSync(this.autostart));
  }

  /** Waits until it has read figures. */
  async waitForFigures(program: string): Promise<void> {
    await waitFor('the figures', async () => (await this.status(program)).code === 0);
  }

  /** Puts a sample of yesterday into the history: of one five minutes only the newest stays. While nothing runs. */
  addOldSample(): void {
    const history = historySchema.parse(JSON.parse(this.read('history.json')));
    for (const samples of Object.values(history.accounts)) {
      const [time, ...figures] = samples[0] ?? [];
      samples.unshift([Number(time) - 86_400_000, ...figures]);
    }
    this.user.write(join(this.profile, 'history.json'), JSON.stringify(history));
  }

  /** What an upgrade must keep: the key as it is stored, a setting, and the oldest sample of each account's history. */
  kept(): { key: string; startAtLogin: unknown; oldest: [account: string, sample: unknown[] | undefined][] } {
    const { startAtLogin } = z.looseObject({ startAtLogin: z.unknown() }).parse(JSON.parse(this.read('settings.json')));
    const { accounts } = historySchema.parse(JSON.parse(this.read('history.json')));
    return {
      key: this.read('key.json'),
      startAtLogin,
      oldest: Object.entries(accounts).map(([account, samples]) => [account, samples[0]]),
    };
  }
}
