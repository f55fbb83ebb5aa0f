/** @module-tag sweep */
// What a list shows between a press and the answer to it.
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { picturedAt } from '../../popover/popover-states.fixture';
import type { ListProps } from './List';
import { showList } from './render-list.fixture';
import { listExamples } from './list-states.fixture';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: picturedAt });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const grid = () => screen.getByRole('grid');
const names = () => within(grid()).getByRole('columnheader', { name: 'Username' });
const firstRow = () => grid().querySelector('[data-row="0"] [data-col="0"]')?.textContent;
const total = () => screen.getByRole('status').querySelector('span');

/** A list whose heads ask a vendor that answers when it is told to. */
async function showWaiting(props: Partial<ListProps> = {}) {
  const shown = await showList(listExamples.many, props);
  const { answer } = listExamples.many;
  if (answer === 'never' || !answer.ok) throw new Error('This example has rows.');
  const value = { ...answer.value, rows: answer.value.rows.toReversed() };
  let answerNewest = () => {};
  shown.bridge.answers['lists.read'] = () =>
    new Promise((resolve) => {
      answerNewest = () => resolve({ ok: true, value });
    });
  return {
    ...shown,
    press: () => fireEvent.click(within(names()).getByRole('button')),
    answer: () => act(async () => answerNewest()),
    pass: (ms: number) => act(async () => vi.advanceTimersByTime(ms)),
  };
}

test('no row is drawn before a quick answer, and rows and order change together', async () => {
  const { press, answer, pass, reads } = await showWaiting();
  // The cell that was pressed has the focus, and is drawn for that.
  fireEvent.click(names());
  await pass(1000);
  const changed: (string | null)[] = [];
  new MutationObserver((records) => {
    for (const { type, attributeName } of records) changed.push(attributeName ?? type);
  }).observe(grid(), { subtree: true, childList: true, characterData: true, attributes: true });
  press();
  await pass(99);
  expect(reads()).toHaveLength(2);
  expect(changed).toEqual(['aria-busy']);
  expect(grid().getAttribute('aria-busy')).toBe('true');
  expect([firstRow(), names().getAttribute('aria-sort')]).toEqual(['scraper-eu-100', 'none']);
  await answer();
  expect([firstRow(), names().getAttribute('aria-sort')]).toEqual(['lisbon-01', 'ascending']);
  expect(grid().getAttribute('aria-busy')).toBe('false');
});

test('a slow answer is shown to be awaited: old rows are dimmed under the new order', async () => {
  const { press, answer, pass } = await showWaiting();
  press();
  await pass(100);
  expect([firstRow(), names().getAttribute('aria-sort')]).toEqual(['scraper-eu-100', 'ascending']);
  expect(grid().dataset['old']).toBe('true');
  expect(total()?.textContent).toBe('');
  // A second press does not make them look like rows of that order.
  press();
  await pass(50);
  expect([grid().dataset['old'], names().getAttribute('aria-sort')]).toEqual(['true', 'descending']);
  await answer();
  expect([firstRow(), grid().dataset['old']]).toEqual(['lisbon-01', 'false']);
});

test('presses in quick succession do not put off that an answer is awaited', async () => {
  const { press, pass } = await showWaiting();
  press();
  await pass(60);
  press();
  await pass(60);
  expect([grid().dataset['old'], names().getAttribute('aria-sort')]).toEqual(['true', 'descending']);
});

test('the count is announced after each answer to another query, even if it is the same', async () => {
  const { press, answer } = await showWaiting();
  const before = total();
  press();
  await answer();
  expect(total()?.textContent).toBe(before?.textContent);
  expect(total()).not.toBe(before);
});

test('rows of another query are shown from the first one, and nothing scrolls where they are already', async () => {
  const { press, answer } = await showWaiting();
  const scrolls = vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(() => undefined);
  press();
  await answer();
  expect(scrolls).not.toHaveBeenCalled();
  grid().scrollTop = 36 * 40;
  fireEvent.scroll(grid());
  press();
  await answer();
  expect(scrolls.mock.calls).toEqual([[{ top: 0 }]]);
});

test('rows of another order are drawn in the elements of those before, and no switch slides', async () => {
  const { press, answer } = await showWaiting({ onSwitch: () => undefined });
  const switches = () => within(grid()).getAllByRole('switch');
  const isOn = (each: HTMLElement) => each.getAttribute('aria-checked');
  const before = switches();
  const wereOn = before.map(isOn);
  press();
  await answer();
  expect(switches()).toEqual(before);
  expect(switches().every((each, at) => each === before[at])).toBe(true);
  expect(switches().map(isOn)).not.toEqual(wereOn);
  expect(new Set(switches().map(({ dataset }) => dataset['phase']))).toEqual(new Set(['none']));
});
