import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPrograms } from './programs';
import { quickFiles } from './quick-files';

let home: string;
beforeEach(() => {
  home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-home-')));
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

function write(name: string, content = '') {
  fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
  fs.writeFileSync(path.join(home, name), content);
}

/** The files of the list that are there. */
function quick(platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}, knownFolders: string[] = []) {
  const files = quickFiles({ platform, home, env, knownFolders });
  return files.filter((file) => fs.existsSync(file)).map((file) => path.relative(home, file));
}

it('names the files of shells, services and editors on Linux, and none beside them', () => {
  for (const name of ['.bashrc', '.zshrc', '.mcp.json', 'notes.txt', '.config/other/config']) write(name);
  for (const name of ['environment.d/9.conf', 'environment.d/9.txt', 'systemd/user/a.service', 'Code/User/mcp.json']) {
    write(`.config/${name}`);
  }
  write('.config/systemd/user/a.service.d/override.conf');
  expect(quick('linux').toSorted()).toStrictEqual(
    [
      '.bashrc',
      '.zshrc',
      '.mcp.json',
      '.config/environment.d/9.conf',
      '.config/systemd/user/a.service',
      '.config/systemd/user/a.service.d/override.conf',
      '.config/Code/User/mcp.json',
    ].toSorted(),
  );
});

it('follows the variables that move these folders', () => {
  write('z/.zshrc');
  write('c/environment.d/9.conf');
  const env = { ZDOTDIR: path.join(home, 'z'), XDG_CONFIG_HOME: path.join(home, 'c') };
  expect(quick('linux', env)).toStrictEqual(['z/.zshrc', 'c/environment.d/9.conf']);
});

it('names agents of macOS, and profiles of PowerShell on Windows', () => {
  for (const name of ['Library/LaunchAgents/a.plist', 'Documents/PowerShell/Microsoft.PowerShell_profile.ps1'])
    write(name);
  write('roaming/Code/User/settings.json');
  expect(quick('darwin')).toStrictEqual(['Library/LaunchAgents/a.plist']);
  expect(quick('win32', { APPDATA: path.join(home, 'roaming') })).toStrictEqual([
    'roaming/Code/User/settings.json',
    'Documents/PowerShell/Microsoft.PowerShell_profile.ps1',
  ]);
});

it('names settings and compose files in the folders of known places, and nothing in folders below them', () => {
  for (const name of ['.env', '.env.local', 'prod.env', 'compose.yaml', 'docker-compose.dev.yml', 'main.ts']) {
    write(`project/${name}`);
  }
  write('project/.vscode/settings.json');
  write('project/sub/.env');
  expect(quick('linux', {}, [path.join(home, 'project')]).toSorted()).toStrictEqual(
    ['.env', '.env.local', '.vscode/settings.json', 'compose.yaml', 'docker-compose.dev.yml', 'prod.env'].map(
      (name) => `project/${name}`,
    ),
  );
});

const started = `7 (a b) c) ${['S', ...Array.from({ length: 18 }, () => '1'), '250', '0'].join(' ')}`;

it('reads the programs of one user with names, start and variables, and leaves out those that ended meanwhile', () => {
  write('proc/stat', 'cpu 1\nbtime 1000\n');
  write('proc/7/environ', 'A=1\0EMPTY=\0KEY=a=b\0');
  write('proc/7/cmdline', 'run\0--x\0');
  write('proc/7/comm', 'a b) c\n');
  write('proc/7/stat', started);
  write('proc/8/environ', 'A=1\0');
  write('proc/self/environ', 'A=1\0');
  const uid = fs.statSync(home).uid;
  const programs = [...readPrograms(path.join(home, 'proc'), uid)];
  const texts = programs[0]?.texts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
  expect(programs).toMatchObject([{ pid: 7, name: 'a b) c', startedAt: 1_002_500 }]);
  expect(texts).toStrictEqual([
    ['A', '1'],
    ['EMPTY', ''],
    ['KEY', 'a=b'],
    ['argv', 'run\0--x\0'],
  ]);
  expect([...readPrograms(path.join(home, 'proc'), uid + 1)]).toStrictEqual([]);
  expect([...readPrograms(path.join(home, 'none'), uid)]).toStrictEqual([]);
});
