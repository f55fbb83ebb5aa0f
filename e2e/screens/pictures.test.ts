// Takes pictures: every screen in every state, light and dark, some in other sizes, a panel and the tray's marks into
// out/pictures; those that the README shows into docs/pictures, which is in the repository. e2e/screens-*.test.ts look
// for faults.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';
import { run } from '../../build/run.mjs';
import { severities } from '../../app/model/severity';
import { openTestEnvironment } from '../harness/test-environment';
import { accountData, areaScreens } from './account-screens';
import { dialogScreens } from './account-dialogs';
import { type Screen, screenNamed, screens, wizardScreens } from './list';
import { type Look, openScreenDriver, type ScreenDriver } from './screen-driver';

const outputFolder = join(root, 'out', 'pictures');
const readmeFolder = join(root, 'docs', 'pictures');
const themes = ['light', 'dark'] as const;
const themeLooks: Record<string, Partial<Look>> = { light: { theme: 'light' }, dark: { theme: 'dark' } };
const otherLooks: Record<string, Partial<Look>> = {
  'large-text': { text: 2 },
  wide: { size: { width: 900, height: 1400 } },
};
const accountScreens = [...areaScreens, ...dialogScreens].filter(({ isUnpictured }) => isUnpictured !== true);

/** The account window at its smallest. */
const smallest: Partial<Look> = { size: { width: 640, height: 480 } };

/** The looks a screen is pictured in. The account window's are large and many: each area, but not each state of it, is in the dark, too. */
function looksOf({
  area,
  walk,
  inOtherSizes = false,
  inTheDark = inOtherSizes,
}: Screen): Record<string, Partial<Look>> {
  if (area === undefined) return { ...themeLooks, ...(inOtherSizes ? otherLooks : {}) };
  const themed = inTheDark ? themeLooks : { light: { theme: 'light' as const } };
  const small = walk === undefined && inOtherSizes ? { small: smallest } : {};
  return { ...themed, ...(inOtherSizes ? { 'large-text': { text: 2 } } : {}), ...small };
}

/** Those the README shows, in twice as many pixels. */
const readme = ['popover-normal', 'popover-traffic', 'key-candidate'];
const readmeWizard = ['wizard-regenerate-watching', 'wizard-copy', 'wizard-update-demo'];
const readmeAccount = ['account-overview', 'account-bulk-bar', 'account-access-demo'];

/** Where it is not the window's usual one: all columns of the list are in view. */
const readmeSizes: Record<string, Partial<Look>> = { account: { size: { width: 1280, height: 800 }, scale: 1.5 } };

/** More bytes than a picture of nothing has. */
const emptyPicture = 1500;

const wanted = new Set(
  [
    ...[...screens, ...wizardScreens, ...accountScreens].flatMap((screen) =>
      Object.keys(looksOf(screen)).map((look) => `${screen.name}-${look}`),
    ),
    ...[...readme, ...readmeWizard, ...readmeAccount].flatMap((name) =>
      themes.map((theme) => `readme-${name}-${theme}`),
    ),
    'panel',
    'marks',
  ].map((name) => `${name}.png`),
);

function folderOf(file: string): string {
  return file.startsWith('readme-') ? readmeFolder : outputFolder;
}

function convert(args: readonly string[], input: Buffer = Buffer.alloc(0)): Buffer {
  return execFileSync('convert', args, { input, maxBuffer: 100_000_000 });
}

/** The size and the colours of a picture, a byte for each of red, green and blue. */
function pixels(png: Buffer): { size: string; colours: Buffer } {
  const size = `${png.readUInt32BE(16)} x ${png.readUInt32BE(20)}`;
  return { size, colours: convert(['png:-', '-depth', '8', 'rgb:-'], png) };
}

/** What one run paints differently than the next, where edges are smoothed: more than the eye sees, less than any change. */
const faint = 24;

function looksLike(one: Buffer, other: Buffer): boolean {
  const [a, b] = [pixels(one), pixels(other)];
  return a.size === b.size && a.colours.every((value, at) => Math.abs(value - (b.colours[at] ?? 0)) <= faint);
}

