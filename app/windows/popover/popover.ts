// The popover: when its window is made, shown, hidden and closed. The window holds no state that matters: closing or killing it loses
// nothing. Where the window goes is decided in app/windows/placement.ts, what a click means in app/windows/popover/toggle.ts.
import type { Clock } from '../../model/clock';
import { createCrashLimit } from '../crash-limit';
import { createPageMessages } from '../page/page-messages';
import { fittingSize, placePopover, type Rect, type Screen, type Size } from '../placement';
import type { Readiness } from './keep-ready';
import { marginOf } from './popover-margin';
import type { PopoverEdge, PopoverMode } from './popover-mode';
import { createResizeReports } from '../page/resize-reports';
import { afterTrayClick } from './toggle';

/** The window, as app/windows/popover/popover-window.electron.ts makes it. */
export interface PopoverWindow {
  isVisible(): boolean;
  /** Moves the popover there, without what its window has around it. */
  setBounds(bounds: Rect): void;
  /** Shows and focuses it. */
  show(): void;
  hide(): void;
  send(channel: string, message: unknown): void;
  /** Whether these are the web contents of its page. */
  owns(contents: unknown): boolean;
  destroy(): void;
  /** In a moment, without asking the page: for a quit. */
  destroySoon(): void;
}

export interface PopoverWindowEvents {
  onLoaded(): void;
  onBlurred(): void;
  onShown(): void;
  onHidden(): void;
  /** The popover has this size now, without what its window has around it. */
  onResized(size: Size): void;
  onClosed(): void;
  /** Its page's process ended. */
  onCrashed(): void;
}

export interface PopoverLook {
  mode: PopoverMode;
  /** The popover's size to open with. */
  size: Size;
  /** The least that it may be made. */
  least: Size;
  edge: PopoverEdge;
}

export interface PopoverOptions {
  clock: Clock;
  makeWindow(look: PopoverLook, events: PopoverWindowEvents): PopoverWindow;
  /** What is drawn around the popover beside the icon. */
  edge(): PopoverEdge;
  /** `beside-icon`: frameless, on top, hides when it loses the focus. `window`: an ordinary small window with a frame. */
  mode(): PopoverMode;
  /** The size to open with, as last remembered. */
  size(): Size;
  screen(): Screen;
  /** Whether a hidden window is kept now (keep-ready.ts). */
  readiness(): Readiness;
  onResized(size: Size): void;
  /** It is about to be shown: what is sent now is drawn first. */
  onShowing(): void;
  onShown(): void;
  onHidden(): void;
}

/** The least that the popover may be made, on a display that has room for it (px). */
const LEAST = { width: 320, height: 400 };
/** How long a window that was used is kept (ms): it opens at once again, and what was typed in it goes with its process soon after. */
const CLOSED_AFTER = 3 * 60_000;
/** How often it is checked whether one may still be kept ready (ms): memory becomes scarce without an event. */
const CHECKED_EVERY = 10 * 60_000;
/** How long a window that was prepared and never shown is kept (ms). */
const PREPARED_FOR = 60_000;

/** The popover. The first `show` or `prepare` makes its window. */
export class Popover {
  readonly #options: PopoverOptions;
  readonly #crashes: ReturnType<typeof createCrashLimit>;
  readonly #resizes: ReturnType<typeof createResizeReports>;
  readonly #messages = createPageMessages((channel, message) => this.#window?.send(channel, message));
  #window: PopoverWindow | null = null;
  #mode: PopoverMode = 'beside-icon';
  #edge: PopoverEdge = 'system';
  #isLoaded = false;
  /** Its page is of a language that is no longer the application's. */
  #isOutdated = false;
  #isShown = false;
  /** The window is kept ready, and was never shown. */
  #isSpare = false;
  /** Where the icon is that the window shall be shown at once it has loaded (null: not known); undefined: it shall stay hidden. */
  #requested: Rect | null | undefined;
  #blurredAt: number | null = null;
  #cancelClosing = (): void => undefined;

  constructor(options: PopoverOptions) {
    this.#options = options;
    this.#crashes = createCrashLimit(options.clock.now);
    this.#resizes = createResizeReports(options.clock.after, options.onResized);
  }

