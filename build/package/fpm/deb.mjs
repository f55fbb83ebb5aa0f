// A deb as fpm makes it, with dpkg-deb. It honours SOURCE_DATE_EPOCH.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzip } from '../gzip.mjs';
import { filesIn } from './staging.mjs';

const scripts = {
  '--before-install': 'preinst',
  '--after-install': 'postinst',
  '--before-remove': 'prerm',
  '--after-remove': 'postrm',
};

/** dpkg's measure, which does not depend on the file system: each file in whole KiB, each folder one. */
function installedSize(files, names) {
  const folders = new Set(names.flatMap((name) => name.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))));
  const kib = names.map((name) => Math.ceil(fs.lstatSync(path.join(files, name)).size / 1024));
  return kib.reduce((sum, size) => sum + size, folders.size);
}

function control(options, size) {
  const [first, ...rest] = options['--description'].split('\n').map((line) => line.trim());
  const description = [first || options['--name'], ...rest.map((line) => ` ${line || '.'}`)].join('\n');
  const fields = {
    Package: options['--name'],
    Version: [options['--version'], options['--iteration']].filter(Boolean).join('-'),
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

function addChangelogs(files, options) {
  const folder = path.join(files, 'usr/share/doc', options['--name']);
  fs.mkdirSync(folder, { recursive: true });
  for (const [option, name] of [
    ['--deb-changelog', 'changelog.Debian.gz'],
    ['--deb-upstream-changelog', 'changelog.gz'],
  ]) {
    if (options[option])
      fs.writeFileSync(path.join(folder, name), gzip(fs.readFileSync(options[option])), { mode: 0o644 });
  }
}

/** @param {{ options: Record<string, any>, files: string }} package_ */
export function buildDeb({ options, files }) {
  addChangelogs(files, options);
  const names = filesIn(files);
  const debian = path.join(files, 'DEBIAN');
  fs.mkdirSync(debian, { mode: 0o755 });
  const write = (name, text, mode = 0o644) => fs.writeFileSync(path.join(debian, name), text, { mode });
  write('control', control(options, installedSize(files, names)));
  const sums = names
    .filter((name) => fs.lstatSync(path.join(files, name)).isFile())
    .map(
      (name) =>
        `${createHash('md5')
          .update(fs.readFileSync(path.join(files, name)))
          .digest('hex')}  ${name}\n`,
    );
  write('md5sums', sums.join(''));
  for (const [option, name] of Object.entries(scripts)) {
    if (options[option]) write(name, fs.readFileSync(options[option]), 0o755);
  }
  // Fast rather than small: such a package is for trying out. gzip unless zstd is asked for, which lintian refuses.
  const how = ['--root-owner-group', options['--deb-compression'] === 'zst' ? '-Zzstd' : '-Zgzip', '-z1'];
  execFileSync('dpkg-deb', [...how, '--build', files, options['--package']], { stdio: 'inherit' });
}
