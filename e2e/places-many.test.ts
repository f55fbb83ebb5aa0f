// A regeneration at its largest: twenty files in every format, five commands, three hooks, and three programs that read through the gateway
// all the time; and the same where NineTray is killed while the key is brought to the files.
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../app/model/state/app-state';
import { placeStateTexts, wizardPlacesTexts } from '../app/texts/wizard/place-states';
import { receiveTexts, regenerateTexts } from '../app/texts/wizard/wizard';
import { receiptTexts, updateTexts } from '../app/texts/wizard/wizard-after';
import { sightings } from './harness/canary';
import { addReaders, call, openWithGateway } from './harness/gateway';
import { startClients } from './harness/gateway-clients';
import {
  bytesOf,
  commandNames,
  contentOf,
  factsOfFiles,
  fileNames,
  givenTo,
  hurry,
  manyPlaces,
  onceName,
  storedBy,
  timesRun,
} from './harness/many-places';
import type { RunningApp } from './harness/running-app';
import { stateWhere } from './harness/state';
import { openTestEnvironment } from './harness/test-environment';
import { begin, button, getReady, recordPages } from './harness/wizard';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });
const patience = 60_000;
const all = [...commandNames, ...fileNames];

/** Everything up to the wizard's second step: places listed, confirmed and rehearsed, and three programs that read. */
async function started() {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const folder = stage.folder('places');
  const profile = stage.folder('profile');
  const start = () => stage.launch({ profile, env: { NINETRAY_API_URL: demo.origin } });
  const app = await start();
  await recordPages(app);
  const { popover, account, url } = await openWithGateway(app, demo.key);
  const tokens = await addReaders(account, ['Scraper', 'Report', 'Bot']);
  const places = manyPlaces(folder, demo.key);
  for (const place of places) await call(account, 'places.save', { place });
  const listed = await stateWhere(account, 'the places', (state) => state.places.rows.length === all.length);
  for (const { place } of listed.places.rows) await call(account, 'places.confirmCommands', { seen: place });
  await call(account, 'places.rehearse', { placeIds: null });
  await stateWhere(account, 'the rehearsal', ({ places: { rows } }) =>
    rows.every(({ readiness }) => readiness === 'untried'),
  );
  const facts = factsOfFiles(folder);
  expectFiles(folder, demo.key);
  const stopClients = startClients(url, tokens);
  await stateWhere(popover, 'reads', ({ access }) => access.consumers.every(({ today }) => today.reads > 0), patience);
  const wizard = await begin(popover, app, 'on-purpose');
  await getReady(wizard);
  await button(wizard, regenerateTexts.open).click();
  return { demo, folder, profile, start, app, popover, wizard, facts, tokens, stopClients };
}

type Started = Awaited<ReturnType<typeof started>>;

/** Regenerates, waits until programs wait for the new key, and pastes it. */
async function regenerated({ demo, popover, wizard }: Started): Promise<string> {
  const key = await demo.regenerate();
  await stateWhere(popover, 'reads that wait', (state) => (state.access.holding?.reads ?? 0) === 3, patience);
  await stateWhere(popover, 'the old key to die', ({ rotation }) => rotation.current?.oldKey.diedAt !== null, patience);
  const haveKey = button(wizard, regenerateTexts.haveKey);
  if (await haveKey.isVisible()) await haveKey.click();
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  return key;
}

const isOver = ({ places }: AppState) => places.run !== null && places.run.endedAt !== null;

function expectFiles(folder: string, key: string): void {
  const ofAll = (bytes: (name: string) => Buffer) => fileNames.map((name) => [name, bytes(name).toString('latin1')]);
  expect(ofAll((name) => bytesOf(folder, name))).toEqual(ofAll((name) => contentOf(name, key)));
}

function expectNoKey({ app, profile, demo }: Started, key: string): void {
  for (const name of ['places.json', 'places-run.json', 'rotation.json', 'access.json']) {
    expect(sightings(name, readFileSync(join(profile, name)), [demo.key, key])).toEqual([]);
  }
  expect(sightings('output', app.output(), [demo.key, key])).toEqual([]);
}

/** From the copy step to the receipt, which has every place with how it was proved and how long it had no key. */
async function expectReceipt(wizard: Page, how: (name: string) => 'parsed' | 'plain' | 'command'): Promise<void> {
  await button(wizard, wizardPlacesTexts.noCopyNeeded).click();
  await button(wizard, updateTexts.next).click();
  const places = wizard.getByRole('region', { name: receiptTexts.places });
  await places.getByRole('listitem').first().waitFor();
  const texts = await places.getByRole('listitem').allInnerTexts();
  const lines = new Map(texts.map((text) => [text.split('\n', 1)[0], text]));
  expect(new Set(lines.keys())).toEqual(new Set(all));
  const seconds = placeStateTexts.withoutKey({ duration: '' }).trim();
  for (const name of all) {
    expect(lines.get(name)).toContain(placeStateTexts.proof[how(name)]);
    expect(lines.get(name)).toMatch(new RegExp(`\\d.*${seconds}`));
  }
}

