import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemText } from '../../../app/texts/problems/problems';
import { picturedAt } from '../../popover/popover-states.fixture';
import { showList } from './render-list.fixture';
import { shownFor } from '../../ui/hooks/use-secret';
import { listExamples } from './list-states.fixture';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: picturedAt, shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function showCodes(example: keyof typeof listExamples = 'secrets') {
  const shown = await showList(listExamples[example], {}, (bridge) => {
    bridge.answers['secret.reveal'] = ({ ref }) => ({ ok: true, value: { text: `text of ${ref}` } });
    bridge.answers['secret.copy'] = () => ({ ok: true, value: undefined });
  });
  const cell = (row: number) =>
    screen.getByRole('grid').querySelector<HTMLElement>(`[data-row="${row}"] [data-col="0"]`);
  const press = (row: number, does: string) =>
    shown.user.click(cell(row)?.querySelector(`[data-does="${does}"]`) as Element);
  return { ...shown, cell, press, page: () => document.body.innerHTML };
}

test('are dots, and their references are no text', async () => {
  const { cell, page } = await showCodes();
  expect(cell(0)?.textContent).toContain('hidden');
  expect(page()).not.toContain('ref-0');
});

test('are shown one at a time, and hidden after a while', async () => {
  const { bridge, cell, press, page } = await showCodes();
  await press(1, 'reveal');
  await waitFor(() => expect(cell(1)?.textContent).toBe('text of ref-1'));
  expect(bridge.inputsOf('secret.reveal')).toEqual([{ ref: 'ref-1' }]);
  await press(2, 'reveal');
  await waitFor(() => expect(cell(2)?.textContent).toBe('text of ref-2'));
  expect(page()).not.toContain('text of ref-1');
  act(() => {
    vi.advanceTimersByTime(shownFor);
  });
  expect(page()).not.toContain('text of');
});

test('a second press hides it', async () => {
  const { cell, press, page } = await showCodes();
  await press(1, 'reveal');
  await waitFor(() => expect(cell(1)?.textContent).toBe('text of ref-1'));
  await press(1, 'reveal');
  expect(page()).not.toContain('text of');
});

test.each([
  ['the window is left', () => void fireEvent(window, new Event('blur'))],
  ['the page goes', () => void fireEvent(window, new Event('pagehide'))],
  ['the list goes', cleanup],
])('are hidden when %s', async (_name, leave) => {
  const { cell, press, page } = await showCodes();
  await press(1, 'reveal');
  await waitFor(() => expect(cell(1)?.textContent).toBe('text of ref-1'));
  act(leave);
  expect(page()).not.toContain('text of');
});

test('are hidden when they are scrolled out of sight', async () => {
  const { cell, press, page } = await showCodes();
  await press(1, 'reveal');
  await waitFor(() => expect(cell(1)?.textContent).toBe('text of ref-1'));
  const code = cell(1)?.querySelector('code');
  if (!code) throw new Error('There is no secret.');
  code.getBoundingClientRect = () => new DOMRect(0, -100, 50, 20);
  fireEvent.scroll(screen.getByRole('grid'));
  expect(page()).not.toContain('text of');
});

test.each([
  ['the window was left', () => void fireEvent(window, new Event('blur'))],
  ['the list went', cleanup],
])('an answer that comes after %s shows nothing', async (_name, leave) => {
  const { bridge, press, page } = await showCodes();
  let answer = (): void => undefined;
  bridge.answers['secret.reveal'] = () =>
    new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: { text: 'text of late' } });
    });
  await press(1, 'reveal');
  act(leave);
  await act(async () => answer());
  expect(page()).not.toContain('text of');
});

test('a secret that is no longer known shows a message instead', async () => {
  const { bridge, press } = await showCodes();
  bridge.answers['secret.reveal'] = () => ({ ok: false, problem: { kind: 'bad-input', field: 'ref' } });
  await press(1, 'reveal');
  expect((await screen.findByRole('alert')).textContent).toBe(
    problemText({ kind: 'bad-input', field: 'ref' }, 'en', 0).title,
  );
});

test('secrets are copied as secrets, from the button and from the keyboard, with the moment at which the clipboard is cleared', async () => {
  const { bridge, press, user } = await showCodes('secret-copied');
  await press(1, 'copy');
  await user.keyboard('{ArrowDown}{Control>}c{/Control}');
  expect(bridge.inputsOf('secret.copy')).toEqual([{ refs: ['ref-1'] }, { refs: ['ref-2'] }]);
  expect(bridge.inputsOf('text.copy')).toEqual([]);
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/cleared at .*:48/));
});

test('the row’s menu shows and copies them, too', async () => {
  const { bridge, cell, user } = await showCodes();
  act(() => cell(0)?.focus());
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: 'Show: Code' }));
  await waitFor(() => expect(cell(0)?.textContent).toBe('text of ref-0'));
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: 'Hide: Code' }));
  expect(cell(0)?.textContent).not.toContain('text of');
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: 'Copy: Code' }));
  expect(bridge.inputsOf('secret.copy')).toEqual([{ refs: ['ref-0'] }]);
});
