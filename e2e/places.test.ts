// A regeneration brings the new key to the places that take it, before the user copies it: files of several formats, a command and a hook;
// and the same where NineTray is killed in the middle.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Place } from '../app/model/places/place';
import type { AppState } from '../app/model/state/app-state';
import { sightings } from './harness/canary';
import { enterKey, popoverOf } from './harness/popover';
import type { RunningApp } from './harness/running-app';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';
import { begin, giveKey, goToField, recordPages } from './harness/wizard';
import { callAll } from './in-page/hostile.mjs';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });

/** What each file holds around the key. */
const files: Readonly<Record<string, (key: string) => string>> = {
  '.env': (key) => `# scraper\r\nexport NINEPROXY_API_KEY="${key}"\r\nOTHER=1\r\n`,
  'config.json': (key) => `{\n  // the account\n  "proxy": { "key": "${key}" }\n}`,
  'compose.yml': (key) => `services:\n  web:\n    environment:\n      - KEY=${key}\n`,
  'settings.toml': (key) => `[proxy]\nkey = "${key}" # ours\n`,
  'app.ini': (key) => `[proxy]\nkey=${key}\n`,
  'run.sh': (key) => `#!/bin/sh\nKEY='${key}'\n`,
};

const command = (folder: string, script: string) => ({
  program: '/bin/sh',
  arguments: [join(folder, script)],
  folder,
  timeLimit: 120,
});

/** Six files, a store that a command brings the key to, and a hook of two of the files. */
function placesIn(folder: string, key: string): Place[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text(key));
  writeFileSync(join(folder, 'store.sh'), 'cat > stored\n[ -e hurry ] || sleep 100\n');
  writeFileSync(join(folder, 'restart.sh'), 'echo restarted >> restarts\n');
  const common = { where: '', note: '' };
  const hook = command(folder, 'restart.sh');
  const inFiles = Object.keys(files).map((name): Place => {
    const hasHook = name === '.env' || name === 'compose.yml';
    const update = { by: 'file' as const, path: join(folder, name) };
    return { ...common, id: name, name, kind: 'env-file', update, ...(hasHook ? { hook } : {}) };
  });
  const store: Place = {
    ...common,
    id: 'store',
    name: 'store',
    kind: 'ci-secret',
    update: {
      by: 'command',
      recipe: 'own',
      command: command(folder, 'store.sh'),
      newline: false,
      repeatable: true,
      probe: null,
    },
  };
  return [...inFiles, store, { ...common, id: 'wiki', name: 'wiki', kind: 'other' }];
}

async function started() {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const folder = stage.folder(`places-${demo.key.slice(0, 6)}`);
  const profile = stage.folder(`profile-${demo.key.slice(0, 6)}`);
  const start = () => stage.launch({ profile, env: { NINETRAY_API_URL: demo.origin } });
  const app = await start();
  const page = await popoverOf(app);
  await recordPages(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');
  const wizard = await begin(page, app, 'on-purpose');
  for (const place of placesIn(folder, demo.key)) {
    expect(await wizard.evaluate(callAll, [['places.save', { place }]])).toEqual(['ok']);
  }
  const { places } = await stateWhere(wizard, 'the places', (state) => state.places.rows.length === 8);
  for (const { place } of places.rows) {
    expect(await wizard.evaluate(callAll, [['places.confirmCommands', { seen: place }]])).toEqual(['ok']);
  }
  expect(await wizard.evaluate(callAll, [['places.rehearse', { placeIds: null }]])).toEqual(['ok']);
  await stateWhere(
    wizard,
    'the rehearsal',
    (state) => state.places.rows.filter(({ readiness }) => readiness === 'untried').length === 7,
  );
  return { demo, folder, profile, start, app, page, wizard };
}

function expectFiles(folder: string, key: string): void {
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text(key));
}

const isOver = ({ places }: AppState) => places.run !== null && places.run.endedAt !== null;

async function regenerated({ demo, wizard }: Awaited<ReturnType<typeof started>>): Promise<string> {
  await goToField(wizard);
  const key = await demo.regenerate();
  await giveKey(wizard, key);
  return key;
}

async function expectDone(app: RunningApp, key: string, folder: string): Promise<void> {
  const wizard = await app.page('wizard');
  const { places, rotation } = await stateWhere(wizard, 'the end of the run', isOver);
  expectFiles(folder, key);
  expect(readFileSync(join(folder, 'restarts'), 'utf8')).toBe('restarted\n');
  const rows = places.run?.rows ?? [];
  expect(rows.map(({ state }) => state)).toEqual([...Array.from({ length: 7 }, () => 'done'), 'manual']);
  const diedAt = rotation.current?.oldKey.diedAt ?? rotation.current?.receivedAt ?? 0;
  for (const { provedAt } of rows.slice(0, 7)) expect(provedAt).toBeGreaterThanOrEqual(diedAt);
  expect(places.left).toEqual({ own: 0, user: 1 });
  const ticked = rotation.current?.places.filter(({ tickedAt }) => tickedAt !== null);
  expect(ticked?.map(({ place }) => place.id)).toEqual([...Object.keys(files), 'store']);
}

/** What the command of this folder was given last. */
const storedIn = (folder: string) => readFileSync(join(folder, 'stored'), 'utf8');

it('a regeneration brings the new key to files, a command and a hook before it is copied', async () => {
  const own = await started();
  writeFileSync(join(own.folder, 'hurry'), '');
  expectFiles(own.folder, own.demo.key);
  const key = await regenerated(own);
  await expectDone(own.app, key, own.folder);
  expect(storedIn(own.folder)).toBe(key);
  for (const name of ['places.json', 'places-run.json', 'rotation.json']) {
    expect(sightings(name, readFileSync(join(own.profile, name)), [own.demo.key, key])).toEqual([]);
  }
  await own.app.quit();
});

it('a NineTray that is killed while it brings the key continues after the next start', async () => {
  const own = await started();
  const key = await regenerated(own);
  const isInTheMiddle = ({ places }: AppState) =>
    existsSync(join(own.folder, 'stored')) && places.left.own === 1 && places.run?.endedAt === null;
  await stateWhere(own.wizard, 'the command to run', isInTheMiddle);
  await own.app.kill();
  writeFileSync(join(own.folder, 'hurry'), '');
  writeFileSync(join(own.folder, 'stored'), '');
  const again = await own.start();
  await expectDone(again, key, own.folder);
  expect(storedIn(own.folder)).toBe(key);
  await again.quit();
});
