// What packages for Linux have beside the application.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownSwitches } from '../../../app/cli/own-switches';
import { subcommandSwitches, subcommandWords } from '../../../app/cli/subcommands';
import { root } from '../../paths.mjs';
import { debianChangelog } from './debian-changelog.mjs';
import { metainfo, metainfoPictures } from './metainfo.mjs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

it('the manual page names every command, every switch that is not one of a command, and every exit code', () => {
  const page = read('build/package/linux/ninetray.1').replaceAll(String.raw`\-`, '-');
  const ofCommands = new Set(subcommandSwitches);
  for (const name of [...ownSwitches].filter((one) => !ofCommands.has(one))) expect(page).toContain(name);
  for (const word of subcommandWords) expect(page).toMatch(new RegExp(`^\\.B ninetray ${word}$`, 'm'));
  const [, table = ''] = read('README.md').split('| exit code | meaning |');
  const codes = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (\d+) \| /gm)].map(([, code]) => code);
  expect(codes).toHaveLength(9);
  for (const code of codes) expect(page).toMatch(new RegExp(`^\\.B ${String(code)}$`, 'm'));
});

it('the description names pictures that there are, and escapes what XML would read', () => {
  const about = {
    id: 'a.b.C',
    version: '1.2.3',
    date: '2026-12-01',
    homepage: 'https://x.invalid/?a&b',
    license: 'MIT',
  };
  const xml = metainfo({ ...about, developer: 'A <b>' });
  expect(xml).toContain('<launchable type="desktop-id">a.b.C.desktop</launchable>');
  expect(xml).toContain('<release version="1.2.3" date="2026-12-01"/>');
  expect(xml).toContain('A &lt;b&gt;');
  expect(xml).not.toContain('a&b');
  for (const file of metainfoPictures) expect(read(`docs/pictures/${file}`)).not.toBe('');
});

it('the changelog of the deb has the form that dpkg reads', () => {
  const date = new Date('2026-12-01T08:05:09Z');
  expect(debianChangelog({ version: '0.1.0', iteration: '1', maintainer: 'A <a@b.invalid>', date })).toBe(
    'ninetray (0.1.0-1) stable; urgency=medium\n\n' +
      '  * Version 0.1.0. See /usr/share/doc/ninetray/changelog.gz.\n\n' +
      ' -- A <a@b.invalid>  Tue, 01 Dec 2026 08:05:09 +0000\n',
  );
});

it('the script that runs after a removal leaves what a newer version installed, with dpkg and with rpm', () => {
  const script = read('build/package/linux/after-remove.tpl');
  // dpkg: upgrade and its failures; rpm: one version stays.
  expect(script).toContain('upgrade|failed-upgrade|abort-install|abort-upgrade|disappear|[1-9]*) exit 0');
  expect(script.indexOf('exit 0')).toBeLessThan(script.indexOf('update-alternatives --remove '));
});

it.each(['after-install', 'after-remove'])(
  'the script %s has nothing that only bash knows: rpm runs it with /bin/sh',
  (name) => {
    const script = read(`build/package/linux/${name}.tpl`);
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script).not.toMatch(/\[\[|^\s*(function|local|declare|source)\b|<\(|<<<|\$'/m);
  },
);
