// What is shown of loaded pages.
import { expect, test } from 'vitest';
import { type LoadedPages, noPages, type PageAnswer, withAnswer } from './loaded-pages';
import { pagesView } from './pages-view';

const read = (from: number, to: number, total: number | null, asOf: number): PageAnswer => ({
  ok: true,
  value: { rows: Array.from({ length: to - from }, (_, at) => ({ key: `${from + at}`, cells: {} })), total, asOf },
});
const down: PageAnswer = { ok: false, problem: { kind: 'timed-out' } };
const loadedWith = (...answers: [page: number, answer: PageAnswer][]): LoadedPages =>
  answers.reduce((loaded, [page, answer]) => withAnswer(loaded, page, answer), noPages(false));
const viewOf = (loaded: LoadedPages, inView: number) =>
  pagesView(loaded, { isInView: (page) => page === inView, ready: true, busy: false });

test('the age of the list is that of the page in view, or of the oldest page where none in view was read', () => {
  const loaded = loadedWith([1, read(0, 100, 250, 20)], [2, read(100, 200, 250, 10)]);
  expect(viewOf(loaded, 1).asOf).toBe(20);
  expect(viewOf(loaded, 3).asOf).toBe(10);
});

test('rows that are missing before the end of a page are counted as unread', () => {
  const view = viewOf(loadedWith([1, read(0, 100, 250, 1)], [2, read(100, 190, 250, 1)]), 2);
  expect(view).toMatchObject({ count: 250, loaded: 190, unread: 10 });
  expect(view.stretchAt(195)).toMatchObject({ from: 190, to: 199 });
  expect(view.at(195)).toBeUndefined();
});

test('a page that failed is a stretch of its own while another page has rows, and the problem of the list where none has', () => {
  const among = viewOf(loadedWith([1, read(0, 100, 200, 1)], [2, down]), 2);
  expect(among.problem).toBeNull();
  expect(among.stretchAt(150)).toEqual({ from: 100, to: 199, problem: { kind: 'timed-out' } });
  expect(viewOf(loadedWith([1, down]), 1).problem).toEqual({ kind: 'timed-out' });
});

test('rows that could not be read again stay, with the problem of the list', () => {
  const view = viewOf(loadedWith([1, read(0, 2, 2, 1)], [1, down]), 1);
  expect(view).toMatchObject({ loaded: 2, problem: { kind: 'timed-out' } });
  expect(view.stretchAt(0)).toBeNull();
});
