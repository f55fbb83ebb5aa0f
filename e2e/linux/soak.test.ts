// A long use in short: what main holds after many rounds is what it held before them. `npm run soak` does it for an hour.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { openTcpGate } from '../harness/network/tcp-gate';
import { enterKey, popoverOf } from '../harness/popover';
import { evidenceFolder } from '../harness/running-app';
import { leftOver, readResources, type Resources } from '../harness/soak/resources';
import { settle, type Soak, soakRound } from '../harness/soak/rounds';
import { stateWhere } from '../harness/state';
import { openTestEnvironment } from '../harness/test-environment';

/** How long it takes at least; 0: as fast as it goes. */
const minutes = Number(process.env['NINETRAY_SOAK_MINUTES'] ?? 0);
/** An hour has 500 openings of the popover. */
const rounds = Math.max(5, Math.round((minutes * 50) / 60));
const openings = minutes === 0 ? 3 : 10;

const stage = openTestEnvironment({ keyring: 'unlocked', notifications: true });

it('after many rounds of use, failures and restarts main holds what it held before', {
  timeout: 240_000 + minutes * 90_000,
}, async () => {
  const demo = await stage.demoServer(['--size', '250']);
  const gate = await openTcpGate(demo.origin);
  const app = await stage.launch({
    env: { NINETRAY_API_URL: gate.origin },
    switches: ['--js-flags=--expose-gc'],
  });
  const broken: string[] = [];
  app.electron.on('window', (page) => page.on('pageerror', (error) => broken.push(error.message)));
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  await popover.keyboard.press('Escape');
  const soak: Soak = { stage, app, gate };

  // What is made once and kept, such as caches, is there after two rounds.
  for (let round = 0; round < 2; round += 1) await soakRound(soak, openings);
  await settle(soak);
  const before = await readResources(app);

  const start = Date.now();
  for (let round = 1; round <= rounds; round += 1) {
    await soakRound(soak, openings);
    await wait(Math.max(0, start + (minutes * 60_000 * round) / rounds - Date.now()));
  }
  await settle(soak);
  let after = before;
  let left: string[] = [];
  // Connections end in their own time.
  await waitFor(
    'nothing to be left over',
    async () => {
      after = await readResources(app);
      left = leftOver(before, after);
      return left.length === 0;
    },
    30_000,
  ).catch(() => undefined);
  report({ rounds, openings, seconds: (Date.now() - start) / 1000, before, after });
  expect(left).toEqual([]);
  expect(broken).toEqual([]);
  expect(app.output()).not.toMatch(/unhandled|MaxListeners|uncaught/i);
  // Errors that nothing expected are the only ones in the log.
  const log = readFileSync(join(stage.profile, 'logs/main.log'), 'utf8');
  expect(log.split('\n').filter((line) => line.includes('[error]') || line.includes('unexpected'))).toEqual([]);
  expect(await app.quit()).toBe(0);
  await gate.shut();
});

/** Writes the figures for docs/performance.md. */
function report(figures: {
  rounds: number;
  openings: number;
  seconds: number;
  before: Resources;
  after: Resources;
}): void {
  mkdirSync(evidenceFolder, { recursive: true });
  writeFileSync(join(evidenceFolder, 'soak.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
