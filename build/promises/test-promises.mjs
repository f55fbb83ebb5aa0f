// `npm run test:promises`: removes each protection of protections.mjs in a copy of the tree and checks that its test notices.
// Not part of `npm test`: it starts the application once for every end-to-end test. `npm run test:promises -- TEXT` runs those with TEXT
// in their name or files.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../folders.mjs';
import { run, say, toolFile } from '../run.mjs';
import { judge, titlePattern } from './judge.mjs';
import { protections } from './protections.mjs';

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

/** Runs one test in the copy and returns vitest's report of it, or null where there is none. */
async function runTest(folder, { file, title }) {
  const report = path.join(folder, 'promise-report.json');
  fs.rmSync(report, { force: true });
  const config = file.startsWith('e2e/') ? ['--config', 'e2e/vitest.config.ts'] : [];
  const args = ['run', ...config, file, '-t', titlePattern(title), '--reporter=json', `--outputFile=${report}`];
  const { out } = await run(process.execPath, [toolFile('vitest'), ...args], { cwd: folder, limit: 300_000 });
  return { report: fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null, out };
}

async function withChange(folder, { file, find, replace }, work) {
  const target = path.join(folder, file);
  const before = fs.readFileSync(target, 'utf8');
  fs.writeFileSync(
    target,
    before.replace(find, () => replace),
  );
  try {
    return await work();
  } finally {
    fs.writeFileSync(target, before);
  }
}

const wanted = process.argv[2] ?? '';
const chosen = protections.filter(({ name, file, test }) => `${name} ${file} ${test.file}`.includes(wanted));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-promises-'));
const rows = [];
/** Whether the unchanged tree passes, by test. */
const passes = new Map();
try {
  copyTree(folder);
  for (const protection of chosen) {
    const { name, test } = protection;
    const id = `${test.file}: ${test.title}`;
    if (!passes.has(id)) passes.set(id, await runTest(folder, test));
    const changed = await withChange(folder, protection, () => runTest(folder, test));
    const verdict = judge(passes.get(id).report, changed.report, test.title);
    rows.push({ name, id, verdict });
    say(`${verdict.padEnd(20)}  ${name}  (${id})`);
    if (verdict !== 'noticed') say(changed.out.split('\n').slice(-15).join('\n'));
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
const noticed = rows.filter(({ verdict }) => verdict === 'noticed').length;
console.log(`${noticed} of ${rows.length} removed protections were noticed by their test`);
process.exitCode = rows.length > 0 && noticed === rows.length ? 0 : 1;
