/** @module-tag sweep */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askRunning } from './ask-running';
import { type ControlServer, type ControlServerOptions, openControlServer } from './control-server';
import { ownPresence, type Presence, readPresence, writePresence } from './presence';

const reply = { exitCode: 0, out: 'here', json: '', problem: '' };

/** Pipes have no folder and no mode. */
const isWindows = process.platform === 'win32';

function newFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'nt-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(profile: string, folders: string[]): Promise<ControlServer | null> {
  const options: ControlServerOptions = { platform: process.platform, profile, folders, run: async () => reply };
  const server = await openControlServer(options);
  onTestFinished(() => server?.close());
  return server;
}

const ask = (profile: string, isRunning?: (presence: Presence) => boolean) =>
  askRunning(profile, { command: 'status' }, 5000, isRunning === undefined ? {} : { isRunning });

describe('a NineTray that runs', () => {
  it('is found through its profile folder, and no longer once it has closed', async () => {
    const profile = newFolder();
    const server = await open(profile, [newFolder()]);
    expect(await ask(profile)).toEqual({ kind: 'reply', reply });
    server?.close();
    expect(await ask(profile)).toEqual({ kind: 'none' });
    expect(fs.readdirSync(profile)).toEqual([]);
  });

  it('listens in a folder that only its owner enters', async () => {
    if (isWindows) return;
    const profile = newFolder();
    await open(profile, [newFolder()]);
    const { address } = readPresence(profile) ?? { address: '' };
    expect(fs.statSync(dirname(address)).mode & 0o077).toBe(0);
    expect(fs.statSync(join(profile, 'running.json')).mode & 0o077).toBe(0);
  });

  it('takes another folder where a socket does not fit or none can be made', async () => {
    if (isWindows) return;
    const profile = newFolder();
    const long = join(newFolder(), 'a'.repeat(120));
    fs.mkdirSync(long);
    const short = newFolder();
    await open(profile, [long, join(short, 'missing'), short]);
    expect(readPresence(profile)?.address.startsWith(join(short, 'ninetray-'))).toBe(true);
    expect(fs.readdirSync(long)).toEqual([]);
    expect(await open(newFolder(), [long])).toBeNull();
  });

  it('is reached again after the temporary folder was cleaned', async () => {
    if (isWindows) return;
    const profile = newFolder();
    await open(profile, [newFolder()]);
    const before = readPresence(profile)?.address ?? '';
    fs.rmSync(dirname(before), { recursive: true });
    await vi.waitUntil(() => readPresence(profile)?.address !== before);
    expect(await ask(profile)).toEqual({ kind: 'reply', reply });
  });
});

describe('a file of one that ran', () => {
  it('says that none runs when its process is gone, is another one, or ran on another computer', async () => {
    const profile = newFolder();
    const own = ownPresence(join(newFolder(), 's'));
    const others = [
      { ...own, pid: 2 ** 22 + 1 },
      { ...own, started: '1' },
      { ...own, host: 'another' },
    ];
    for (const other of others) {
      writePresence(profile, other);
      expect(await ask(profile)).toEqual({ kind: 'none' });
    }
  });

  it('says which process does not answer, when it still runs', async () => {
    const profile = newFolder();
    writePresence(profile, ownPresence(join(newFolder(), 's')));
    expect(await ask(profile, () => true)).toEqual({ kind: 'silent', pid: process.pid });
  });

  it('counts for nothing when it is damaged, huge, or no file', async () => {
    const profile = newFolder();
    const file = join(profile, 'running.json');
    for (const text of ['', '{}', '{"pid":1}', 'x'.repeat(10_000)]) {
      fs.writeFileSync(file, text);
      expect(await ask(profile)).toEqual({ kind: 'none' });
    }
    fs.rmSync(file);
    fs.mkdirSync(file);
    expect(await ask(profile)).toEqual({ kind: 'none' });
  });
});
