// What a person installs: packaged, with its fuses set, it starts and shows figures.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../build/desktop/until.mjs';
import { toolFile, run } from '../../build/run.mjs';
import { launchPackaged, packageApp, type PackagedApp } from '../harness/packaged-app';
import { figure } from '../harness/popover';
import { openStage } from '../harness/stage';

const stage = openStage();
let executable = '';
const apps: PackagedApp[] = [];

beforeAll(async () => {
  executable = await packageApp();
}, 120_000);

afterAll(async () => {
  for (const app of apps) await app.kill();
});

it('starts, registers its tray item and shows a figure', async () => {
  const app = await launchPackaged(executable, { env: stage.env, profile: stage.profile, args: ['--demo'] });
  apps.push(app);
  expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
  const page = await app.page('popover');
  await until('a figure', async () => /\d/.test((await figure(page, 'IP balance').textContent()) ?? ''));
});

it('has no way in for a debugger, for Node, or for other code than its own', async () => {
  const { out } = await run(process.execPath, [
    toolFile('@electron/fuses', 'electron-fuses'),
    'read',
    '--app',
    executable,
  ]);
  expect(out).toContain('RunAsNode is Disabled');
  expect(out).toContain('EnableNodeOptionsEnvironmentVariable is Disabled');
  expect(out).toContain('EnableNodeCliInspectArguments is Disabled');
  expect(out).toContain('OnlyLoadAppFromAsar is Enabled');
  expect(out).toContain('EnableEmbeddedAsarIntegrityValidation is Enabled');
  expect(out).toContain('GrantFileProtocolExtraPrivileges is Disabled');
  expect(out).toContain('EnableCookieEncryption is Enabled');
});
