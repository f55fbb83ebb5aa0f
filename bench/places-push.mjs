// Part of `npm run bench:places`: how long the key takes to 100 files, from the plan to the proof, and how long their
// rehearsal takes, next to a plain loop that reads, writes and syncs each. The table goes into docs/performance.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../build/paths.mjs';
import { buildParts } from './build-parts.mjs';
import { betweenMarkers, summary } from './statistics.mjs';

const rounds = 21;
const files = 100;
const atOnce = 8;
// Made up; of the same length, as a new key is expected to be.
const keys = ['k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6'];
const options = { salt: Buffer.alloc(32) };
const texts = {
  '.env': (key) => `# settings\nDEBUG=0\nexport NINEPROXY_KEY="${key}"\nPORT=8080\n`,
  '.yaml': (key) => `services:\n  web:\n    image: web\n    environment:\n      - NINEPROXY_KEY=${key}\n`,
  '.json': (key) => `{\n  "servers": { "proxy": { "env": { "KEY": "${key}" }, "args": ["-y"] } }\n}\n`,
  '.toml': (key) => `[proxy]\nkey = "${key}"\nport = 8080\n`,
  '.sh': (key) => `#!/bin/sh\nKEY=${key}\ncurl "https://api.9proxy.com/client/v1/account?api-key=$KEY"\n`,
};

// In the project's folder: /tmp may be in memory, where a sync costs nothing.
const folder = fs.mkdtempSync(path.join(root, 'node_modules/.cache/places-push-'));
try {
  const { attributesOf, planFileUpdate, writeFileUpdate, proveFileUpdate, pushThroughService } = await bundled();
  const paths = makeFiles();
  const found = { plain: [], push: [], rehearse: [], last: [], journalled: [] };
  // The first rounds fill caches and compile.
  for (let round = -2; round < rounds; round += 1) {
    const change = { old: keys[Math.abs(round) % 2], next: keys[(Math.abs(round) + 1) % 2] };
    restore(paths, change.old);
    const plain = await timed(() => plainLoop(paths, change));
    restore(paths, change.old);
    const rehearse = await timed(() => {
      const shared = { ...options, attributes: attributesOf(paths) };
      return eachAtOnce(paths, async (file) => expectOk(await planFileUpdate(file, { ...change, next: null }, shared)));
    });
    const push = (some) =>
      timed(() =>
        eachAtOnce(some, async (file) => {
          const plan = expectOk(await planFileUpdate(file, change, options));
          expectOk(await writeFileUpdate(file, plan, change, options));
          expectOk(await proveFileUpdate(file, plan, change, options));
        }),
      );
    const all = await push(paths);
    restore(paths, change.old);
    const last = await push(paths.slice(0, 20));
    restore(paths, change.old);
    const profile = path.join(folder, `profile-${round}`);
    const journalled = await pushThroughService(profile, paths.slice(0, 20), change);
    if (round < 0) continue;
    found.journalled.push(journalled);
    found.plain.push(plain);
    found.rehearse.push(rehearse);
    found.push.push(all);
    found.last.push(last);
  }
  const text = report(found);
  console.log(text);
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text, 'places-push'));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function bundled() {
  const names = ['attributes', 'plan-file-update', 'write-file-update', 'prove-file-update'];
  const imported = await buildParts(path.join(folder, 'built'), {
    ...Object.fromEntries(names.map((name) => [name, `app/places/files/${name}.ts`])),
    'places-parts': 'bench/places-parts.ts',
  });
  return Object.assign({}, ...(await Promise.all([...names, 'places-parts'].map(imported))));
}

function makeFiles() {
  const kinds = Object.keys(texts);
  return Array.from({ length: files }, (_none, index) => {
    const inside = path.join(folder, `project-${index}`);
    fs.mkdirSync(inside);
    return path.join(inside, `settings${kinds[index % kinds.length]}`);
  });
}

function restore(paths, key) {
  for (const file of paths) fs.writeFileSync(file, texts[path.extname(file)](key));
}

/** What any program does at least: reads the file, writes it whole, and makes it last. */
async function plainLoop(paths, { old, next }) {
  for (const file of paths) {
    const content = await fs.promises.readFile(file, 'utf8');
    const handle = await fs.promises.open(file, 'w');
    await handle.writeFile(content.replaceAll(old, next));
    await handle.sync();
    await handle.close();
  }
}

async function eachAtOnce(items, run) {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function expectOk(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

async function timed(run) {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function report(found) {
  const day = new Date().toISOString().slice(0, 10);
  const shown = (values) => {
    const { median, low, high } = summary(values);
    return `${median.toFixed(0)} (${low.toFixed(0)}-${high.toFixed(0)})`;
  };
  const ratio = (values) => (summary(values).median / summary(found.plain).median).toFixed(2);
  const percentile = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1].toFixed(0);
  return (
    `\n${day}, Node ${process.versions.node}, ${os.type()}, ${os.availableParallelism()} processors;\n` +
    `${files} files of five formats, ${atOnce} at once; medians (lowest-highest) of ${rounds} rounds,\n` +
    `taken in turn in one run; load ${os.loadavg()[0].toFixed(1)}.\n\n` +
    '| | value | aim |\n| --- | --- | --- |\n' +
    `| plain loop: read, write, sync, ms | ${shown(found.plain)} | |\n` +
    `| NineTray: plan, write, sync, read back, prove, ms | ${shown(found.push)} | 1000 |\n` +
    `| ratio | **${ratio(found.push)}** | 1.50 |\n` +
    `| NineTray's rehearsal, ms | ${shown(found.rehearse)} | 1000 |\n` +
    `| ratio | **${ratio(found.rehearse)}** | 1.50 |\n` +
    `| the last of 20 files has the key, 95th percentile, ms | ${percentile(found.last)} | 1000 |\n` +
    `| the same by the places' service, with its journal, 95th percentile, ms | ${percentile(found.journalled)} | 1000 |\n`
  );
}
