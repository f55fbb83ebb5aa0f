// `npm run bench`: what NineTray costs, against a bare Electron in the same run; the table goes into
// docs/performance.md. It passes no judgement: figures of two machines cannot be compared.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../build/build.mjs';
import { openDesktop } from '../build/desktop/desktop.mjs';
import { findElectron } from '../build/electron/find-electron.mjs';
import { root } from '../build/paths.mjs';
import { ensureSystem } from '../build/system.mjs';
import { applications, copyBuild, copyElectron, keptReady, runner, startServer } from './applications.mjs';
import { figures, rows } from './measures.mjs';
import { parseOptions, usage } from './options.mjs';
import { movePointer } from './pointer.mjs';
import { rounds } from './rounds.mjs';
import { openScreen } from './screen.mjs';
import { betweenMarkers, summary, table } from './statistics.mjs';
import { expectedDuration } from './waits.mjs';

const options = parseOptions(process.argv.slice(2));

/** @type {Record<string, Record<string, number[]>>} by figure and column of the table */
const found = Object.fromEntries(figures.map((figure) => [figure, {}]));

function say(text) {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);
}

/** The applications in another order each time, so that none is always the first after a pause. */
function turn(list, round) {
  return list.map((_, i) => list[(i + round) % list.length]);
}

function report(columns, electron) {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${os.type()}, ${os.availableParallelism()} processors, no graphics card`;
  const said =
    `${day}, Electron ${electron.version}, ${machine};\n` +
    `medians (lowest-highest) of ${options.runs} starts, ${options.runs * options.warm} further openings and ` +
    `${options.idle} idle rounds,\ntaken in turn; load ${os.loadavg()[0].toFixed(1)}. The ratio is to the bare Electron.`;
  return `\n${said}\n\n${table(rows(found, 'bare'), columns)}\n`;
}

/** All starts and rounds. @returns {Promise<string>} the table, with what stands above it */
async function measure(columns, server, electron, { desktop, screen }) {
  const ours = columns.at(-1);
  const kept = keptReady(ours);
  const all = [...columns, kept];
  say(`About ${Math.ceil(expectedDuration(all, options) / 60_000)} minutes on a quiet machine`);
  const run = runner(desktop, copyElectron(electron, path.join(desktop.folder, 'electron')));
  const note = ({ id, kind }, name, value) => (found[name][kind === 'kept' ? ours.id : id] ??= []).push(value);
  const { prepare, start, idle } = rounds({ run, desktop, screen, warm: options.warm, note, say });
  for (const application of all) {
    if (application.kind === 'ninetray' || application.kind === 'kept') await run.keepKey(application, server.key);
    await prepare(application);
  }
  for (let i = 0; i < options.runs; i++) for (const application of turn(all, i)) await start(application);
  for (let i = 0; i < options.idle; i++) for (const application of turn(columns, i)) await idle(application);
  return report(columns, electron);
}

function writeFigures(columns, electron) {
  const file = path.join(root, 'out', 'bench.json');
  const summaryOf = (values = []) => ({ ...summary(values), values });
  const summaries = Object.fromEntries(
    figures.map((name) => [name, Object.fromEntries(columns.map((one) => [one.id, summaryOf(found[name][one.id])]))]),
  );
  const all = { at: new Date(), electron: electron.version, load: os.loadavg(), options, figures: summaries };
  fs.writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  say(`All figures: ${file}`);
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
  let text = '';
  try {
    const columns = applications(server.origin, copyBuild(path.join(desktop.folder, 'build')), options);
    text = await measure(columns, server, electron, { desktop, screen });
    writeFigures(columns, electron);
  } finally {
    screen.close();
    await desktop.close();
    server.stop();
  }
  console.log(text);
  if (!options.writesTable) return;
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text));
  say(`The table: ${page}`);
}

if (options.isHelp) console.log(usage);
else await bench();
