import { describe, expect, it } from 'vitest';
import type { ListQuery } from '../../model/lists/list-description';
import { SharedPages } from './shared-pages';

const query: ListQuery = { page: 1, limit: 50, search: '', sort: null, filters: {} };

function setUp() {
  const pages = new SharedPages<number>();
  const signals: AbortSignal[] = [];
  const answers: ((answer: number) => void)[] = [];
  const get = (asked: Partial<ListQuery> = {}) =>
    pages.get('subAccounts', { ...query, ...asked }, (signal) => {
      signals.push(signal);
      return new Promise((resolve) => answers.push(resolve));
    });
  return { pages, signals, answers, get };
}

describe('SharedPages', () => {
  it('asks once for the same page while it is on its way, and again afterwards', async () => {
    const { signals, answers, get } = setUp();
    const both = Promise.all([get(), get()]);
    answers[0]?.(5);
    expect(await both).toEqual([5, 5]);
    void get();
    expect(signals).toHaveLength(2);
  });

  it('cancels the question before, but not another page of the same question', () => {
    const { signals, get } = setUp();
    void get();
    void get({ page: 2 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    void get({ search: 'anna' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
  });

  it('asks again for a page that was invalidated on its way, without cancelling it', () => {
    const { pages, signals, get } = setUp();
    void get();
    pages.invalidate();
    void get();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    pages.cancel();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });
});