  /** A click on the icon: shows or hides. */
  toggle(trayBounds: Rect | null): void {
    const moments = { visible: this.isVisible(), blurredAt: this.#blurredAt };
    const next = afterTrayClick(moments, this.#options.clock.now());
    if (next === 'show') this.show(trayBounds);
    if (next === 'hide') this.hide();
  }

  show(trayBounds: Rect | null = null): void {
    // A panel or a compositor that came or went since makes another window of it, and so does another language; one that is
    // open stays as it is.
    if (!this.isVisible() && this.#needsAnotherWindow()) this.#window?.destroy();
    this.#requested = trayBounds;
    this.#window ??= this.#make();
    this.#isSpare = false;
    this.#cancelClosing();
    if (this.#isLoaded) this.#reveal(trayBounds);
  }

  hide(): void {
    // Not shown yet: no event follows that would close it.
    if (this.#requested !== undefined) this.#closeIn(CLOSED_AFTER);
    this.#requested = undefined;
    this.#window?.hide();
  }

  /** Makes the window without showing it, while the place of the click is not known yet. Unless shown, it is closed after a minute. */
  prepare(): void {
    if (this.#window !== null) return;
    this.#window = this.#make();
    this.#closeIn(PREPARED_FOR);
  }

  /** To the page, if there is one, as soon as it listens; a page that is made later starts with a snapshot. */
  send(channel: string, message: unknown): void {
    if (this.#window !== null) this.#messages.send(channel, message);
  }

  isVisible(): boolean {
    return this.#window?.isVisible() ?? false;
  }

  /** Makes another window at the next `show` that finds it hidden: the page's language is another. One kept ready is made at once. */
  renew(): void {
    this.#isOutdated = true;
    if (!this.#isSpare) return;
    this.#window?.destroy();
    this.keepReady();
  }

  /** Makes or closes the window that is kept ready: to be called when the readiness may have changed. */
  keepReady(): void {
    if (this.#window === null || this.#isSpare) this.#keepOrClose();
  }

  /** Whether web contents belong to the window. */
  owns(contents: unknown): boolean {
    return this.#window?.owns(contents) ?? false;
  }

  /** In a moment, without asking the page: for a quit. */
  destroy(): void {
    this.#window?.destroySoon();
  }

  #needsAnotherWindow(): boolean {
    return this.#isOutdated || this.#mode !== this.#options.mode() || this.#edge !== this.#wantedEdge();
  }

  #wantedEdge(): PopoverEdge {
    return this.#options.mode() === 'beside-icon' ? this.#options.edge() : 'system';
  }

  #make(): PopoverWindow {
    this.#mode = this.#options.mode();
    this.#edge = this.#wantedEdge();
    this.#isLoaded = false;
    this.#isOutdated = false;
    this.#messages.reset();
    const remembered = this.#options.size();
    const screen = this.#options.screen();
    // A window with a frame is placed by the system, which does not make it smaller.
    const opened = this.#mode === 'window' ? fittingSize(remembered, screen) : remembered;
    const made = this.#options.makeWindow(
      { mode: this.#mode, size: opened, least: fittingSize(LEAST, screen), edge: this.#edge },
      {
        onLoaded: () => this.#loaded(),
        onBlurred: () => this.#blurred(made),
        onShown: () => {
          this.#isShown = true;
          this.#options.onShown();
        },
        onHidden: () => {
          // One that was never shown is hidden, too.
          if (!this.#isShown) return;
          this.#closeIn(CLOSED_AFTER);
          this.#isShown = false;
          this.#options.onHidden();
        },
        onResized: (size) => {
          // What placement or a small display did is not the user's choice.
          if (made.isVisible()) this.#resizes.resized(size);
        },
        onClosed: () => {
          if (this.#window === made) this.#closed();
        },
        onCrashed: () => this.#crashed(made),
      },
    );
    return made;
  }

  #loaded(): void {
    this.#isLoaded = true;
    this.#messages.loaded();
    if (this.#requested !== undefined) this.#reveal(this.#requested);
    // Until it is hidden, Chromium takes the page for a visible one, whose timers run.
    else this.#window?.hide();
  }

  #reveal(trayBounds: Rect | null): void {
    this.#requested = undefined;
    if (this.#mode === 'beside-icon') {
      const margin = marginOf(this.#edge);
      const place = placePopover({ trayBounds, ...this.#options.screen(), size: this.#options.size(), margin });
      this.#resizes.placed(place);
      this.#window?.setBounds(place);
    }
    this.#options.onShowing();
    this.#window?.show();
  }

  #blurred(made: PopoverWindow): void {
    // Hiding takes the focus as well, and reports it a second time.
    if (this.#mode !== 'beside-icon' || !made.isVisible()) return;
    this.#blurredAt = this.#options.clock.now();
    this.hide();
  }

  #crashed(made: PopoverWindow): void {
    const isWanted = made.isVisible() || this.#requested !== undefined;
    const next = this.#crashes.crashed();
    made.destroy();
    if (isWanted && next === 'reopen') this.show();
  }

  #closeIn(delay: number): void {
    this.#cancelClosing();
    this.#cancelClosing = this.#options.clock.after(delay, () => this.#keepOrClose());
  }

  #keepOrClose(): void {
    const { isKept, until } = this.#options.readiness();
    if (!isKept || !this.#isSpare) this.#window?.destroy();
    if (!isKept) return;
    this.#window ??= this.#make();
    this.#isSpare = true;
    const left = until === null ? CHECKED_EVERY : until - this.#options.clock.now();
    this.#closeIn(Math.min(CHECKED_EVERY, left));
  }

  #closed(): void {
    this.#cancelClosing();
    this.#window = null;
    this.#isLoaded = false;
    this.#isSpare = false;
    this.#messages.reset();
    if (this.#isShown) this.#options.onHidden();
    this.#isShown = false;
  }
}
