// Brings any screen onto the built application's own window: main's answers and pushes are replaced from outside, by fixtures.
// Must not change anything in the page but its text size; what is seen is what the application draws.
import type { Page } from 'playwright-core';
import type { AppState, CallInput, CallName } from '../../app/bridge/contract';
import { until } from '../../build/desktop/until.mjs';
import { run } from '../../build/run.mjs';
import type { RunningApp } from '../harness/running-app';
import type { Stage } from '../harness/stage';
import { begin, heard, isSettled, lengthOfContent, listenOnce, setTextSize } from './in-page.mjs';
import { momentOfPictures, type Screen } from './list';

export interface Look {
  theme: 'light' | 'dark';
  /** 1 or 2: how many times the usual text size. */
  text: number;
  /** The page's, in CSS pixels. */
  size: { width: number; height: number };
  /** Device pixels to a CSS pixel. */
  scale: number;
}

/** The windows that there are, and the size that each opens in. */
const usualSizes = {
  popover: { width: 360, height: 560 },
  wizard: { width: 760, height: 660 },
};
type WindowName = keyof typeof usualSizes;

export interface ShowWindow {
  app: RunningApp;
  page: Page;
  /** Shows a screen from its beginning: the page is loaded anew. */
  show(screen: Screen, look?: Partial<Look>): Promise<void>;
  /** Changes the looks of what is shown, and waits until it stands still. */
  look(look: Partial<Look>): Promise<void>;
  /** Makes the window as high as what it shows, where that is higher. */
  stretch(): Promise<void>;
  /** A picture of the page as PNG, in device pixels; Playwright's own takes no account of `scale`. */
  capture(): Promise<Buffer>;
  /** The names of the calls that the page has made since `show`. */
  asked(): Promise<CallName[]>;
}

/** What stands in main's place, inside the main process. */
interface StandIn {
  rev: number;
  state: AppState;
  answers: Record<string, unknown>;
  asked: CallName[];
}

/** Far above the revisions that the application's own main pushes meanwhile. */
const firstRevision = 1_000_000;

async function takeMainsPlace(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ ipcMain }) => {
    const place = globalThis as typeof globalThis & { standIn?: StandIn };
    const done = { ok: true, value: undefined };
    ipcMain.removeHandler('ninetray:call');
    ipcMain.handle('ninetray:call', (_event, name: CallName, input: CallInput<'subAccounts.query'>) => {
      const { standIn } = place;
      if (standIn === undefined) return done;
      const { rev, state, answers, asked } = standIn;
      asked.push(name);
      const answer = answers[name];
      if (answer === 'never') return new Promise(() => {});
      if (answer !== undefined) return answer;
      if (name === 'state.read') return { ok: true, value: { rev, state } };
      if (name !== 'subAccounts.query') return done;
      const { firstPage, pinned } = state.subAccounts;
      const rows = firstPage
        .map((row) => ({ ...row, pinned: pinned.some(({ id }) => id === row.id) }))
        .filter((row) => row.username.includes(input.search) && !(input.withoutPinned && row.pinned));
      const { offset, limit } = input;
      return { ok: true, value: { rows: rows.slice(offset, offset + limit), total: rows.length, rev: 1 } };
    });
  });
}

/** The wizard's window, which the application opens when a key is to be made. */
async function openWizard(app: RunningApp, popover: Page): Promise<Page> {
  await popover.evaluate(begin, 'first');
  const page = await app.page('wizard');
  // It asks before it goes while there is no copy of the key; here it is to go each time.
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-prevent-unload', (event) => event.preventDefault());
  });
  return page;
}

/** Opens the application on `stage` with a window that shows what it is told. */
export async function openShowWindow(
  stage: Stage,
  name: WindowName = 'popover',
  args: readonly string[] = [],
): Promise<ShowWindow> {
  const usualLook: Look = { theme: 'light', text: 1, size: usualSizes[name], scale: 1 };
  const app = await stage.launch({ args });
  const popover = await app.page('popover');
  await until('the window', () => popover.isVisible('main'));
  const page = name === 'popover' ? popover : await openWizard(app, popover);
  await until('its first picture', () => page.isVisible('h1, main'));
  // A pointer over the window would light up whatever is below it.
  if (process.platform === 'linux') await run('xdotool', ['mousemove', '1279', '799'], { env: stage.env });
  await page.clock.setFixedTime(momentOfPictures);
  page.setDefaultTimeout(5_000);
  await takeMainsPlace(app);
  const devtools = await page.context().newCDPSession(page);
  let rev = firstRevision;
  let current = usualLook;

  const settle = () => until('the page to stand still', () => page.evaluate(isSettled), 10_000);

  /** What the page is shown in; its text size is its own, and goes with each loading. */
  async function dress(wanted: Look): Promise<void> {
    current = wanted;
    const { theme, size, scale } = wanted;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile: false });
  }

  async function look(wanted: Partial<Look>): Promise<void> {
    await dress({ ...current, ...wanted });
    await page.evaluate(setTextSize, current.text);
    await settle();
  }

  return {
    app,
    page,
    look,
    async show(screen, wanted = {}) {
      rev += 1;
      const { theme } = { ...usualLook, ...wanted };
      const { settings } = screen.state;
      // A person's own choice of theme follows the picture's.
      const state = settings.theme === 'system' ? screen.state : { ...screen.state, settings: { ...settings, theme } };
      const standIn: StandIn = { rev, state, answers: screen.answers ?? {}, asked: [] };
      await app.electron.evaluate((_electron, next) => {
        Object.assign(globalThis, { standIn: next });
      }, standIn);
      await page.mouse.move(0, 0);
      await dress({ ...usualLook, ...wanted });
      await page.reload();
      await until('the page to read its state', async () => (await asked()).includes('state.read'));
      await page.evaluate(setTextSize, current.text);
      await settle();
      if (screen.view !== undefined) {
        await page.evaluate(listenOnce, 'view');
        await app.electron.evaluate(({ BrowserWindow }, view) => {
          for (const window of BrowserWindow.getAllWindows()) window.webContents.send('ninetray:view', { view });
        }, screen.view);
        await page.evaluate(heard);
        await settle();
      }
      await screen.walk?.(page);
      await page.mouse.move(0, 0);
      await settle();
    },
    async stretch() {
      const height = await page.evaluate(lengthOfContent);
      if (height > current.size.height) await look({ size: { ...current.size, height } });
    },
    async capture() {
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    asked,
  };

  async function asked(): Promise<CallName[]> {
    return await app.electron.evaluate(
      () => (globalThis as typeof globalThis & { standIn?: StandIn }).standIn?.asked ?? [],
    );
  }
}
