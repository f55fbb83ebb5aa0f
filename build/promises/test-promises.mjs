// `npm run test:promises`: removes each protection of protections.mjs in a copy of the tree and checks that its test notices.
// Not part of `npm test`: it starts the application once for every end-to-end test. `npm run test:promises -- TEXT TEXT` runs those with
// one of these texts in their name, files or test; `--unit` leaves the end-to-end tests out, `--e2e` the others.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../paths.mjs';
import { run, say, toolFile } from '../run.mjs';
import { judge, titlePattern } from './judge.mjs';
import { changesOf, protections } from './protections.mjs';

/** About how long one run of a test takes on two idle cores (s). */
const SECONDS = { unit: 4, 'end-to-end': 25 };

/** Copies what git knows of the tree; node_modules is shared. */
function copyTree(folder) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    if (!fs.existsSync(path.join(root, file))) continue;
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(folder, file));
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
}

const isEndToEnd = (file) => file.startsWith('e2e/');

/** Runs these tests of one file in the copy and returns vitest's report of them, or null where there is none. */
async function runTests(folder, file, titles) {
  const report = path.join(folder, 'promise-report.json');
  fs.rmSync(report, { force: true });
  const config = isEndToEnd(file) ? ['--config', 'e2e/vitest.config.ts'] : [];
  const pattern = titles.map((title) => `(?:${titlePattern(title)})`).join('|');
  const args = ['run', ...config, file, '-t', pattern, '--reporter=json', `--outputFile=${report}`];
  const { out } = await run(process.execPath, [toolFile('vitest'), ...args], { cwd: folder, limit: 600_000 });
  return { report: fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null, out };
}

/** Makes the changes, does the work and undoes them. */
async function withChanges(folder, changes, work) {
  const before = new Map();
  try {
    for (const { file, find, replace } of changes) {
      const target = path.join(folder, file);
      const text = fs.readFileSync(target, 'utf8');
      if (!before.has(target)) before.set(target, text);
      fs.writeFileSync(
        target,
        text.replace(find, () => replace),
      );
    }
    return await work();
  } finally {
    for (const [target, text] of before) fs.writeFileSync(target, text);
  }
}

/** Judges the protections whose tests are in one file, after one run of all of these tests unchanged. */
async function judgeFile(folder, file, chosen) {
  const unchanged = await runTests(folder, file, [...new Set(chosen.map(({ test }) => test.title))]);
  if (unchanged.report === null) say(unchanged.out.split('\n').slice(-15).join('\n'));
  const rows = [];
  for (const protection of chosen) {
    const { name, test } = protection;
    const began = Date.now();
    const changed = await withChanges(folder, changesOf(protection), () => runTests(folder, file, [test.title]));
    const verdict = judge(unchanged.report, changed.report, test.title);
    const seconds = Math.round((Date.now() - began) / 1000);
    rows.push({ name, id: `${test.file}: ${test.title}`, verdict });
    say(`${verdict.padEnd(16)}${`${seconds} s`.padStart(6)}  ${name}  (${test.file}: ${test.title})`);
    if (verdict !== 'noticed') say(changed.out.split('\n').slice(-15).join('\n'));
  }
  return rows;
}

const given = process.argv.slice(2);
const wanted = given.filter((text) => !text.startsWith('--'));
const isWanted = ({ name, file, test }) => {
  if (given.includes(isEndToEnd(test.file) ? '--unit' : '--e2e')) return false;
  return wanted.length === 0 || wanted.some((text) => `${name} ${file} ${test.file} ${test.title}`.includes(text));
};
const chosen = protections.filter(isWanted);
const files = [...new Set(chosen.map(({ test }) => test.file))];
const runs = [...chosen.map(({ test }) => test.file), ...files];
const seconds = runs.reduce((sum, file) => sum + SECONDS[isEndToEnd(file) ? 'end-to-end' : 'unit'], 0);
say(`${chosen.length} protections in ${files.length} test files: about ${Math.ceil(seconds / 60)} minutes`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-promises-'));
const rows = [];
try {
  copyTree(folder);
  for (const file of files) {
    const ofFile = chosen.filter(({ test }) => test.file === file);
    rows.push(...(await judgeFile(folder, file, ofFile)));
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
const noticed = rows.filter(({ verdict }) => verdict === 'noticed').length;
console.log(['| verdict | protection | test |', '| --- | --- | --- |'].join('\n'));
for (const { name, id, verdict } of rows) console.log(`| ${verdict} | ${name} | ${id} |`);
console.log(`${noticed} of ${rows.length} removed protections were noticed by their test`);
process.exitCode = rows.length > 0 && noticed === rows.length ? 0 : 1;
