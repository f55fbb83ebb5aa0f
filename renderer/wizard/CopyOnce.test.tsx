// The one screen that shows the key: when its text is in the page and when not, how it is left, and what a copy reports.
import { frameTexts } from '../../app/texts/wizard/wizard';
import { copyTexts } from '../../app/texts/wizard/wizard-after';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallOutput } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
import { named } from '../ui/example-state.fixture';
import { type ShownWizard, showWizard } from './render-wizard.fixture';
import { picturedAt, stateAt, wizardStates } from './wizard-states.fixture';

const secret = 'n1neTh3N3wK3yInFullL3ngth0123456789';
const clock = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: [...clock], now: picturedAt });
  // What Testing Library looks for before it lets a faked clock advance automatically.
  vi.stubGlobal('jest', { advanceTimersByTime: vi.advanceTimersByTime });
  user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** A press, and the answer to it. */
async function press(name: string | RegExp): Promise<void> {
  await user.click(button(name));
  await act(() => vi.advanceTimersByTimeAsync(0));
}
const inPage = () => document.documentElement.outerHTML.includes(secret);

async function showCopy(name = 'copy'): Promise<ShownWizard> {
  return showWizard(named(wizardStates, name), {
    'rotation.reveal': () => ({ ok: true, value: { text: secret } }),
  });
}

describe('the key', () => {
  test('the key is not requested, and not in the page, until the user wants to see it', async () => {
    const { bridge } = await showCopy();
    expect(bridge.asked).toEqual([]);
    expect(inPage()).toBe(false);
    expect(screen.getByText(copyTexts.masked)).toBeTruthy();
  });

  test('shows while the mouse holds the button, and is gone with it', async () => {
    const { bridge } = await showCopy();
    await user.pointer({ keys: '[MouseLeft>]', target: button(copyTexts.hold) });
    expect(inPage()).toBe(true);
    await user.pointer('[/MouseLeft]');
    expect(inPage()).toBe(false);
    expect(bridge.inputsOf('rotation.reveal')).toHaveLength(1);
  });

  test('shows while Space is held', async () => {
    await showCopy();
    button(copyTexts.hold).focus();
    await user.keyboard('[Space>]');
    expect(inPage()).toBe(true);
    await user.keyboard('[/Space]');
    expect(inPage()).toBe(false);
  });

  test('never shows when its text comes after the button was let go', async () => {
    const { bridge } = await showCopy();
    let answer: (result: Result<CallOutput<'rotation.reveal'>>) => void = () => {};
    bridge.answers['rotation.reveal'] = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await user.pointer({ keys: '[MouseLeft>]', target: button(copyTexts.hold) });
    await user.pointer('[/MouseLeft]');
    await act(async () => answer({ ok: true, value: { text: secret } }));
    expect(inPage()).toBe(false);
  });

  test('the key is shown for 20 s, counted down, and hidden automatically', async () => {
    await showCopy();
    await press(copyTexts.toggle);
    expect(inPage()).toBe(true);
    expect(screen.getByText('Hidden again in 20 s')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(15_000));
    expect(screen.getByText('Hidden again in 5 s')).toBeTruthy();
    expect(inPage()).toBe(true);
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(inPage()).toBe(false);
    expect(screen.getByText(copyTexts.masked)).toBeTruthy();
  });

  test('is hidden before that by a second press', async () => {
    await showCopy();
    await press(copyTexts.toggle);
    await press(copyTexts.toggleOff);
    expect(inPage()).toBe(false);
  });

  test('is hidden when the window is left or covered', async () => {
    await showCopy();
    await press(copyTexts.toggle);
    fireEvent.blur(window);
    expect(inPage()).toBe(false);
    await press(copyTexts.toggle);
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    fireEvent(document, new Event('visibilitychange'));
    expect(inPage()).toBe(false);
    Reflect.deleteProperty(document, 'visibilityState');
  });

  test('is gone with the step, and with the window; then only its fingerprint is left', async () => {
    const { become, unmount } = await showCopy();
    await press(copyTexts.toggle);
    const kept = screen.getByText(secret);
    become(stateAt('update'));
    expect(inPage()).toBe(false);
    expect(kept.textContent).toBe('');
    expect(screen.queryByRole('button', { name: /show/i })).toBeNull();
    unmount();
    expect(inPage()).toBe(false);
  });

  test('says why it cannot be shown', async () => {
    const { bridge } = await showCopy();
    bridge.answers['rotation.reveal'] = () => ({ ok: false, problem: { kind: 'keyring-locked' } });
    await press(copyTexts.toggle);
    expect((await screen.findByRole('alert')).textContent).toContain('The keyring is locked');
  });

  test('cannot be selected past the clipboard’s care, and says what the system cannot do', async () => {
    await showCopy();
    expect(screen.getByText(copyTexts.watched.linux)).toBeTruthy();
  });
});

