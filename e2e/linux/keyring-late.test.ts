// A keyring on a desktop that Chromium does not know, and one that is there only moments after the start, as at login.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { enterKey, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';

const stage = openTestEnvironment({ keyring: 'unlocked' });

it('NineTray uses the keyring that is there, whatever the desktop is called, and waits for one that comes later', async () => {
  const demo = await stage.demoServer();
  const start = async (desktop: string | undefined, ...args: string[]) => {
    const env = { NINETRAY_API_URL: demo.origin, XDG_CURRENT_DESKTOP: desktop };
    const app = await stage.launch({ env, args });
    if (args.includes('--hidden')) await stage.desktop.tray.activate();
    return { app, page: await popoverOf(app) };
  };

  const first = await start(undefined);
  await enterKey(first.page, demo.key);
  const { key } = await stateWhere(
    first.page,
    'the figures',
    ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running,
  );
  expect(key.storage).toBe('protected');
  await first.app.quit();
  const { keys } = JSON.parse(readFileSync(join(stage.profile, 'key.json'), 'utf8'));
  expect(Buffer.from(keys[demo.origin].current.data, 'base64').subarray(0, 3).toString()).toBe('v11');

  for (const keyring of ['locked', 'absent'] as const) {
    await stage.desktop.setKeyring(keyring);
    const { app, page } = await start('sway', '--hidden');
    await stateWhere(page, `the ${keyring} keyring`, (state) => ['locked', 'unreadable'].includes(state.key.status));
    await stage.desktop.setKeyring('unlocked');
    const later = await stateWhere(
      page,
      'the figures',
      ({ key: now, ips }) => now.status === 'present' && ips.status === 'fresh',
    );
    expect(later.key).toMatchObject({ storage: 'protected', fingerprint: key.fingerprint });
    await app.quit();
  }
});
