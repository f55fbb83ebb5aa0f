// Twenty files that hold the key, each in another format or of another kind, five commands that take it, and three hooks.
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from '../../app/model/places/command';
import type { Place, PlaceUpdate } from '../../app/model/places/place';

const utf8 = (text: string) => Buffer.from(text);
const utf16le = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

/** What each file holds around the key. */
const contents: Readonly<Record<string, (key: string) => Buffer>> = {
  '.env': (key) => utf8(`# scraper\nexport NINEPROXY_API_KEY="${key}"\nOTHER='x' # ä\n`),
  'windows.env': (key) => utf8(`KEY=${key}\r\nEMPTY=\r\nAGAIN='${key}'\r\n`),
  'settings.json': (key) => utf8(`{"proxy":{"key":"${key}","list":["a", "${key}"]}}`),
  'bom.json': (key) => utf8(`\uFEFF{\r\n\t"key": "${key}"\r\n}\r\n`),
  'editor.jsonc': (key) => utf8(`{\n  // the account\n  "servers": { "env": { "KEY": "${key}", }, },\n}\n`),
  'book.ipynb': (key) =>
    utf8(`{"cells":[{"cell_type":"code","source":["k = '${key}'\\n"],"outputs":[]}],"metadata":{}}`),
  'compose.yml': (key) => utf8(`services:\n  web:\n    environment:\n      - KEY=${key}\n      - "B=${key}"\n`),
  'secret.yaml': (key) => utf8(`kind: Secret\ndata:\n  key: ${Buffer.from(key).toString('base64')}\n  b: YWJj\n`),
  'settings.toml': (key) => utf8(`[proxy]\nkey = "${key}" # ours\nsince = 2026-01-01\n`),
  'app.ini': (key) => utf8(`; account\n[proxy]\nkey=${key}\n`),
  'app.properties': (key) => utf8(`proxy.key = ${key}\n! done\n`),
  'scraper.service': (key) => utf8(`[Service]\nEnvironment="KEY=${key}"\nExecStart=/usr/bin/scraper --quiet\n`),
  'run.sh': (key) => utf8(`#!/bin/sh\nKEY='${key}'\nexec curl "https://api.9proxy.com/?api-key=$KEY"\n`),
  'config.fish': (key) => utf8(`set -gx NINEPROXY_API_KEY ${key}\n`),
  'job.py': (key) => utf8(`KEY = "${key}"  # rotates\n`),
  Dockerfile: (key) => utf8(`FROM alpine\nENV KEY=${key}\n`),
  'key.txt': (key) => utf8(key),
  'profile.ps1': (key) => utf16le(`$env:NINEPROXY_API_KEY = '${key}'\r\n`),
  'big-endian.txt': (key) => utf16be(`key: ${key}\r\n`),
  'linked.env': (key) => utf8(`KEY=${key}\n`),
};

/** Where `linked.env` leads, within its folder. */
const target = 'shared/linked.env';
const modes: Readonly<Record<string, number>> = { '.env': 0o600, 'run.sh': 0o755, 'job.py': 0o750, 'key.txt': 0o600 };

export const fileNames = Object.keys(contents);
export const commandNames = ['plain store', 'line store', 'named store', 'base64 store', 'once store'];
/** Its command does harm when it runs twice: NineTray runs it again only when the user asks. */
export const onceName = 'once store';

/** Writes the files with this key, and the programs of commands and hooks, into an empty folder. Returns its places. */
export function manyPlaces(folder: string, key: string): Place[] {
  mkdirSync(join(folder, 'files', dirname(target)), { recursive: true });
  mkdirSync(join(folder, 'programs'));
  for (const name of fileNames) {
    const isLink = name === 'linked.env';
    const path = join(folder, 'files', isLink ? target : name);
    writeFileSync(path, contentOf(name, key));
    chmodSync(path, modes[name] ?? 0o644);
    if (isLink) symlinkSync(target, join(folder, 'files', name));
  }
  linkSync(join(folder, 'files', 'app.ini'), join(folder, 'files', 'same.ini'));
  writeFileSync(
    join(folder, 'programs', 'store.sh'),
    // Until it may end, it is a command that is under way.
    'cat > "stored $1"\necho x >> "runs $1"\nuntil [ -e hurry ]; do sleep 0.1; done\n',
  );
  writeFileSync(join(folder, 'programs', 'restart.sh'), 'echo x >> "restarts $1"\n');
  writeFileSync(join(folder, 'programs', 'check.sh'), 'grep -q . "stored plain store"\n');
  return [...commandPlaces(folder), ...filePlaces(folder)];
}

