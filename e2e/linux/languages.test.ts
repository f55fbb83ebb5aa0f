// Words are those of the system's language, or English; dates and amounts follow the system's region, and what is typed is read as it is
// written: in the package (tray and terminal), and in the windows' pages. The demo's own process is in the application's language, too.
import { afterEach, describe, expect, inject, it } from 'vitest';
import { actionTexts } from '../../app/texts/account/actions';
import { dashboardTexts } from '../../app/texts/demo-dashboard';
import { figureNames } from '../../app/texts/figures';
import { formatBytes } from '../../app/texts/format';
import { helpText } from '../../app/texts/status/help';
import { setTextLanguage } from '../../app/texts/texts';
import { menuText } from '../../build/desktop/tray.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { pseudoMessage } from '../../build/texts/pseudo.mjs';
import { translation } from '../../build/texts/translations.mjs';
import {
  chooseInRow,
  field,
  fill,
  goTo,
  grid,
  labelOf,
  openAccountWindow,
  press,
  rowWith,
  vendorRows,
} from '../harness/account';
import { agreeToNoSandbox, launchPackaged, type PackagedApp } from '../harness/packaged-app';
import { enterKey, popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { openTestEnvironment } from '../harness/test-environment';

const byRegion = {
  german: {
    language: 'en',
    locale: 'en-DE-u-nu-latn',
    count: /\d\.\d{3}/,
    money: /\$\d\.\d{3},\d\d/,
    decimal: ',',
    clock: /^\d+ \p{L}+, \d\d?:\d\d$/u,
  },
  british: {
    language: 'en',
    locale: 'en-GB-u-nu-latn',
    count: /\d,\d{3}/,
    money: /\$\d,\d{3}\.\d\d/,
    decimal: '.',
    clock: /^\d+ \p{L}+, \d\d?:\d\d$/u,
  },
  american: {
    language: 'en',
    locale: 'en-US-u-nu-latn',
    count: /\d,\d{3}/,
    money: /\$\d,\d{3}\.\d\d/,
    decimal: '.',
    clock: /^\p{L}+ \d+, \d+:\d\d\s[AP]M$/u,
  },
  vietnamese: {
    language: 'vi',
    locale: 'vi-VN-u-nu-latn',
    count: /\d\.\d{3}/,
    money: /\d\.\d{3},\d\d\s\$/,
    decimal: ',',
    clock: /^\d\d?:\d\d \d+ thg \d+$/,
  },
  russian: {
    language: 'ru',
    locale: 'ru-RU-u-nu-latn',
    count: /\d\s\d{3}/,
    money: /\d\s\d{3},\d\d\s\$/,
    decimal: ',',
    clock: /^\d+ \p{L}+\.?, \d\d?:\d\d$/u,
  },
  chinese: {
    language: 'zh-Hans',
    locale: 'zh-Hans-CN-u-nu-latn',
    count: /\d,\d{3}/,
    money: /\$\d,\d{3}\.\d\d/,
    decimal: '.',
    clock: /^\d+月\d+日 \d\d?:\d\d$/,
  },
};

/** A system's language settings, the words they lead to, and how dates and amounts are written with them. */
const systems = [
  { env: { LANG: 'de_DE.UTF-8' }, ...byRegion.german },
  { env: { LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' }, ...byRegion.german },
  { env: { LANG: 'vi_VN' }, ...byRegion.vietnamese },
  { env: { LANG: 'zh_CN.UTF-8' }, ...byRegion.chinese },
  { env: { LANG: 'ru_RU.UTF-8' }, ...byRegion.russian },
  { env: { LANG: 'fa_IR' }, ...byRegion.british },
  { env: { LANG: 'C.UTF-8' }, ...byRegion.american },
  { env: { LANG: undefined }, ...byRegion.american },
] as const;

/** The first of these systems with each language or locale, and the others. What is done with a language or a locale is the same for those. */
function firstOfEach(what: 'language' | 'locale') {
  const isFirst = (system: (typeof systems)[number]) => systems.find((one) => one[what] === system[what]) === system;
  return { first: systems.filter(isFirst), others: systems.filter((system) => !isFirst(system)) };
}

const stage = openTestEnvironment();

/** The test uses the words that the application shows. */
function speak({ language, locale }: { language: string; locale: string }): void {
  setTextLanguage(locale, language === 'en' ? {} : translation(language));
}

afterEach(() => setTextLanguage('en-US'));

describe('the package', () => {
  const executable = inject('packaged');
  let app: PackagedApp | null = null;

  afterEach(async () => {
    await app?.kill();
  });

  it.each(systems)(
    'with $env has the tray in the system’s language, with amounts as in its region',
    async ({ count, money, ...system }) => {
      speak(system);
      const { env } = system;
      const profile = stage.folder('profile');
      agreeToNoSandbox(profile);
      app = launchPackaged(executable, { profile, args: ['--demo', '--hidden'], env: { ...stage.env, ...env } });
      // A menu may have only some of them yet.
      const read = [figureNames.ips, figureNames.wallet].map((name) => new RegExp(`${name}.*\\d`));
      const menu = await waitFor('the figures in the menu', async () => {
        const text = menuText(await stage.desktop.tray.menu());
        return read.every((figure) => figure.test(text)) ? text : null;
      });
      const line = (name: string, amount: RegExp) => new RegExp(`${name}.*${amount.source}`);
      expect(menu).toMatch(line(figureNames.ips, count));
      expect(menu).toMatch(line(figureNames.wallet, money));
    },
  );

  it.each(systems)(
    'with $env answers in a terminal in the system’s language, with amounts as in its region',
    async ({ count, money, ...system }) => {
      speak(system);
      const { env } = system;
      const profile = stage.folder('profile');
      agreeToNoSandbox(profile);
      const { code, out } = await runCommand(stage, ['--status', '--demo'], { executable, profile, env });
      expect(code).toBe(0);
      for (const name of Object.values(figureNames)) expect(out).toContain(name);
      expect(out).toMatch(count);
      expect(out).toMatch(money);
    },
  );

  it.each(firstOfEach('language').first)('with $env explains its commands in the system’s language', async (system) => {
    speak(system);
    const options = { executable, profile: stage.folder('profile'), env: system.env };
    expect(await runCommand(stage, ['--help'], options)).toMatchObject({ code: 0, out: helpText() });
  });
});

describe('a window', () => {
  let app: RunningApp | null = null;

  afterEach(async () => {
    await app?.quit();
  });

  /** Popover and account window on a system, both in its language and locale. */
  async function open({ env, language, locale }: (typeof systems)[number]) {
    const demo = await stage.demoServer(['--still', '--size', '12']);
    app = await stage.launch({ profile: stage.folder('profile'), env: { NINETRAY_API_URL: demo.origin, ...env } });
    const popover = await popoverOf(app);
    await enterKey(popover, demo.key);
    await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
    const page = await openAccountWindow(app, popover);
    for (const each of [popover, page]) {
      const html = each.locator(`html[lang="${language}"][dir="ltr"][data-locale="${locale}"]`);
      await html.waitFor({ state: 'attached' });
    }
    return { demo, page };
  }

  it.each(firstOfEach('locale').others)(
    'with $env is in the system’s language and its region’s locale',
    async (system) => {
      speak(system);
      const { page } = await open(system);
      expect(await page.locator('html').getAttribute('data-locale')).toBe(system.locale);
    },
  );

  it.each(firstOfEach('locale').first)(
    'with $env is in the system’s language, writes moments as the region does, and reads gigabytes as it writes them',
    async (system) => {
      speak(system);
      const { decimal, clock, locale } = system;
      const { demo, page } = await open(system);
      await goTo(page, 'wallet', 'transactions');
      await grid(page, 'transactions').getByRole('gridcell').filter({ hasText: clock }).first().waitFor();
      await goTo(page, 'subUsers');
      await page.getByRole('button', { name: labelOf('createSubUser') }).click();
      await fill(page, 'createSubUser', { username: 'languages', password: 'secret-77', trafficCap: `1${decimal}5` });
      await press(page, actionTexts.buttons.createSubUser);
      const row = await rowWith(page, 'subUsers', 'languages');
      await row.getByText(formatBytes(1_500_000_000, locale)).waitFor();
      const added = (await vendorRows(demo, 'user-passes/get-list')).find((one) => one['user_name'] === 'languages');
      expect(added).toMatchObject({ usage_cap: 1_500_000_000 });
      await chooseInRow(page, row, labelOf('editSubUser'));
      expect(await field(page, 'editSubUser', 'trafficCap').inputValue()).toBe(`1${decimal}5`);
    },
  );
});

it('the demo’s dashboard has the words and the direction of the application’s language', async () => {
  const app = await stage.launch({ profile: stage.folder('profile'), args: ['--demo'], env: { LANG: 'ar_XB' } });
  const { source } = await stateWhere(await popoverOf(app), 'the demo', (state) => state.source.kind === 'demo');
  const page = await (await fetch(`${source.origin}/dashboard/sign-in`)).text();
  expect(page).toContain('<html lang="ar-XB" dir="rtl">');
  expect(page).toContain(pseudoMessage(dashboardTexts.signIn.password, 'ar-XB'));
  await app.quit();
});
