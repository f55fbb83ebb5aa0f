// `npm run bench:account-list`: how fast the account window's list of 50,000 and of 100 sub-accounts responds, next to
// a plain table of 100 rows in the same run; the table goes into docs/performance.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../build/build.mjs';
import { openDesktop } from '../build/desktop/desktop.mjs';
import { findElectron } from '../build/electron/find-electron.mjs';
import { root } from '../build/paths.mjs';
import { ensureSystem } from '../build/system.mjs';
import { scrollThrough, watchFirstRow } from '../e2e/in-page/grid.mjs';
import { launch, openNinetray, pageAt } from './ninetray.mjs';
import { takeRounds } from './take-rounds.mjs';
import { betweenMarkers, table } from './statistics.mjs';

const rounds = 9;
const measures = [
  { id: 'open', title: 'click to first rows painted, ms' },
  { id: 'sort', title: 'key press to other rows painted, sorted by name, ms' },
  { id: 'vendor', title: 'of that: the simulated vendor alone, asked directly, ms' },
  { id: 'frame', title: 'longest frame while scrolling from top to end, ms' },
  { id: 'usual', title: 'median frame, the same, ms' },
  { id: 'heap', title: 'memory of the page’s JavaScript afterwards, MB' },
];
const found = Object.fromEntries(measures.map(({ id }) => [id, {}]));

const inGrid = {
  first: '[aria-rowindex="2"] [role="gridcell"]:nth-child(2)',
  box: '[role="grid"]',
  head: '[role="columnheader"][aria-sort] button',
};
const inTable = { first: 'tbody tr:first-child td', box: '#box', head: '#sort' };

function note(application, measure, value) {
  (found[measure][application.id] ??= []).push(value);
}

/** NineTray with so many sub-accounts, its account window open. */
async function ninetray(desktop, electron, size) {
  const opened = await openNinetray(desktop, electron, size, root);
  await opened.call('account.open', { area: 'overview' });
  const page = await pageAt(opened.app, 'account');
  await page.getByRole('button', { name: 'Overview', exact: true }).waitFor();
  const title = `NineTray, ${size.toLocaleString('en-US')}`;
  return { ...opened, id: String(size), title, hasRatio: true, page, parts: inGrid };
}

async function plain(desktop, electron) {
  const app = await launch(path.join(import.meta.dirname, 'plain-list'), desktop, 'plain', electron);
  const page = await pageAt(app, 'plain-list');
  return {
    id: 'plain',
    title: 'plain table, 100',
    hasRatio: false,
    page,
    server: null,
    parts: inTable,
    close: () => app.close(),
  };
}

async function takeRound(application) {
  const { page, parts, server } = application;
  const { first, box, head } = parts;
  await page.bringToFront();
  const seen = () => page.evaluate(() => globalThis.seen);

  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await page.evaluate(watchFirstRow, { first, event: 'click' });
  await page.getByRole('button', { name: 'Sub-accounts', exact: true }).click();
  note(application, 'open', await seen());

  // The keyboard focus is where the pointer was.
  await page.evaluate(watchFirstRow, { first, event: 'click' });
  await page.locator(head).first().click();
  await seen();
  for (const order of ['desc', 'asc']) {
    await page.evaluate(watchFirstRow, { first, event: 'keydown' });
    await page.keyboard.press('Enter');
    note(application, 'sort', await seen());
    if (server === null) continue;
    const began = performance.now();
    const question = `page=1&limit=100&sort_by=username&order_by=${order}&api-key=${server.key}`;
    await (await fetch(`${server.origin}/client/v1/subs/get-list?${question}`)).text();
    note(application, 'vendor', performance.now() - began);
  }

  const frames = await page.locator(box).first().evaluate(scrollThrough);
  note(application, 'frame', Math.max(...frames));
  note(application, 'usual', frames.toSorted((a, b) => a - b)[Math.floor(frames.length / 2)]);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  note(application, 'heap', (await session.send('Runtime.getHeapUsage')).usedSize / 1e6);
  await session.detach();
}

function report(applications, electron) {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${os.type()}, ${os.availableParallelism()} processors, no graphics card`;
  const rows = measures.map(({ id, title }) => ({ title, aim: null, values: found[id] }));
  return (
    `\n${day}, Electron ${electron.version}, ${machine};\n` +
    `medians (lowest-highest) of ${rounds} rounds, taken in turn in one run; load ${os.loadavg()[0].toFixed(1)}. ` +
    `The ratio is to the plain table.\n\n${table(rows, applications)}\n`
  );
}

await ensureSystem(['libraries', 'desktop']);
const electron = await findElectron();
await build();
const desktop = await openDesktop({ tray: 'watcher' });
const applications = [];
try {
  applications.push(await plain(desktop, electron));
  for (const size of [100, 50_000]) applications.push(await ninetray(desktop, electron, size));
  await takeRounds(applications, rounds, takeRound, found);
  const text = report(applications, electron);
  console.log(text);
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text, 'account-list'));
} finally {
  for (const { close } of applications) await close();
  await desktop.close();
}
