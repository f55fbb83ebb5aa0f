// The key and the figures survive a restart, with a real keyring; without one, or with a locked one, the application works and says so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { enterKey, figure, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateOf, stateWhere } from '../harness/state';

const stage = openTestEnvironment({ keyring: 'unlocked' });

it('a restart shows the last figures at once, and reads with the key from the keyring', async () => {
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin };
  const first = await stage.launch({ env });
  const page = await popoverOf(first);
  await enterKey(page, demo.key);
  const { key, ips } = await stateWhere(
    page,
    'the figures',
    (state) => state.ips.status === 'fresh' && !state.refresh.running,
  );
  expect(key.storage).toBe('protected');
  await first.quit();

  const kept = readFileSync(join(stage.profile, 'key.json'), 'utf8');
  expect(kept).not.toContain(demo.key);
  const { data } = JSON.parse(kept).keys[Object.keys(JSON.parse(kept).keys)[0] ?? ''].current;
  expect(Buffer.from(data, 'base64').subarray(0, 3).toString()).toBe('v11');

  await demo.stop();
  const second = await stage.launch({ env });
  await stage.desktop.tray.activate();
  const again = await popoverOf(second);
  const total = ips.value?.total.toLocaleString('en-US') ?? 'no total';
  await waitFor('the last figure', async () => (await figure(again, 'IP balance').textContent())?.includes(total));
  const restored = await stateWhere(again, 'the key', (state) => state.key.status === 'present');
  expect(restored.key).toMatchObject({ storage: 'protected', fingerprint: key.fingerprint });
  expect(restored.ips).toMatchObject({ value: ips.value, asOf: ips.asOf });
  await second.quit();
});

it('a start at a locked keyring does not hang, says what it waits for, and reads once the user has unlocked it', async () => {
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin };
  const profile = stage.folder('profile');
  const first = await stage.launch({ env, profile });
  await enterKey(await popoverOf(first), demo.key);
  await stateWhere(
    await popoverOf(first),
    'the figures',
    (state) => state.ips.status === 'fresh' && !state.refresh.running,
  );
  await first.quit();

  await stage.desktop.setKeyring('locked');
  const second = await stage.launch({ env, profile, args: ['--hidden'] });
  await stage.desktop.tray.activate();
  const page = await popoverOf(second);
  const locked = await stateWhere(page, 'the locked keyring', (state) => state.key.status === 'locked');
  expect(locked.ips.value).not.toBeNull();
  expect(locked.notice.says).toMatchObject({ id: 'problem', problem: { kind: 'keyring-locked' } });
  await figure(page, 'IP balance').waitFor();
  expect(await stage.desktop.tray.tooltip()).toContain('NineTray');

  await stage.desktop.setKeyring('unlocked');
  await page.evaluate(() => {
    void (globalThis as unknown as { ninetray: { call(name: string): Promise<unknown> } }).ninetray.call('key.retry');
  });
  await stateWhere(page, 'the key', (state) => state.key.status === 'present');
  await stateWhere(page, 'the figures', (state) => state.ips.status === 'fresh');
  await second.quit();
});

it('without a keyring the key is stored for this session only, and NineTray shows that', async () => {
  await stage.desktop.setKeyring('absent');
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin };
  const profile = stage.folder('profile');
  const first = await stage.launch({ env, profile });
  const page = await popoverOf(first);
  await enterKey(page, demo.key);
  expect((await stateWhere(page, 'the figures', (state) => state.ips.status === 'fresh')).key.storage).toBe('session');
  await first.quit();

  const second = await stage.launch({ env, profile });
  const again = await popoverOf(second);
  expect((await stateWhere(again, 'no key', (state) => state.key.status !== 'asking')).key.status).toBe('absent');
  expect((await stateOf(again)).ips.value).not.toBeNull();
  await second.quit();
});
