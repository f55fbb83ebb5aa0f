// `npm run bench`: what NineTray costs, against a bare Electron in the same run; the table goes into
// docs/performance.md. It passes no judgement: figures of two machines cannot be compared.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from '../build/build.mjs';
import { openDesktop } from '../build/desktop/desktop.mjs';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { findElectron } from '../build/electron/find-electron.mjs';
import { root } from '../build/paths.mjs';
import { ensureSystem } from '../build/system.mjs';
import { applications, copyBuild, copyElectron, runner, startServer } from './applications.mjs';
import { parseOptions, usage } from './options.mjs';
import { movePointer } from './pointer.mjs';
import { clickEffect, openAndClose, openPopover } from './popover.mjs';
import { countActivity, memory } from './proc.mjs';
import { openScreen } from './screen.mjs';
import { betweenMarkers, summary, table } from './statistics.mjs';

/** After the tray is there: everything that is done at the start is over (ms). */
const startIsOver = 4000;
const idleFor = 60_000;
/** A hidden popover is destroyed after three minutes (app/windows/popover/popover.ts), and memory given back a little later (ms). */
const popoverDestroyed = 3 * 60_000;
const afterwards = 20_000;

const options = parseOptions(process.argv.slice(2));

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

/** @returns {Promise<number[]>} ms of the first opening and of each further one */
async function measurePopover(effect, desktop, screen) {
  if (effect === 'nothing') return [];
  if (effect === 'opens') return [await openPopover(desktop, screen)].filter((ms) => ms !== null);
  const times = [];
  for (let i = 0; i <= options.warm; i++) {
    times.push(await openAndClose(desktop, screen));
    await wait(700);
  }
  return times;
}

async function measureStart(application, run, desktop, screen) {
  const running = await run.start(application);
  try {
    note(application, 'tray', running.tray);
    await wait(startIsOver);
    const times = await measurePopover(effectOf(application), desktop, screen);
    for (const [i, ms] of times.entries()) note(application, i === 0 ? 'cold' : 'warm', ms);
    const shown = times.map((ms) => ms.toFixed(0)).join(' ');
    say(`${application.id.padEnd(12)} tray ${running.tray.toFixed(0)}  popover ${shown}`);
  } finally {
    await running.end();
  }
}

async function waitUntilDestroyed(pid) {
  const windows = () => memory(pid).processes.filter(({ kind }) => kind === 'renderer').length;
  await waitFor('the closed popover to be destroyed', () => windows() === 0, popoverDestroyed + 2 * 60_000);
}

async function measureIdle(application, run, desktop, screen) {
  const running = await run.start(application);
  try {
    await wait(afterwards);
    note(application, 'pssNew', memory(running.pid).pss);
    const isOurs = application.kind === 'ninetray';
    if (application.kind !== 'bare' && effectOf(application) === 'opens and closes') {
      await openAndClose(desktop, screen);
      await wait(2000);
      note(application, 'pssOpened', memory(running.pid).pss);
      if (isOurs) await waitUntilDestroyed(running.pid);
      else await wait(popoverDestroyed);
      await wait(afterwards);
    }
    const stop = countActivity(running.pid);
    await wait(idleFor);
    const { cpu, wakeUps } = stop();
    const { pss, processes } = memory(running.pid);
    note(application, 'pss', pss);
    note(application, 'cpu', cpu);
    note(application, 'wakeUps', wakeUps);
    if (isOurs) note(application, 'again', await openAndClose(desktop, screen));
    const rows = processes.map((one) => `${one.kind} ${one.pss.toFixed(1)}`).join(', ');
    say(`${application.id.padEnd(12)} ${pss.toFixed(1)} MiB  ${cpu.toFixed(0)} ms  ${wakeUps} wake-ups  (${rows})`);
  } finally {
    await running.end();
  }
}

/** What a click on a peer's icon does, by its id; of all others it is known. */
const effects = new Map();

/** @returns {import('./popover.mjs').ClickEffect} */
function effectOf({ id }) {
  return effects.get(id) ?? 'opens and closes';
}

async function noteEffect({ id }, desktop, screen) {
  const effect = await clickEffect(desktop, screen);
  effects.set(id, effect);
  if (effect === 'nothing') say(`${id.padEnd(12)} a click on its icon shows nothing: no popover is measured`);
  if (effect === 'opens') say(`${id.padEnd(12)} a second click does not close it: only the first opening is measured`);
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
  await ensureSystem(['libraries', 'desktop', ...(options.hasCompositor ? ['compositor'] : [])]);
  const electron = await findElectron();
  await build();
  const server = await startServer();
  // One desktop for all: another X server would map other memory into each browser process.
  const desktop = await openDesktop({ tray: 'watcher', screen: '800x640', screenFile: true });
  if (options.hasCompositor) await desktop.openCompositor();
  const screen = openScreen(desktop.screenFile);
  await movePointer(desktop.env.DISPLAY, 790, 2);
  const apps = applications(server.origin, copyBuild(path.join(desktop.folder, 'build')), options);
  try {
    const run = runner(desktop, copyElectron(electron, path.join(desktop.folder, 'electron')));
    for (const application of apps) {
      if (application.kind === 'ninetray') await run.keepKey(application, server.key);
      // The first start of all fills caches and makes profiles.
      const first = await run.start(application);
      await wait(startIsOver);
      if (application.kind === 'peer') await noteEffect(application, desktop, screen);
      else await openAndClose(desktop, screen);
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
  if (!options.writesTable) return;
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text));
  say(`The table: ${page}`);
}

if (options.isHelp) console.log(usage);
else await bench();