/** How each place was proved, as the run recorded it. */
function proofs({ places }: AppState): (name: string) => 'parsed' | 'plain' | 'command' {
  const rows = new Map(places.run?.rows.map(({ place, how }) => [place.name, how]));
  for (const name of commandNames) expect(rows.get(name)).toBe('command');
  for (const name of fileNames) expect(rows.get(name)).toMatch(/^(parsed|plain)$/);
  for (const name of ['.env', 'settings.json', 'compose.yml', 'settings.toml', 'app.ini', 'book.ipynb']) {
    expect(rows.get(name)).toBe('parsed');
  }
  return (name) => {
    const how = rows.get(name);
    if (how === 'parsed' || how === 'plain' || how === 'command') return how;
    throw new Error(`${name} was not proved.`);
  };
}

describe.skipIf(process.platform === 'win32')('a regeneration with 20 files, 5 commands and 3 hooks', () => {
  it('brings the key to all of them, changes no other byte, and programs at the gateway lose no read', async () => {
    const own = await started();
    const { app, demo, folder, wizard } = own;
    hurry(folder);
    const key = await regenerated(own);
    const ended = await stateWhere(wizard, 'the end of the run', isOver, patience);
    expect(ended.places.run?.rows.map(({ place, state }) => [place.name, state])).toEqual(
      all.map((name) => [name, 'done']),
    );
    expectFiles(folder, key);
    expect(factsOfFiles(folder)).toEqual(own.facts);
    for (const name of commandNames) expect(storedBy(folder, name)).toBe(givenTo(name, key));
    expect(timesRun(folder, 'restarts')).toEqual({ shared: 1, script: 1, store: 1 });
    expect(timesRun(folder, 'runs')).toEqual(Object.fromEntries(commandNames.map((name) => [name, 1])));
    expect(ended.places.left).toEqual({ own: 0, user: 0 });
    const released = await stateWhere(wizard, 'nothing to wait', ({ access }) => access.holding === null, patience);
    expect(released.access.lastHold).toMatchObject({ answered: 3, gaveUp: 0 });
    await expectReceipt(wizard, proofs(ended));
    const { answered, failed } = await own.stopClients();
    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(9);
    expectNoKey(own, key);
    await app.quit(40_000);
    expect(sightings('output', app.output(), [demo.key, key])).toEqual([]);
  }, 180_000);

  it('continues after a kill among the files, and names the one command that it cannot know of', async () => {
    const own = await started();
    const { demo, folder, profile } = own;
    const killed = killedAmongFiles(own.app, folder);
    const key = await regenerated(own);
    await killed;
    const isNew = (name: string) => bytesOf(folder, name).equals(contentOf(name, key));
    const written = fileNames.filter(isNew);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(fileNames.length);
    expect(commandNames.filter((name) => !existsSync(join(folder, 'programs', `stored ${name}`)))).toEqual([]);

    hurry(folder);
    const again = await own.start();
    const wizard = await again.page('wizard');
    const first = await stateWhere(wizard, 'the end of the run', isOver, patience);
    expect(
      first.places.run?.rows.filter(({ state }) => state !== 'done').map(({ place, state }) => [place.name, state]),
    ).toEqual([[onceName, 'unsure']]);
    expect(first.places.left).toEqual({ own: 0, user: 1 });
    expectFiles(folder, key);
    expect(factsOfFiles(folder)).toEqual(own.facts);
    expect(timesRun(folder, 'restarts')).toEqual({ shared: 1, script: 1, store: 1 });
    expect(timesRun(folder, 'runs')[onceName]).toBe(1);
    // The user has looked, and lets it run again.
    await call(wizard, 'places.retry', { placeId: onceName });
    const ended = await stateWhere(
      wizard,
      'all of them',
      (state) => isOver(state) && state.places.left.user === 0,
      patience,
    );
    expect(ended.places.run?.rows.every(({ state }) => state === 'done')).toBe(true);
    for (const name of commandNames) expect(storedBy(folder, name)).toBe(givenTo(name, key));
    await stateWhere(wizard, 'reads again', ({ access }) => access.status === 'listening', patience);
    await expectReceipt(wizard, proofs(ended));
    const { failed } = await own.stopClients();
    // While NineTray was not there. No read was answered with anything but figures.
    expect(failed.filter((why) => !/^(ECONNREFUSED|ECONNRESET|EPIPE|socket hang up)$/.test(why))).toEqual([]);
    expectNoKey({ ...own, app: again }, key);
    expect(sightings('places-run.json', readFileSync(join(profile, 'places-run.json')), [demo.key])).toEqual([]);
    await again.quit(40_000);
  }, 240_000);
});

/** Kills the application as `kill -9` does once a few of the files were changed; resolves when it is gone. */
function killedAmongFiles(app: RunningApp, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const changed = new Set<string>();
    const watcher = watch(join(folder, 'files'), (_event, name) => {
      if (name !== null) changed.add(name);
      if (changed.size < 3) return;
      watcher.close();
      process.kill(app.pid, 'SIGKILL');
      app.kill().then(resolve, reject);
    });
  });
}
