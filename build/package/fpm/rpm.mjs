// An rpm as fpm makes it, with rpmbuild: a spec over files that are there already.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { filesIn } from './staging.mjs';

/** Folders that belong to the system or to other packages, so this one must not own them. */
const ownFolders = ['opt/NineTray', 'usr/share/doc/ninetray'];

const scripts = {
  '--before-install': '%pre',
  '--after-install': '%post',
  '--before-remove': '%preun',
  '--after-remove': '%postun',
};

/** rpm's names for Debian's architectures, which electron-builder names. */
const architectures = { amd64: 'x86_64', arm64: 'aarch64' };

/** In a spec `%` begins a macro, also inside a script. */
const literal = (text) => text.replaceAll('%', '%%');

/**
 * The spec of a package.
 * @param {Record<string, any>} options fpm's
 * @param {{ path: string, isFolder: boolean }[]} entries what it owns, with paths from the root
 */
export function spec(options, entries) {
  const header = {
    Name: options['--name'],
    Version: options['--version'].replaceAll('-', '~'),
    Release: options['--iteration'] ?? '1',
    Summary: options['--rpm-summary'] ?? options['--description'].split('\n')[0],
    License: options['--license'] ?? 'unknown',
    Vendor: options['--vendor'],
    URL: options['--url'],
    Packager: options['--maintainer'],
    Group: options['--category'] ?? 'default',
    AutoReqProv: 'no',
  };
  const lines = Object.entries(header).filter(([, value]) => value !== undefined);
  const sections = Object.entries(scripts)
    .filter(([option]) => options[option])
    .map(([option, name]) => `${name}\n${literal(fs.readFileSync(options[option], 'utf8').replace(/^#!.*\n/, ''))}\n`);
  return [
    // Nothing is compiled, stripped or compressed again: the files are those of the other packages.
    '%global __os_install_post %{nil}',
    '%global debug_package %{nil}',
    ...lines.map(([name, value]) => `${name}: ${literal(String(value))}`),
    ...options['-d'].map((name) => `Requires: ${name}`),
    `\n%description\n${literal(options['--description'])}\n`,
    ...sections,
    '%files',
    '%defattr(-,root,root,-)',
    ...entries.map(({ path: name, isFolder }) => `${isFolder ? '%dir ' : ''}"/${literal(name)}"`),
    '',
  ].join('\n');
}

function entriesOf(files) {
  const names = filesIn(files);
  const folders = new Set(names.flatMap((name) => name.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))));
  const owned = [...folders].filter((name) => ownFolders.some((own) => `${name}/`.startsWith(`${own}/`)));
  return [
    ...owned.map((name) => ({ path: name, isFolder: true })),
    ...names.map((name) => ({ path: name, isFolder: false })),
  ];
}

/** @param {{ options: Record<string, any>, files: string, work: string }} package_ */
export function buildRpm({ options, files, work }) {
  const file = path.join(work, 'ninetray.spec');
  fs.writeFileSync(file, spec(options, entriesOf(files)));
  const defines = [
    `_topdir ${path.join(work, 'rpmbuild')}`,
    // Fast rather than small, as the deb is.
    '_binary_payload w1.gzdio',
    ...options['--rpm-rpmbuild-define'],
  ];
  const target = architectures[options['--architecture']] ?? options['--architecture'];
  execFileSync(
    'rpmbuild',
    ['-bb', '--quiet', '--target', target, '--buildroot', files, ...defines.flatMap((one) => ['--define', one]), file],
    { stdio: 'inherit' },
  );
  const made = path.join(work, 'rpmbuild/RPMS', target);
  const [name] = fs.readdirSync(made);
  fs.copyFileSync(path.join(made, name), options['--package']);
}
