// The harness itself, tested with a few lines of Electron in place of the application: if this fails, no other result
// counts.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alive, tree } from '../../build/desktop/processes.mjs';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { openTestEnvironment } from './test-environment';

const stage = openTestEnvironment({ keyring: 'unlocked' });

const main = `
const { app, BrowserWindow, Menu, Tray, nativeImage, safeStorage } = require('electron');
app.on('window-all-closed', () => {});
app.whenReady().then(() => {
  const win = new BrowserWindow({ show: false, width: 360, height: 420 });
  win.loadURL('data:text/html,<title>bare</title><button onclick="this.textContent=1+Number(this.textContent)">0</button>');
  globalThis.safeStorage = safeStorage;
  globalThis.tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 200), { width: 22, height: 22 }));
  tray.setToolTip('bare');
  const menu = () => Menu.buildFromTemplate([
    { label: 'More', submenu: [{ label: 'Flip', type: 'checkbox', checked: globalThis.flipped === true, click: () => { globalThis.flipped = true; tray.setContextMenu(menu()); } }] },
    { type: 'separator' },
    { label: 'Leave', click: () => app.exit(7) },
  ]);
  tray.setContextMenu(menu());
  tray.on('click', () => win.show());
});
`;

function bareApp(): string {
  const folder = stage.folder('bare');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), main);
  return folder;
}

it('the desktop shows the tray item, its tooltip and its menu, and clicks reach the application', async () => {
  const app = await stage.launch({ folder: bareApp() });
  const { tray } = stage.desktop;
  expect(await tray.tooltip()).toBe('bare');
  await tray.activate();
  await waitFor('the window', async () => (await visibleWindows(stage.env, app.pid)).length === 1);
  const button = (await app.page('data:')).getByRole('button');
  await button.click();
  expect(await button.textContent()).toBe('1');
  await tray.clickMenu('Flip');
  await waitFor('the check mark', async () => (await tray.menu())[0]?.children[0]?.checked === true);
  expect(statSync(await stage.picture('harness')).size).toBeGreaterThan(2000);
  await tray.clickMenu('Leave');
  await waitFor('the item to go', async () => (await tray.items())?.length === 0);
});

it('the desktop has a keyring that encrypts and distinguishes its states', async () => {
  const state = async () => {
    const app = await stage.launch({ folder: bareApp(), profile: stage.folder('profile') });
    const answer = await app.electron.evaluate(({ safeStorage }) => {
      const backend = safeStorage.getSelectedStorageBackend();
      if (!safeStorage.isEncryptionAvailable()) return `${backend} unavailable`;
      return `${backend} ${safeStorage.encryptString('x').subarray(0, 3).toString()}`;
    });
    await app.quit();
    return answer;
  };
  expect(await state()).toBe('gnome_libsecret v11');
  await stage.desktop.setKeyring('absent');
  expect(await state()).toContain('unavailable');
  await stage.desktop.setKeyring('unlocked');
  expect(await state()).toBe('gnome_libsecret v11');
});

it('closing ends an application and all its children', async () => {
  const app = await stage.launch({ folder: bareApp() });
  await app.page('data:');
  expect(existsSync(stage.profile)).toBe(true);
  const processes = tree(app.pid);
  expect(processes.length).toBeGreaterThan(3);
  await app.kill();
  expect(alive(processes)).toEqual([]);
});

it('a locked keyring stays locked until its prompt is answered', async () => {
  await stage.desktop.setKeyring('locked');
  const app = await stage.launch({ folder: bareApp() });
  let answered = false;
  const asked = app.electron.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable());
  void asked.then(
    () => (answered = true),
    () => undefined,
  );
  const prompt = async () =>
    (await run('xdotool', ['search', '--onlyvisible', '--class', 'gcr-prompter'], { env: stage.env })).code === 0;
  await waitFor('the keyring to ask', prompt);
  expect(answered).toBe(false);
  await app.kill();
});

it('the desktop reports when the tray has no watcher any more', async () => {
  await stage.desktop.tray.unwatch();
  expect(await stage.desktop.tray.items()).toBeNull();
  await stage.desktop.tray.watch();
  expect(await stage.desktop.tray.items()).not.toBeNull();
});
