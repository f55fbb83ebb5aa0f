#!/usr/bin/env node
// The part of fpm's command line that electron-builder uses, done with the system's dpkg-deb and rpmbuild, for where fpm
// cannot be downloaded. Releases must use fpm itself where it is available.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readArguments } from './arguments.mjs';
import { buildDeb } from './deb.mjs';
import { buildRpm } from './rpm.mjs';
import { copyInto, giveUsualModes } from './staging.mjs';

const builders = { deb: buildDeb, rpm: buildRpm };

const { options, pairs } = readArguments(process.argv.slice(2));
const build = builders[options['-t']];
if (build === undefined || options['-s'] !== 'dir') {
  console.error('fpm: only -s dir with -t deb or -t rpm');
  process.exit(2);
}
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'fpm-'));
try {
  const files = path.join(work, 'files');
  fs.mkdirSync(files);
  for (const pair of pairs) copyInto(files, pair);
  giveUsualModes(files);
  build({ options, files, work });
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
