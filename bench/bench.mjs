// `npm run bench`: what NineTray costs, against a bare Electron in the same run; the table goes into
// docs/performance.md. It passes no judgement: figures of two machines cannot be compared.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from '../build/build.mjs';
import { openDesktop } from '../build/desktop/desktop.mjs';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { findElectron } from '../build/electron/find-electron.mjs';
import { root } from '../build/paths.mjs';
import { ensureSystem } from '../build/system.mjs';
import { applications, copyBuild, copyElectron, runner, startServer } from './applications.mjs';
import { movePointer } from './pointer.mjs';
import { countActivity, memory } from './proc.mjs';
import { openScreen } from './screen.mjs';
import { betweenMarkers, summary, table } from './statistics.mjs';

const usage = `npm run bench -- [options]
  --runs N      starts of each application (7)
  --warm N      further openings of the popover in each start (4)
  --idle N      rounds of memory and processor time, about 8 minutes each (3; 0: none)
  --against D   another build of NineTray (a folder with package.json and out/) to measure in the same run; can be repeated
  --compositor  with a compositor, which gives the popover its shadow
  --no-table    leaves docs/performance.md as it is`;
/** After the tray is there: everything that is done at the start is over (ms). */
const startIsOver = 4000;
const idleFor = 60_000;
/** A hidden popover is destroyed after three minutes (app/windows/popover/popover.ts), and memory given back a little later (ms). */
const popoverForgotten = 5 * 60_000;
const afterwards = 20_000;

const { values: given } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    warm: { type: 'string', default: '4' },
    idle: { type: 'string', default: '3' },
    against: { type: 'string', multiple: true, default: [] },
    compositor: { type: 'boolean', default: false },
    'no-table': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const options = { runs: Number(given.runs), warm: Number(given.warm), idle: Number(given.idle) };

const measures = [
  { id: 'tray', title: 'spawn to tray item at the watcher, ms', aim: 1.2 },
  { id: 'cold', title: 'click to popover painted, first time, ms', aim: 1.5 },
  { id: 'warm', title: 'click to popover painted, again, ms', aim: 1.3 },
  { id: 'pss', title: 'memory (PSS of all processes), popover closed some minutes ago, MiB', aim: 1.15 },
  { id: 'cpu', title: 'processor time per minute, the same, ms', aim: 1.5 },
  { id: 'wakeUps', title: 'wake-ups per minute, the same', aim: null },
  { id: 'again', title: 'click to popover painted, after it was destroyed, ms', aim: null },
  { id: 'pssNew', title: 'memory, popover never opened, MiB', aim: null },
  { id: 'pssOpened', title: 'memory, popover just closed, MiB', aim: null },
];
/** @type {Record<string, Record<string, number[]>>} by measure and application */
const found = Object.fromEntries(measures.map(({ id }) => [id, {}]));

function note(application, measure, value) {
  (found[measure][application.id] ??= []).push(value);
}

function say(text) {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);
}

/** The applications in another order each time, so that none is always the first after a pause. */
function turn(list, round) {
  return list.map((_, i) => list[(i + round) % list.length]);
}

/** Opens the popover and closes it again. Answers ms from the click to the picture. */
async function openAndClose({ tray }, screen) {
  const before = screen.picture();
  const opened = await screen.watch(() => tray.activate());
  if (opened === null) throw new Error('A click on the icon changed nothing.');
  await tray.activate();
  await waitFor('the popover to close', () => screen.picture().equals(before));
  return opened.ms;
}

async function measureStart(application, run, desktop, screen) {
  const running = await run.start(application);
  try {
    note(application, 'tray', running.tray);
    await wait(startIsOver);
    const times = [];
    for (let i = 0; i <= options.warm; i++) {
      const ms = await openAndClose(desktop, screen);
      note(application, i === 0 ? 'cold' : 'warm', ms);
      times.push(ms.toFixed(0));
      await wait(700);
    }
    say(`${application.id.padEnd(12)} tray ${running.tray.toFixed(0)}  popover ${times.join(' ')}`);
  } finally {
    await running.end();
  }
}

