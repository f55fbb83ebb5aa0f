// The AppImage on a computer of an ordinary user: started with Chromium's sandbox on, started at login by its own path,
// and replaced by a next version. Where electron-builder's runtime cannot be downloaded, with the stand-in for it.
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { readsWithStoredKey, UserSession } from '../harness/user-session';

const { present, next, nextVersion } = inject('appImages');
let session: UserSession;
/** The user's AppImage. */
let program = '';

/** Copies an AppImage into the user's folder, which they make executable. */
function download(from: string, name: string): string {
  const to = join(session.user.home, 'Applications', name);
  copyFileSync(from, to);
  chownSync(to, session.user.uid, session.user.gid);
  chmodSync(to, 0o755);
  return to;
}

beforeAll(async () => {
  session = await UserSession.open();
  const folder = join(session.user.home, 'Applications');
  mkdirSync(folder);
  chownSync(folder, session.user.uid, session.user.gid);
  program = download(present, 'NineTray.AppImage');
});

afterAll(() => session?.close());

it('starts as an ordinary user, with the sandbox', async () => {
  expect(await session.launch(program)).toBe(true);
  expect(await session.sandboxProblems()).toEqual([]);
});

it('keeps a key in the keyring, and reads figures', async () => {
  expect(await session.command(program, ['--set-key'], session.demo.key)).toMatchObject({ code: 0 });
  expect(await session.status(program)).toMatchObject(readsWithStoredKey);
  expect(session.read('key.json')).not.toContain(session.demo.key);
});

it('starts at login, hidden, by the path of its file', async () => {
  await session.startAtLogin();
  expect(readFileSync(session.autostart, 'utf8')).toContain(`\nExec="${program}" "--hidden"\nTryExec=${program}\n`);
  await session.quit();
  expect(await session.launch(session.autostart)).toBe(true);
  await session.waitForFigures(program);
  expect(await session.windows()).toEqual([]);
});

it('keeps key, settings and history when its file is replaced by the next version while it runs', async () => {
  await waitFor('a history', () => session.has('history.json'));
  renameSync(download(next, 'next.part'), program);
  await session.quit();
  session.addOldSample();
  const kept = session.kept();
  expect(await session.launch(session.autostart)).toBe(true);
  expect((await session.command(program, ['--version'])).out).toContain(`NineTray ${nextVersion}`);
  expect(await session.status(program)).toMatchObject(readsWithStoredKey);
  await session.quit();
  expect(session.kept()).toEqual(kept);
});

it('is started at login by its new path after one start, where the next version has another name', async () => {
  const renamed = join(session.user.home, 'Applications', `NineTray-${nextVersion}.AppImage`);
  renameSync(program, renamed);
  expect(await session.launch(session.autostart)).toBe(false);
  expect(await session.launch(renamed)).toBe(true);
  await waitFor('the new path in the entry', () => readFileSync(session.autostart, 'utf8').includes(renamed));
  await session.quit();
  expect(await session.launch(session.autostart)).toBe(true);
  await session.waitForFigures(renamed);
  expect(await session.windows()).toEqual([]);
});
