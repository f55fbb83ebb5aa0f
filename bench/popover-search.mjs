// `npm run bench:popover-search`: what a key press in the popover's search costs with 50,000 sub-accounts and with 100, in
// one run; the table goes into docs/performance.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../build/build.mjs';
import { openDesktop } from '../build/desktop/desktop.mjs';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { findElectron } from '../build/electron/find-electron.mjs';
import { root } from '../build/paths.mjs';
import { ensureSystem } from '../build/system.mjs';
import { watchFirstRow } from '../e2e/in-page/grid.mjs';
import { openNinetray } from './ninetray.mjs';
import { takeRounds } from './take-rounds.mjs';
import { betweenMarkers, table } from './statistics.mjs';

const rounds = 9;
/** Each of these finds fewer than the one before, and the last one still finds some of 100. */
const typed = ['1', '10', '100'];
const measures = [
  { id: 'painted', title: 'key press to other rows painted, ms', aim: null },
  { id: 'page', title: 'processor time of the page’s main thread for it, ms', aim: null },
  { id: 'main', title: 'processor time of the main process for it, ms', aim: null },
];
/** How many were found, beside the field. */
const found = 'input[type="search"] ~ span[title]';
const figures = Object.fromEntries(measures.map(({ id }) => [id, {}]));

function note(application, measure, value) {
  (figures[measure][application.id] ??= []).push(value);
}

/** NineTray with all of so many sub-accounts loaded, its popover open: on a desktop of its own, as it hides without the focus. */
async function open(electron, size) {
  const desktop = await openDesktop({ tray: 'watcher' });
  const opened = await openNinetray(desktop, electron, size, root);
  const { app, popover, call } = opened;
  const search = popover.locator('input[type="search"]');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await search.fill('1');
  await waitFor('the whole list', async () => (await call('state.read')).state.subAccounts.index.completeAt, 120_000);
  await search.fill('');
  const session = await popover.context().newCDPSession(popover);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const pageTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const mainTime = () =>
    app.evaluate(() => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    });
  const title = size.toLocaleString('en-US');
  async function close() {
    await opened.close();
    await desktop.close();
  }
  return { popover, close, id: String(size), title, hasRatio: size > 100, search, pageTime, mainTime };
}

async function takeRound(application) {
  const { popover, search, pageTime, mainTime } = application;
  await search.focus();
  for (const text of typed) {
    await popover.evaluate(watchFirstRow, { first: found, event: 'keydown' });
    const [page, main] = [await pageTime(), await mainTime()];
    await popover.keyboard.press(text.slice(-1));
    note(application, 'painted', await popover.evaluate(() => globalThis.seen));
    note(application, 'page', (await pageTime()) - page);
    note(application, 'main', (await mainTime()) - main);
  }
  await search.fill('');
  await popover.locator(found).waitFor({ state: 'detached' });
}

function report(applications, electron) {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${os.type()}, ${os.availableParallelism()} processors, no graphics card`;
  const rows = measures.map((measure) => ({ ...measure, values: figures[measure.id] }));
  return (
    `\n${day}, Electron ${electron.version}, ${machine};\n` +
    `medians (lowest-highest) of ${rounds} rounds of ${typed.length} letters, taken in turn in one run; ` +
    `load ${os.loadavg()[0].toFixed(1)}.\nThe ratio is to 100 sub-accounts.\n\n${table(rows, applications)}\n`
  );
}

await ensureSystem(['libraries', 'desktop']);
const electron = await findElectron();
await build();
const applications = [];
try {
  for (const size of [100, 50_000]) applications.push(await open(electron, size));
  await takeRounds(applications, rounds, takeRound, figures);
  const text = report(applications, electron);
  console.log(text);
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text, 'popover-search'));
} finally {
  for (const { close } of applications) await close();
}