async function measureIdle(application, run, desktop, screen) {
  const running = await run.start(application);
  try {
    await wait(afterwards);
    note(application, 'pssNew', memory(running.pid).pss);
    if (application.isOurs) {
      const windows = () => memory(running.pid).processes.filter(({ kind }) => kind === 'renderer').length;
      await openAndClose(desktop, screen);
      await wait(2000);
      note(application, 'pssOpened', memory(running.pid).pss);
      await waitFor('the closed popover to be forgotten', () => windows() === 0, popoverForgotten);
      await wait(afterwards);
    }
    const stop = countActivity(running.pid);
    await wait(idleFor);
    const { cpu, wakeUps } = stop();
    const { pss, processes } = memory(running.pid);
    note(application, 'pss', pss);
    note(application, 'cpu', cpu);
    note(application, 'wakeUps', wakeUps);
    if (application.isOurs) note(application, 'again', await openAndClose(desktop, screen));
    const rows = processes.map((one) => `${one.kind} ${one.pss.toFixed(1)}`).join(', ');
    say(`${application.id.padEnd(12)} ${pss.toFixed(1)} MiB  ${cpu.toFixed(0)} ms  ${wakeUps} wake-ups  (${rows})`);
  } finally {
    await running.end();
  }
}

function report(apps, electron) {
  const rows = measures
    .filter(({ id }) => Object.keys(found[id]).length > 0)
    .map(({ id, title, aim }) => ({ title, aim, values: found[id] }));
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${os.type()}, ${os.availableParallelism()} processors, no graphics card`;
  const said =
    `${day}, Electron ${electron.version}, ${machine};\n` +
    `medians (lowest-highest) of ${options.runs} starts, ${options.runs * options.warm} further openings and ${options.idle} idle rounds,\n` +
    `taken in turn; load ${os.loadavg()[0].toFixed(1)}. The ratio is to the bare Electron without a window.`;
  return `\n${said}\n\n${table(rows, apps)}\n`;
}

async function bench() {
  await ensureSystem(['libraries', 'desktop', ...(given.compositor ? ['compositor'] : [])]);
  const electron = await findElectron();
  await build();
  const server = await startServer();
  // One desktop for all: another X server would map other memory into each browser process.
  const desktop = await openDesktop({ tray: 'watcher', screen: '800x640', screenFile: true });
  if (given.compositor) await desktop.openCompositor();
  const screen = openScreen(desktop.screenFile);
  await movePointer(desktop.env.DISPLAY, 790, 2);
  const apps = applications(server.origin, copyBuild(path.join(desktop.folder, 'build')), given.against);
  try {
    const run = runner(desktop, copyElectron(electron, path.join(desktop.folder, 'electron')));
    for (const application of apps) {
      if (application.isOurs) await run.keepKey(application, server.key);
      // The first start of all fills caches and makes profiles.
      const first = await run.start(application);
      await wait(startIsOver);
      await openAndClose(desktop, screen);
      await first.end();
    }
    for (let i = 0; i < options.runs; i++)
      for (const application of turn(apps, i)) await measureStart(application, run, desktop, screen);
    for (let i = 0; i < options.idle; i++)
      for (const application of turn(apps, i)) await measureIdle(application, run, desktop, screen);
  } finally {
    screen.close();
    await desktop.close();
    server.stop();
  }
  const text = report(apps, electron);
  console.log(text);
  const file = path.join(root, 'out', 'bench.json');
  const summaries = Object.fromEntries(
    measures.map(({ id }) => [
      id,
      Object.fromEntries(
        apps.map((one) => [one.id, { ...summary(found[id][one.id] ?? []), values: found[id][one.id] }]),
      ),
    ]),
  );
  fs.writeFileSync(
    file,
    `${JSON.stringify({ at: new Date(), electron: electron.version, load: os.loadavg(), options, measures: summaries }, null, 2)}\n`,
  );
  say(`All figures: ${file}`);
  if (given['no-table'] || given.against.length > 0) return;
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text));
  say(`The table: ${page}`);
}

if (given.help) console.log(usage);
else await bench();
