// Shows any screen in the built application's own window: main's answers and pushes are replaced from outside, by
// fixtures. In the page only the text size may be changed: what is seen is what the application draws.
import type { Page } from 'playwright-core';
import type { CallName } from '../../app/bridge/contract';
import type { AppState } from '../../app/model/state/app-state';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import type { RunningApp } from '../harness/running-app';
import type { TestEnvironment } from '../harness/test-environment';
import type { AccountData } from './account-data';
import { hasSize, lengthOfContent, openWindow, setTextSize, stillness } from './in-page.mjs';
import { momentOfPictures, type Screen } from './list';
import { askedBy, type StandIn, takeMainsPlace, tell } from './stand-in';

export interface Look {
  theme: 'light' | 'dark';
  /** 1 or 2: how many times the usual text size. */
  text: number;
  /** The page's, in CSS pixels. */
  size: { width: number; height: number };
  /** Device pixels to a CSS pixel. */
  scale: number;
}

/** The windows that there are, the size that each opens in, and the call that opens it. */
const windows = {
  popover: { size: { width: 360, height: 560 }, opens: null },
  wizard: { size: { width: 760, height: 660 }, opens: ['rotation.begin', { entry: 'first' }] },
  account: { size: { width: 1080, height: 720 }, opens: ['account.open', { area: null }] },
} as const;
type WindowName = keyof typeof windows;

interface ScreenDriverOptions {
  args?: readonly string[];
  /** More of the application's environment. */
  env?: NodeJS.ProcessEnv;
  /** What main answers about lists and history, where a screen says nothing else. */
  data?: AccountData | null;
}

export interface ScreenDriver {
  app: RunningApp;
  page: Page;
  /** Shows a screen from its beginning: what the page showed before is removed, with all that was opened or typed in it. */
  show(screen: Screen, look?: Partial<Look>): Promise<void>;
  /** Changes how the screen looks, and waits until nothing moves. */
  look(look: Partial<Look>): Promise<void>;
  /** Makes the window as high as what it shows, where that is higher. */
  stretch(): Promise<void>;
  /** A picture of the page as PNG, in device pixels; Playwright's own takes no account of `scale`. */
  capture(): Promise<Buffer>;
  /** The names of the calls that the page has made since `show`. */
  asked(): Promise<CallName[]>;
}

/** Far above the revisions that the application's own main pushes meanwhile. */
const firstRevision = 1_000_000;

/** The window itself, opened from the popover as the application does it. */
async function openFrom(popover: Page, app: RunningApp, name: WindowName): Promise<Page> {
  const { opens } = windows[name];
  if (opens === null) return popover;
  await popover.evaluate(openWindow, opens);
  const page = await app.page(name);
  // The wizard asks before it closes while there is no copy of the key; here it must close each time.
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-prevent-unload', (event) => event.preventDefault());
  });
  return page;
}

/** Where the user chose a theme, it is the picture's. */
function themed(state: AppState, theme: Look['theme']): AppState {
  const { settings } = state;
  return settings.theme === 'system' ? state : { ...state, settings: { ...settings, theme } };
}

/** Opens the application in the environment `stage`, with a window that shows the given state. */
export async function openScreenDriver(
  stage: TestEnvironment,
  name: WindowName = 'popover',
  { args = [], env = {}, data: account = null }: ScreenDriverOptions = {},
): Promise<ScreenDriver> {
  const usualLook: Look = { theme: 'light', text: 1, size: windows[name].size, scale: 1 };
  // A profile of its own, so that one file can have several windows' applications.
  const app = await stage.launch({ args, env, profile: stage.folder('profile') });
  const popover = await app.page('popover');
  await waitFor('the window', () => popover.isVisible('main'));
  const page = await openFrom(popover, app, name);
  await waitFor('its first picture', () => page.isVisible('h1, main'));
  // A pointer over the window would highlight what is below it.
  if (process.platform === 'linux') await run('xdotool', ['mousemove', '1279', '799'], { env: stage.env });
  await page.clock.setFixedTime(momentOfPictures);
  page.setDefaultTimeout(5_000);
  await takeMainsPlace(app, account);
  const devtools = await page.context().newCDPSession(page);
  let rev = firstRevision;
  let current = usualLook;
  /** What the page was last told of that; null before the first time. */
  let told: Look | null = null;
  /** Null before the page was loaded with main's place taken. */
  let before: Screen | null = null;

  const settle = () => page.evaluate(stillness);

  /** What the page is shown in, as far as it is not yet. */
  async function dress(wanted: Look): Promise<void> {
    const { theme, text, size, scale } = wanted;
    current = wanted;
    if (told?.theme !== theme) await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    if (told?.size.width !== size.width || told.size.height !== size.height || told.scale !== scale) {
      await page.setViewportSize(size);
      await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile: false });
      // The page hears of it later: what depends on the size is laid out again then.
      await waitFor('the page to have its size', () => page.evaluate(hasSize, size));
    }
    if (told?.text !== text) await page.evaluate(setTextSize, text);
    told = wanted;
  }

  async function look(wanted: Partial<Look>): Promise<void> {
    await dress({ ...current, ...wanted });
    await settle();
  }

  /** Tells the page what it shows; anew where something would outlive a change of its state: that a call was refused. */
  async function begin(screen: Screen, standIn: StandIn): Promise<void> {
    await tell(page, standIn);
    const last = before;
    before = screen;
    if (last !== null && (last.area !== undefined || last.answers === undefined)) return;
    await page.reload();
    await waitFor('the page to read its state', async () => (await askedBy(page)).includes('state.read'));
    if (current.text !== 1) await page.evaluate(setTextSize, current.text);
    await tell(page, standIn);
  }

  return {
    app,
    page,
    look,
    async show(screen, wanted = {}) {
      rev += 2;
      await page.mouse.move(0, 0);
      // Whatever is shown after nothing begins anew, and nothing is what changes its look fastest.
      if (screen.area === undefined) await tell(page, { rev: rev - 1, state: null });
      await dress({ ...usualLook, ...wanted });
      const { state, area, view = 'home' } = screen;
      await begin(screen, {
        ...screen,
        ...(area === undefined ? { view } : {}),
        state: themed(state, current.theme),
        rev,
      });
      await settle();
      if (screen.walk === undefined) return;
      await screen.walk(page);
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
    asked: () => askedBy(page),
  };
}
