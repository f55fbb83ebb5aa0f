import { describe, expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import type { Rect, Size } from '../placement';
import { Popover, type PopoverLook, type PopoverWindowEvents } from './popover';
import type { Readiness } from './keep-ready';
import type { PopoverEdge, PopoverMode } from './popover-mode';

const icon: Rect = { x: 900, y: 0, width: 20, height: 20 };

/** A window that records what is done to it. Its page loads when the test says so. */
class FakeWindow {
  isOpen = true;
  visible = false;
  hides = 0;
  bounds: Rect | null = null;
  sent: [string, unknown][] = [];
  readonly mode: PopoverMode;
  readonly least: Size;
  readonly events: PopoverWindowEvents;
  readonly size: Size;
  readonly edge: PopoverEdge;
  constructor({ mode, size, least, edge }: PopoverLook, events: PopoverWindowEvents) {
    this.mode = mode;
    this.least = least;
    this.size = size;
    this.edge = edge;
    this.events = events;
  }
  isVisible() {
    return this.visible;
  }
  setBounds(bounds: Rect) {
    this.bounds = bounds;
    this.events.onResized({ width: bounds.width, height: bounds.height });
  }
  show() {
    if (this.visible) return;
    this.visible = true;
    this.events.onShown();
  }
  hide() {
    this.hides += 1;
    if (this.visible) {
      this.visible = false;
      this.events.onBlurred();
    }
    // Electron reports a window that was never shown, too.
    this.events.onHidden();
  }
  send(channel: string, message: unknown) {
    this.sent.push([channel, message]);
  }
  owns() {
    return false;
  }
  destroy() {
    this.isOpen = false;
    this.visible = false;
    this.events.onClosed();
  }
  destroySoon() {
    this.destroy();
  }
}

function opened() {
  const clock = manualClock(1_000_000);
  const windows: FakeWindow[] = [];
  const seen: string[] = [];
  const sizes: Size[] = [];
  const place = { mode: 'beside-icon' as PopoverMode, screenHeight: 1080, edge: 'line' as PopoverEdge };
  const ready: Readiness = { isKept: false, reason: 'opened-rarely', until: null };
  const popover = new Popover({
    clock,
    edge: () => place.edge,
    makeWindow: (look, events) => {
      const window = new FakeWindow(look, events);
      windows.push(window);
      return window;
    },
    mode: () => place.mode,
    size: () => ({ width: 360, height: 600 }),
    screen: () => {
      const area = { x: 0, y: 0, width: 1920, height: place.screenHeight };
      return {
        cursor: { x: 0, y: 0 },
        displays: [{ bounds: area, workArea: { ...area, y: 24, height: place.screenHeight - 24 } }],
      };
    },
    readiness: () => ready,
    onResized: (size) => sizes.push(size),
    onShowing: () => seen.push('showing'),
    onShown: () => seen.push('shown'),
    onHidden: () => seen.push('hidden'),
  });
  const window = (index = 0) => {
    const made = windows[index];
    if (made === undefined) throw new Error(`window ${index} was not made`);
    return made;
  };
  /** Shown, with its page loaded. */
  const shown = () => {
    popover.show(icon);
    window().events.onLoaded();
    return window();
  };
  return { clock, popover, windows, window, shown, seen, sizes, place, ready };
}

describe('showing', () => {
  it('shows the window once its page has loaded, below the icon', () => {
    const { popover, window } = opened();
    popover.show(icon);
    expect(window().visible).toBe(false);
    window().events.onLoaded();
    expect(window().visible).toBe(true);
    expect(window().bounds).toMatchObject({ y: 32, width: 360, height: 600 });
  });

  it('does not show a window that was hidden before its page had loaded', () => {
    const { popover, window } = opened();
    popover.show(icon);
    popover.hide();
    window().events.onLoaded();
    expect(window().visible).toBe(false);
  });

  it('makes a window of the other mode when the panel has gone, unless the popover is open', () => {
    const { popover, windows, shown, place } = opened();
    const first = shown();
    place.mode = 'window';
    popover.show(null);
    expect(first.isOpen).toBe(true);
    popover.hide();
    popover.show(null);
    expect(first.isOpen).toBe(false);
    expect(windows.map(({ mode }) => mode)).toEqual(['beside-icon', 'window']);
  });

  it('makes another window after its page’s language became another, unless the popover is open', () => {
    const { popover, windows, shown } = opened();
    const first = shown();
    popover.renew();
    popover.show(icon);
    expect(first.isOpen).toBe(true);
    popover.hide();
    popover.show(icon);
    expect([first.isOpen, windows.length]).toEqual([false, 2]);
    popover.hide();
    popover.show(icon);
    expect(windows.length).toBe(2);
  });

  it('leaves an ordinary window where it is and open when it loses the focus', () => {
    const { shown, place } = opened();
    place.mode = 'window';
    const window = shown();
    window.events.onBlurred();
    expect(window.visible).toBe(true);
    expect(window.bounds).toBeNull();
  });

  it('leaves what is around an ordinary window to the system', () => {
    const { popover, shown, window, place } = opened();
    expect(shown().edge).toBe('line');
    place.mode = 'window';
    popover.hide();
    popover.show();
    expect(window(1).edge).toBe('system');
  });

  it('opens an ordinary window no higher than the screen', () => {
    const { shown, place } = opened();
    place.mode = 'window';
    place.screenHeight = 480;
    expect(shown().size).toEqual({ width: 360, height: 416 });
  });

  it('may be made smaller than usual only on a display that has no room for that', () => {
    const { popover, shown, window, place } = opened();
    expect(shown().least).toEqual({ width: 320, height: 400 });
    popover.hide();
    place.screenHeight = 240;
    place.edge = 'shadow';
    popover.show(icon);
    expect(window(1).least).toEqual({ width: 320, height: 176 });
  });

  it('makes another window when a compositor came or went while it was hidden, and leaves it its margin', () => {
    const { popover, shown, window, windows, place } = opened();
    place.screenHeight = 480;
    expect(shown().bounds).toMatchObject({ y: 24, height: 456 });
    place.edge = 'shadow';
    popover.show(icon);
    expect(windows).toHaveLength(1);
    popover.hide();
    popover.show(icon);
    window(1).events.onLoaded();
    expect(window(1).edge).toBe('shadow');
    expect(window(1).bounds).toMatchObject({ y: 32, height: 440 });
    popover.hide();
    popover.show(icon);
    expect(windows).toHaveLength(2);
  });
});

describe('hiding', () => {
  it('hides when it loses the focus, and stays hidden for the click that took it', async () => {
    const { clock, popover, shown, seen } = opened();
    const window = shown();
    window.events.onBlurred();
    expect(window.visible).toBe(false);
    await clock.advance(100);
    popover.toggle(icon);
    expect(window.visible).toBe(false);
    await clock.advance(300);
    popover.toggle(icon);
    expect(window.visible).toBe(true);
    expect(seen).toEqual(['showing', 'shown', 'hidden', 'showing', 'shown']);
  });

  it('closes a window three minutes after it was hidden, unless it is shown again', async () => {
    const { clock, popover, shown } = opened();
    const window = shown();
    popover.hide();
    await clock.advance(179_000);
    popover.show(icon);
    await clock.advance(300_000);
    expect(window.isOpen).toBe(true);
    popover.hide();
    await clock.advance(180_000);
    expect(window.isOpen).toBe(false);
  });

  it('closes a prepared window that is not shown within a minute', async () => {
    const { clock, popover, window } = opened();
    popover.prepare();
    await clock.advance(60_000);
    expect(window().isOpen).toBe(false);
  });

  it('closes a window that was hidden before its page had loaded', async () => {
    const { clock, popover, window } = opened();
    popover.show(icon);
    popover.hide();
    window().events.onLoaded();
    await clock.advance(180_000);
    expect(window().isOpen).toBe(false);
  });

  it('reports once that it is hidden when its window is closed while open', () => {
    const { shown, seen } = opened();
    shown().destroy();
    expect(seen).toEqual(['showing', 'shown', 'hidden']);
  });
});

describe('a window that is kept ready', () => {
  const often: Readiness = { isKept: true, reason: 'opened-often', until: null };

  it('takes the place of one that was used, and stays for as long as the policy says', async () => {
    const { clock, popover, windows, window, shown, ready } = opened();
    Object.assign(ready, often, { until: 1_000_000 + 3_600_000 });
    shown();
    popover.hide();
    await clock.advance(180_000);
    expect(windows.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    await clock.advance(3_419_000);
    expect(window(1).isOpen).toBe(true);
    Object.assign(ready, { isKept: false });
    await clock.advance(1000);
    expect(windows.map(({ isOpen }) => isOpen)).toEqual([false, false]);
    expect(clock.waiting()).toBe(0);
  });

  it('is closed within ten minutes after memory became scarce, of which nothing is reported', async () => {
    const { clock, popover, window, ready } = opened();
    Object.assign(ready, often);
    popover.keepReady();
    await clock.advance(3_600_000);
    expect(window().isOpen).toBe(true);
    Object.assign(ready, { isKept: false });
    await clock.advance(600_000);
    expect(window().isOpen).toBe(false);
  });

  it('is made and closed when the readiness changes, and opens at once', () => {
    const { popover, windows, window, seen, ready } = opened();
    popover.keepReady();
    expect(windows).toHaveLength(0);
    Object.assign(ready, often);
    popover.keepReady();
    window().events.onLoaded();
    expect([window().visible, seen]).toEqual([false, []]);
    popover.show(icon);
    expect(window().visible).toBe(true);
    popover.hide();
    popover.keepReady();
    expect(windows).toHaveLength(1);
  });

  it('is hidden for its page as well, whose timers would run otherwise', () => {
    const { popover, window, ready } = opened();
    Object.assign(ready, often);
    popover.keepReady();
    expect(window().hides).toBe(0);
    window().events.onLoaded();
    expect(window().hides).toBe(1);
  });

  it('is closed at once on battery, but not one that is open or was just used', async () => {
    const { clock, popover, window, shown, ready } = opened();
    Object.assign(ready, often);
    shown();
    Object.assign(ready, { isKept: false });
    popover.keepReady();
    popover.hide();
    popover.keepReady();
    expect(window().isOpen).toBe(true);
    Object.assign(ready, often);
    await clock.advance(200_000);
    expect(window(1).isOpen).toBe(true);
    Object.assign(ready, { isKept: false });
    popover.keepReady();
    expect(window(1).isOpen).toBe(false);
  });

  it('is not closed while a click waits for its page', () => {
    const { popover, window, ready } = opened();
    Object.assign(ready, often);
    popover.keepReady();
    popover.show(icon);
    Object.assign(ready, { isKept: false });
    popover.keepReady();
    window().events.onLoaded();
    expect(window().visible).toBe(true);
  });

  it('is made again at once in another language', () => {
    const { popover, windows, window, ready } = opened();
    Object.assign(ready, often);
    popover.keepReady();
    popover.renew();
    expect(windows.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    window(1).events.onLoaded();
    popover.show(icon);
    expect(windows).toHaveLength(2);
  });
});

describe('crashes', () => {
  it('opens a new window three times within a minute, and then no more', () => {
    const { windows, shown } = opened();
    shown();
    for (let crash = 0; crash < 4; crash += 1) {
      windows.at(-1)?.events.onCrashed();
      windows.at(-1)?.events.onLoaded();
    }
    expect(windows).toHaveLength(4);
    expect(windows.at(-1)?.isOpen).toBe(false);
  });

  it('opens no new window where the popover was hidden', () => {
    const { popover, windows, shown } = opened();
    const window = shown();
    popover.hide();
    window.events.onCrashed();
    expect(windows).toHaveLength(1);
  });
});

describe('messages and sizes', () => {
  it('sends the last message of a channel once the page has loaded, and none without a window', () => {
    const { popover, window } = opened();
    popover.send('view', 'key');
    popover.show(icon);
    popover.send('view', 'home');
    popover.send('view', 'settings');
    window().events.onLoaded();
    expect(window().sent).toEqual([['view', 'settings']]);
  });

  it("reports a size that the user chose, and not the popover's own placement", async () => {
    const { clock, shown, sizes } = opened();
    const window = shown();
    await clock.advance(1000);
    expect(sizes).toEqual([]);
    window.events.onResized({ width: 500, height: 700 });
    await clock.advance(1000);
    expect(sizes).toEqual([{ width: 500, height: 700 }]);
  });
});
