// Starting at login on Linux: the entry that the package writes, renews and removes, read as desktops read it (GLib).
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { autostartName } from '../../app/settings/login-item/autostart-entry';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { launchPackaged, type PackagedApp } from '../harness/packaged-app';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();
const executable = inject('packaged');
const apps: PackagedApp[] = [];

afterAll(async () => {
  for (const app of apps) await app.kill();
});

/** What GLib makes of an entry: its arguments and its comment; null where it ignores the entry. */
async function readEntry(file: string): Promise<{ argv: string[]; comment: string } | null> {
  const script = `
import json, sys
from gi.repository import Gio, GLib
try:
    entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])
except TypeError:
    entry = None
print(json.dumps(entry and {
    'argv': GLib.shell_parse_argv(entry.get_commandline())[1],
    'comment': entry.get_description(),
}))`;
  const { code, out } = await run('/usr/bin/python3', ['-W', 'ignore', '-c', script, file], {
    env: stage.env,
    limit: 30_000,
  });
  expect({ code, out }).toMatchObject({ code: 0 });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '');
}

it('the entry is renewed at the start, starts NineTray hidden, is dead once the program is gone, and goes with its setting', async () => {
  const config = stage.folder('config');
  const profile = stage.folder('profile');
  const entry = join(config, 'autostart', autostartName);
  const settings = (startAtLogin: boolean) =>
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ runWithoutSandbox: true, startAtLogin }));
  settings(true);
  mkdirSync(dirname(entry));
  writeFileSync(entry, '[Desktop Entry]\nType=Application\nName=NineTray\nExec="/old/NineTray-0.1.0.AppImage"\n');
  // As an AppImage with a version in its name.
  const image = join(stage.folder('downloads'), 'NineTray-0.2.0.AppImage');
  symlinkSync(executable, image);
  const env = {
    ...stage.env,
    XDG_CONFIG_HOME: config,
    APPIMAGE: image,
    APPDIR: dirname(executable),
    LANG: 'vi_VN.UTF-8',
  };
  const first = launchPackaged(executable, { env, profile });
  apps.push(first);
  await waitFor('the entry to be renewed', () => readFileSync(entry, 'utf8').includes(image));
  const read = await readEntry(entry);
  expect(read).toMatchObject({ argv: [image, '--hidden'], comment: expect.stringContaining('khay hệ thống') });
  await first.kill();

  // As the session starts it: in the tray, without a window, where a start by hand opens one.
  const [program = '', ...args] = read?.argv ?? [];
  const second = launchPackaged(program, { env, profile, args });
  apps.push(second);
  expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
  await waitFor('the whole application', () => existsSync(join(profile, 'running.json')));
  expect((await visibleWindows(stage.env, second.pid)).filter(({ width }) => width > 200)).toEqual([]);

  renameSync(image, `${image}.old`);
  expect(await readEntry(entry)).toBeNull();
  settings(false);
  await waitFor('the entry to go', () => !existsSync(entry));
  await second.kill();
});