/** Saves a picture as small as possible, and returns its size in bytes. One that looks like the last one does not replace it. */
function save(name: string, png: Buffer): number {
  const file = join(folderOf(`${name}.png`), `${name}.png`);
  expect(wanted).toContain(`${name}.png`);
  const plain = ['-strip', '-dither', 'None', '-colors', '256', '-define', 'png:exclude-chunks=all'];
  const palette = convert(['png:-', ...plain, 'png8:-'], png);
  const smaller = palette.length < png.length ? palette : png;
  if (!existsSync(file) || !looksLike(readFileSync(file), smaller)) writeFileSync(file, smaller);
  return smaller.length;
}

beforeAll(() => {
  for (const folder of [outputFolder, readmeFolder]) mkdirSync(folder, { recursive: true });
});

afterAll(() => {
  // Pictures of screens that no longer exist.
  for (const folder of [outputFolder, readmeFolder]) {
    for (const file of readdirSync(folder)) {
      if (!wanted.has(file) || folderOf(file) !== folder) rmSync(join(folder, file));
    }
  }
});

describe.each([
  ['popover', screens, readme],
  ['wizard', wizardScreens, readmeWizard],
  ['account', accountScreens, readmeAccount],
] as const)('the window of the %s', (itsName, itsScreens, inReadme) => {
  const stage = openTestEnvironment({ tray: 'none' });
  let window: ScreenDriver;
  beforeAll(async () => {
    window = await openScreenDriver(stage, itsName, { data: itsName === 'account' ? accountData : null });
  });

  it.each(itsScreens.map((screen) => [screen.name, screen] as const))('%s', async (name, screen) => {
    for (const [suffix, look] of Object.entries(looksOf(screen))) {
      // From the beginning each time: partial repaints differ slightly.
      await window.show(screen, look);
      if (screen.isLong === true) await window.stretch();
      expect(save(`${name}-${suffix}`, await window.page.screenshot())).toBeGreaterThan(emptyPicture);
    }
  });

  it.each(inReadme)('%s for the README', async (name) => {
    for (const theme of themes) {
      const screen = itsScreens.find((one) => one.name === name);
      if (screen === undefined) throw new Error(`There is no screen "${name}".`);
      await window.show(screen, { theme, scale: 2, ...readmeSizes[itsName] });
      expect(save(`readme-${name}-${theme}`, await window.capture())).toBeGreaterThan(emptyPicture);
    }
  });
});

describe('a panel', () => {
  const stage = openTestEnvironment({ tray: 'panel' });

  it('with the icon, and the popover that a click on it opens', async () => {
    await run('display', ['-window', 'root', 'xc:#5d6b85'], { env: stage.env });
    const { app, show } = await openScreenDriver(stage, 'popover', { args: ['--demo=3'] });
    await show(screenNamed('popover-normal'));
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const each of BrowserWindow.getAllWindows()) each.hide();
    });
    const beside = async () => (await visibleWindows(stage.env, app.pid)).some(({ x, width }) => x + width > 1100);
    await waitFor('the popover to hide', async () => !(await beside()));
    await run('xdotool', ['mousemove', '1262', '16', 'click', '1'], { env: stage.env });
    await waitFor('the popover beside the icon', beside);
    await run('xdotool', ['mousemove', '700', '790'], { env: stage.env });
    // A panel does not report that it has drawn: the picture is there when two in a row are the same.
    const besideIcon = ['png:-', '-crop', '480x620+800+0', '+repage', '-strip', 'rgb:-'];
    let before: Buffer = Buffer.alloc(0);
    const still = await waitFor('the screen to stand still', async () => {
      const now = convert(besideIcon, readFileSync(await stage.picture('panel')));
      const isSame = before.equals(now);
      before = now;
      return isSame && now;
    });
    const png = convert(['-size', '480x620', '-depth', '8', 'rgb:-', 'png:-'], still);
    expect(save('panel', png)).toBeGreaterThan(emptyPicture);
  });
});

it("the tray's marks, on a light and on a dark panel", () => {
  const marks = [...severities, 'waiting'];
  const row = (ink: string, panel: string) => {
    const files = marks.map((mark) => join(root, 'out/icons/tray/linux', `${mark}-${ink}-44.png`));
    const spaced = ['-background', panel, '-alpha', 'remove', '-gravity', 'center', '-extent', '96x72', '+append'];
    return ['(', ...files, ...spaced, ')'];
  };
  const png = convert([...row('light', '#f1f1f1'), ...row('dark', '#202226'), '-append', 'png:-']);
  expect(save('marks', png)).toBeGreaterThan(emptyPicture);
});