describe('a copy', () => {
  test('is asked of main, and reported by what main read back', async () => {
    const { bridge, become } = await showCopy();
    await press(copyTexts.copy);
    expect(bridge.asked).toEqual([{ name: 'rotation.copy', input: undefined }]);
    expect(screen.queryByText(copyTexts.copied)).toBeNull();
    become(named(wizardStates, 'copy-copied'));
    expect(within(screen.getByRole('main')).getByText(copyTexts.copied)).toBeTruthy();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(`${copyTexts.copied}.`);
    expect(screen.getByText(/clears the clipboard in 48 s/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.getByText(/clears the clipboard in 38 s/)).toBeTruthy();
    expect(inPage()).toBe(false);
  });

  test('can be made again while the step is open', async () => {
    const { bridge } = await showCopy('copy-cleared');
    await press(copyTexts.copyAgain);
    expect(bridge.inputsOf('rotation.copy')).toHaveLength(1);
  });

  test('is not taken for done because a share code was copied meanwhile', async () => {
    const { become } = await showCopy();
    const state = named(wizardStates, 'copy');
    become({ ...state, rotation: { ...state.rotation, clipboard: { clearsAt: null, outcome: 'copied', of: 'list' } } });
    expect(button(copyTexts.copy)).toBeTruthy();
    expect(within(screen.getByRole('main')).queryByText(copyTexts.copied)).toBeNull();
  });

  test('into a file says when none was written', async () => {
    const { bridge } = await showCopy();
    bridge.answers['rotation.saveToFile'] = () => ({ ok: true, value: { saved: false } });
    await press(copyTexts.save);
    expect(screen.getByText(copyTexts.notSaved)).toBeTruthy();
  });

  test('that failed says why', async () => {
    const { bridge } = await showCopy();
    bridge.answers['rotation.copy'] = () => ({ ok: false, problem: { kind: 'internal' } });
    await press(copyTexts.copy);
    expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in NineTray');
  });
});

describe('leaving', () => {
  const dialog = () => within(screen.getByRole('alertdialog'));

  test('without a copy asks, and Esc answers with staying', async () => {
    const { bridge } = await showCopy();
    await press(copyTexts.next);
    expect(dialog().getByText('6 places on your list need it.')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(bridge.asked).toEqual([]);
    await press(copyTexts.none);
    await user.click(dialog().getByRole('button', { name: copyTexts.leaveConfirm }));
    expect(bridge.asked.map(({ name }) => name)).toEqual(['rotation.noCopyNeeded', 'rotation.next']);
  });

  test('with a copy does not ask', async () => {
    const { bridge } = await showCopy('copy-copied');
    await press(copyTexts.next);
    expect(bridge.asked.map(({ name }) => name)).toEqual(['rotation.next']);
  });

  test('by closing the window asks too, however it is closed', async () => {
    const { bridge } = await showCopy();
    await press(frameTexts.close);
    expect(dialog().getByText(copyTexts.closeMeaning)).toBeTruthy();
    await user.click(dialog().getByRole('button', { name: copyTexts.leaveCancel }));
    const closing = new Event('beforeunload', { cancelable: true });
    act(() => void window.dispatchEvent(closing));
    expect(closing.defaultPrevented).toBe(true);
    expect(bridge.asked).toEqual([]);
    await user.click(dialog().getByRole('button', { name: frameTexts.close }));
    expect(bridge.inputsOf('wizard.close')).toHaveLength(1);
    const again = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(again);
    expect(again.defaultPrevented).toBe(false);
  });

  test('by closing the window does not ask once it was copied', async () => {
    await showCopy('copy-copied');
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(false);
  });

  test('says what a session-only key risks', async () => {
    await showCopy('copy-session');
    await press(frameTexts.close);
    expect(dialog().getByText(copyTexts.closeMeaningSession)).toBeTruthy();
  });
});
