// Dates and amounts follow the system's region whatever words the system asks for, and what is typed is read as it is written: in the package
// (tray and terminal), and in the windows' pages.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { figureNames } from '../../app/texts/figures';
import { menuText } from '../../build/desktop/tray.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import {
  chooseInRow,
  field,
  fill,
  goTo,
  labelOf,
  openAccountWindow,
  press,
  rowWith,
  vendorRows,
} from '../harness/account';
import { agreeToNoSandbox, launchPackaged, packageApp, type PackagedApp } from '../harness/packaged-app';
import { enterKey, popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { openTestEnvironment } from '../harness/test-environment';

/** The environment of a system, the locale of its formats, and how these write a number with both marks. */
const systems = [
  {
    env: { LANG: 'de_DE.UTF-8' },
    locale: 'en-DE-u-nu-latn',
    count: /\d\.\d{3}/,
    money: /\$\d\.\d{3},\d\d/,
    decimal: ',',
  },
  { env: { LANG: 'vi_VN' }, locale: 'en-DE-u-nu-latn', count: /\d\.\d{3}/, money: /\$\d\.\d{3},\d\d/, decimal: ',' },
  { env: { LANG: 'zh_CN' }, locale: 'en-GB-u-nu-latn', count: /\d,\d{3}/, money: /\$\d,\d{3}\.\d\d/, decimal: '.' },
  { env: { LANG: 'fa_IR' }, locale: 'en-GB-u-nu-latn', count: /\d,\d{3}/, money: /\$\d,\d{3}\.\d\d/, decimal: '.' },
  { env: { LANG: 'C.UTF-8' }, locale: 'en-US-u-nu-latn', count: /\d,\d{3}/, money: /\$\d,\d{3}\.\d\d/, decimal: '.' },
  { env: { LANG: undefined }, locale: 'en-US-u-nu-latn', count: /\d,\d{3}/, money: /\$\d,\d{3}\.\d\d/, decimal: '.' },
] as const;

const stage = openTestEnvironment();

describe('the package', () => {
  let executable = '';
  let app: PackagedApp | null = null;

  beforeAll(async () => {
    executable = await packageApp();
  }, 120_000);

  afterEach(async () => {
    await app?.kill();
  });

  it.each(systems)(
    'with $env writes amounts in the tray as the system’s region does',
    async ({ env, count, money }) => {
      const profile = stage.folder('profile');
      agreeToNoSandbox(profile);
      app = launchPackaged(executable, { profile, args: ['--demo', '--hidden'], env: { ...stage.env, ...env } });
      const line = (name: string, amount: RegExp) => new RegExp(`${name}.*${amount.source}`);
      await waitFor('the figures in the menu', async () => {
        const menu = menuText(await stage.desktop.tray.menu());
        return line(figureNames.ips, count).test(menu) && line(figureNames.wallet, money).test(menu);
      });
    },
  );

  it.each(systems)(
    'with $env writes amounts in a terminal as the system’s region does',
    async ({ env, count, money }) => {
      const profile = stage.folder('profile');
      agreeToNoSandbox(profile);
      const { code, out } = await runCommand(stage, ['--status', '--demo'], { executable, profile, env });
      expect(code).toBe(0);
      expect(out).toMatch(count);
      expect(out).toMatch(money);
    },
  );
});

describe('a window', () => {
  let app: RunningApp | null = null;

  afterEach(async () => {
    await app?.quit();
  });

  it.each(systems)('with $env reads gigabytes as it writes them', async ({ env, locale, decimal }) => {
    const demo = await stage.demoServer(['--still', '--size', '12']);
    app = await stage.launch({ profile: stage.folder('profile'), env: { NINETRAY_API_URL: demo.origin, ...env } });
    const popover = await popoverOf(app);
    await enterKey(popover, demo.key);
    await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
    const page = await openAccountWindow(app, popover);
    for (const each of [popover, page]) {
      const html = each.locator(`html[lang="en"][dir="ltr"][data-locale="${locale}"]`);
      await html.waitFor({ state: 'attached' });
    }
    await goTo(page, 'subUsers');
    await page.getByRole('button', { name: labelOf('createSubUser') }).click();
    await fill(page, 'createSubUser', { username: 'languages', password: 'secret-77', trafficCap: `1${decimal}5` });
    await press(page, 'Create');
    const row = await rowWith(page, 'subUsers', 'languages');
    await row.getByText(`1${decimal}5 GB`).waitFor();
    const added = (await vendorRows(demo, 'user-passes/get-list')).find((one) => one['user_name'] === 'languages');
    expect(added).toMatchObject({ usage_cap: 1_500_000_000 });
    await chooseInRow(page, row, labelOf('editSubUser'));
    expect(await field(page, 'editSubUser', 'trafficCap').inputValue()).toBe(`1${decimal}5`);
  });
});
