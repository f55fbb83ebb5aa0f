// Shows any screen in the built application's own window: main's answers and pushes are replaced from outside, by
// fixtures. In the page only the text size may be changed: what is seen is what the application draws.
import type { Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import type { RunningApp } from '../harness/running-app';
import type { TestEnvironment } from '../harness/test-environment';
import type { AccountData } from './account-data';
import { hasSize, heard, isSettled, lengthOfContent, listen, loseFocus, openWindow, setTextSize } from './in-page.mjs';
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

/** What replaces main, inside the main process. */
interface StandIn {
  rev: number;
  state: AppState;
  answers: Record<string, unknown>;
  lists: Record<string, Result<CallOutput<'lists.read'>> | 'never'>;
  asked: CallName[];
}

type Input = CallInput<'subAccounts.query'> & CallInput<'lists.read'> & CallInput<'history.read'>;

/** What main pushes; without a state a window shows that it waits for one. */
interface Message {
  channel: 'view' | 'area' | 'state';
  message: unknown;
}

/** Far above the revisions that the application's own main pushes meanwhile. */
const firstRevision = 1_000_000;

async function takeMainsPlace(app: RunningApp, data: AccountData | null): Promise<void> {
  await app.electron.evaluate(({ ipcMain }, account) => {
    const place = globalThis as typeof globalThis & { standIn?: StandIn };
    const done = { ok: true, value: undefined };
    // An unreferenced answer causes an error in the page once it is collected.
    const waiting: (() => void)[] = [];
    ipcMain.removeHandler('ninetray:call');
    ipcMain.handle('ninetray:call', (_event, name: CallName, input: Input) => {
      const { standIn } = place;
      if (standIn === undefined) return done;
      const { rev, state, answers, lists, asked } = standIn;
      asked.push(name);
      const answer = name === 'lists.read' ? lists[input.list] : answers[name];
      if (answer === 'never') return new Promise<void>((resolve) => waiting.push(resolve));
      if (answer !== undefined && name !== 'lists.read') return answer;
      switch (name) {
        case 'state.read':
          return { ok: true, value: { rev, state } };
        case 'affiliate.read':
          return account === null ? done : { ok: true, value: account.affiliate };
        case 'history.read':
          return account === null ? done : { ok: true, value: account.histories[`${input.what} ${input.days}`] };
        case 'lists.read': {
          const given = lists[input.list] ?? { ok: true, value: account?.lists[input.list] };
          if (given === 'never' || !given.ok || given.value === undefined) return given;
          const { rows, total, asOf } = given.value;
          const first = (input.page - 1) * input.limit;
          return { ok: true, value: { rows: rows.slice(first, first + input.limit), total, asOf } };
        }
        case 'subAccounts.countOn': {
          const rows = account?.lists.subAccounts.rows ?? [];
          return { ok: true, value: { on: rows.filter(({ cells }) => cells['status'] === 'enabled').length } };
        }
        case 'subAccounts.useToday':
          return { ok: true, value: { since: state.account.asOf, ips: 18, traffic: 1_200_000_000 } };
        case 'subAccounts.query': {
          const { firstPage, pinned } = state.subAccounts;
          const rows = firstPage
            .map((row) => ({ ...row, pinned: pinned.some(({ id }) => id === row.id) }))
            .filter((row) => row.username.includes(input.search) && !(input.withoutPinned === true && row.pinned));
          const { offset, limit } = input;
          return { ok: true, value: { rows: rows.slice(offset, offset + limit), total: rows.length, rev: 1 } };
        }
        default:
          return done;
      }
    });
  }, data);
}

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

  const settle = () => waitFor('the page to stand still', () => page.evaluate(isSettled), 10_000);

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

  /** Pushes to the window as main does, in this order, and waits until the page has heard the last. */
  async function push(...messages: readonly Message[]): Promise<void> {
    const last = messages.at(-1)?.channel ?? 'state';
    await page.evaluate(listen, { channel: last, times: messages.filter(({ channel }) => channel === last).length });
    await app.electron.evaluate(
      ({ BrowserWindow }, [part, all]) => {
        // Not to the other windows, which would draw it, too.
        const shown = BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.getURL().includes(part));
        for (const { webContents } of shown)
          for (const { channel, message } of all) webContents.send(`ninetray:${channel}`, message);
      },
      [name, messages] as const,
    );
    await page.evaluate(heard);
  }

  /** Loads the page where something would outlive a change of its state: that a call was refused. */
  async function reloadAfter(last: Screen | null): Promise<void> {
    if (last !== null && (last.area !== undefined || last.answers === undefined)) return;
    await page.reload();
    await waitFor('the page to read its state', async () => (await askedOf(app)).includes('state.read'));
    if (current.text !== 1) await page.evaluate(setTextSize, current.text);
  }

  return {
    app,
    page,
    look,
    async show(screen, wanted = {}) {
      rev += 2;
      const state = themed(screen.state, { ...usualLook, ...wanted }.theme);
      const { answers = {}, lists = {}, area, asks, view = 'home' } = screen;
      const standIn: StandIn = { rev: rev - 2, state, answers, lists, asked: [] };
      await app.electron.evaluate((_electron, next) => {
        Object.assign(globalThis, { standIn: next });
      }, standIn);
      await page.mouse.move(0, 0);
      await dress({ ...usualLook, ...wanted });
      await reloadAfter(before);
      before = screen;
      await page.evaluate(loseFocus);
      const shown: Message = { channel: 'state', message: { rev, state } };
      if (area === undefined) {
        // Without a state there is nothing but a spinner: whatever is shown next begins anew.
        const nothing: Message = { channel: 'state', message: { rev: rev - 1, state: null } };
        await push(nothing, { channel: 'view', message: { view } }, shown);
      } else {
        // What was open in the area goes with the push of the next one.
        await push(shown, { channel: 'area', message: { area, ...(asks === undefined ? {} : { ask: asks }) } });
      }
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
    asked: () => askedOf(app),
  };
}

/** What the page has asked since its state was shown. */
async function askedOf(app: RunningApp): Promise<CallName[]> {
  return await app.electron.evaluate(
    () => (globalThis as typeof globalThis & { standIn?: StandIn }).standIn?.asked ?? [],
  );
}
