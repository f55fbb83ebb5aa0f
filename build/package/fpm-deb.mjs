#!/usr/bin/env node
// The part of fpm's command line that electron-builder's deb target uses, done with dpkg-deb, for where fpm cannot be
// downloaded. Releases must use fpm itself where it is available.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const valued = new Set(
  (
    '-s -t --architecture --description --version --package --name --maintainer --vendor --url --category --deb-priority ' +
    '--license --iteration --deb-compression --log --before-install --after-install --before-remove --after-remove'
  ).split(' '),
);
const repeated = ['-d', '--deb-recommends', '--deb-suggests'];

/** Options by name (repeated ones as lists) and the `from=to` pairs. */
function readArguments(argv) {
  const options = Object.fromEntries(repeated.map((name) => [name, []]));
  const pairs = [];
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i];
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const name = equals > 0 ? argument.slice(0, equals) : argument;
    const value = () => (equals > 0 ? argument.slice(equals + 1) : argv[++i]);
    if (repeated.includes(name)) options[name].push(value());
    else if (valued.has(name)) options[name] = value();
    else if (!argument.startsWith('-')) pairs.push(argument);
    else if (!['--force', '--debug'].includes(argument)) console.error(`fpm-deb: ignored ${argument}`);
  }
  return { options, pairs };
}

function copyInto(folder, pair) {
  const at = pair.lastIndexOf('=');
  const from = pair.slice(0, at);
  const to = path.join(folder, pair.slice(at + 1));
  if (from.endsWith('/')) {
    fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    return;
  }
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

/** Gives everything the usual modes, and answers the size in KiB. */
function tidy(folder) {
  fs.chmodSync(folder, 0o755);
  let size = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) size += tidy(full);
    else if (entry.isFile()) {
      const stat = fs.statSync(full);
      size += Math.ceil(stat.size / 1024);
      fs.chmodSync(full, stat.mode & 0o111 ? 0o755 : 0o644);
    }
  }
  return size;
}

function control(options, size) {
  const [first, ...rest] = options['--description'].split('\n').map((line) => line.trim());
  const description = [first || options['--name'], ...rest.map((line) => ` ${line || '.'}`)].join('\n');
  const version = [options['--version'], options['--iteration']].filter(Boolean).join('-');
  const fields = {
    Package: options['--name'],
    Version: version,
    License: options['--license'],
    Vendor: options['--vendor'],
    Architecture: options['--architecture'],
    Maintainer: options['--maintainer'],
    'Installed-Size': size,
    Depends: options['-d'].join(', '),
    Recommends: options['--deb-recommends'].join(', '),
    Suggests: options['--deb-suggests'].join(', '),
    Section: options['--category'] ?? 'default',
    Priority: options['--deb-priority'],
    Homepage: options['--url'],
    Description: description,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

const scripts = {
  '--before-install': 'preinst',
  '--after-install': 'postinst',
  '--before-remove': 'prerm',
  '--after-remove': 'postrm',
};

const { options, pairs } = readArguments(process.argv.slice(2));
if (options['-t'] !== 'deb' || options['-s'] !== 'dir') {
  console.error('fpm-deb: only -s dir -t deb');
  process.exit(2);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fpm-deb-'));
try {
  for (const pair of pairs) copyInto(folder, pair);
  const size = tidy(folder);
  const debian = path.join(folder, 'DEBIAN');
  fs.mkdirSync(debian);
  fs.writeFileSync(path.join(debian, 'control'), control(options, size));
  for (const [option, name] of Object.entries(scripts)) {
    if (!options[option]) continue;
    fs.copyFileSync(options[option], path.join(debian, name));
    fs.chmodSync(path.join(debian, name), 0o755);
  }
  // Fast rather than small: such a package is for trying out.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z3', '--build', folder, options['--package']], {
    stdio: 'inherit',
  });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
