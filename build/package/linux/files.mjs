// Writes what packages for Linux have beside the application into out/package: electron-builder.yml names each file.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../../paths.mjs';
import { readChangelog } from '../../release/changelog.mjs';
import { gzip } from '../gzip.mjs';
import { debianChangelog } from './debian-changelog.mjs';
import { metainfo } from './metainfo.mjs';

const folder = path.join(root, 'out/package');

/**
 * @param {Date} date of the sources: a package's changelog has a time
 */
export function writeLinuxFiles(date) {
  const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
  const manifest = JSON.parse(read('package.json'));
  const builder = parse(read('electron-builder.yml'));
  const { version, homepage, license } = manifest;
  const released = readChangelog(read('CHANGELOG.md')).find((entry) => entry.version === version)?.date;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const write = (file, content) => fs.writeFileSync(path.join(folder, file), content);
  const about = { id: builder.appId, version, homepage, license, developer: builder.linux.vendor };
  write(`${builder.appId}.metainfo.xml`, metainfo({ ...about, date: released ?? date.toISOString().slice(0, 10) }));
  write('ninetray.1.gz', gzip(read('build/package/linux/ninetray.1').replaceAll('@VERSION@', version)));
  const { maintainer } = builder.linux;
  write('debian-changelog', debianChangelog({ version, iteration: '1', maintainer, date }));
}