const run = (folder: string, program: string, ...words: string[]): Command => ({
  program: '/bin/sh',
  arguments: [`${program}.sh`, ...words],
  folder: join(folder, 'programs'),
  timeLimit: 120,
});

/** The files whose programs one hook restarts: the first, the last, and one between. */
export const sharedHook = ['.env', 'compose.yml', 'linked.env'];

function filePlaces(folder: string): Place[] {
  return fileNames.map((name) => ({
    id: name,
    name,
    kind: 'env-file',
    where: '',
    note: '',
    update: { by: 'file', path: join(folder, 'files', name) },
    ...(sharedHook.includes(name) ? { hook: run(folder, 'restart', 'shared') } : {}),
    ...(name === 'run.sh' ? { hook: run(folder, 'restart', 'script') } : {}),
  }));
}

type Around = Extract<PlaceUpdate, { by: 'command' }>['around'];

const around: Readonly<Record<string, NonNullable<Around>>> = {
  'named store': { before: 'KEY=', after: '\n', base64: false },
  'base64 store': { before: '{"data":"', after: '"}', base64: true },
};

/** What each command is given. */
export function givenTo(name: string, key: string): string {
  if (name === 'line store') return `${key}\n`;
  const { before = '', after = '', base64 = false } = around[name] ?? {};
  return before + (base64 ? Buffer.from(key).toString('base64') : key) + after;
}

function commandPlaces(folder: string): Place[] {
  return commandNames.map((name) => ({
    id: name,
    name,
    kind: 'ci-secret',
    where: '',
    note: '',
    update: {
      by: 'command',
      recipe: 'own',
      command: run(folder, 'store', name),
      ...(around[name] === undefined ? {} : { around: around[name] }),
      newline: name === 'line store',
      repeatable: name !== onceName,
      probe: null,
      ...(name === 'plain store'
        ? { readBack: { ...run(folder, 'store'), program: '/bin/cat', arguments: [`stored ${name}`] } }
        : {}),
    },
    ...(name === 'plain store' ? { hook: run(folder, 'restart', 'store'), check: run(folder, 'check') } : {}),
  }));
}

export function contentOf(name: string, key: string): Buffer {
  const content = contents[name];
  if (content === undefined) throw new Error(`There is no ${name}.`);
  return content(key);
}

/** From now on every command ends when it has taken the key. */
export function hurry(folder: string): void {
  writeFileSync(join(folder, 'programs', 'hurry'), '');
}

/** How often each hook or command ran, by the name that its program was given. */
export function timesRun(folder: string, what: 'restarts' | 'runs'): Record<string, number> {
  const names = readdirSync(join(folder, 'programs')).filter((name) => name.startsWith(`${what} `));
  return Object.fromEntries(
    names.map((name) => {
      const lines = readFileSync(join(folder, 'programs', name), 'utf8')
        .trim()
        .split('\n');
      return [name.slice(what.length + 1), lines.length];
    }),
  );
}

/** What the command of this place was given last. */
export function storedBy(folder: string, name: string): string {
  return readFileSync(join(folder, 'programs', `stored ${name}`), 'utf8');
}

/** All that is known of the files but their bytes: names, kinds, modes, owners, where links lead, and which file it is. */
export function factsOfFiles(folder: string): object {
  const files = join(folder, 'files');
  const names = readdirSync(files, { recursive: true }).map(String).toSorted();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(files, name);
      const { ino, mode, uid, gid, nlink } = statSync(path);
      const leadsTo = lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
      return [name, { ino, mode, uid, gid, nlink, leadsTo }];
    }),
  );
}

/** The bytes of a file. */
export function bytesOf(folder: string, name: string): Buffer {
  return readFileSync(join(folder, 'files', name));
}
