import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAllPages, type PagesEnd, type PageSeen } from './all-pages';

interface Vendor {
  count: number;
  /** Rows a page, whatever is asked for. */
  cap: number;
  totals: 'both' | 'items' | 'pages' | 'pages as asked' | 'none';
}

const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function pageOf({ count, cap, totals }: Vendor, page: number): PageSeen {
  const size = Math.min(100, cap);
  const pages = { both: size, pages: size, 'pages as asked': 100 } as const;
  return {
    keys: numbers((page - 1) * size, Math.min(count, page * size)),
    skipped: 0,
    totalItems: totals === 'both' || totals === 'items' ? count : null,
    totalPages: totals === 'items' || totals === 'none' ? null : Math.ceil(count / pages[totals]),
  };
}

function readAll(answer: (page: number) => Partial<PageSeen>, mostPages?: number): PagesEnd & { asked: number } {
  const all = createAllPages(mostPages);
  for (let asked = 1; ; asked += 1) {
    const end = all.add({ keys: [], skipped: 0, totalItems: null, totalPages: null, ...answer(all.next()) });
    if (end !== null) return { ...end, asked };
  }
}

describe('all pages', () => {
  it.each(['both', 'items', 'pages', 'pages as asked', 'none'] as const)(
    'bring all 250 rows of a vendor that returns 50 of 100 asked and counts %s',
    (totals) => {
      const vendor: Vendor = { count: 250, cap: 50, totals };
      expect(readAll((page) => pageOf(vendor, page))).toMatchObject({ end: 'all', rows: 250, skipped: 0, missing: 0 });
    },
  );

  it('bring every row, whatever the cap and the totals, with at most one request more than there are pages', () => {
    const vendors = fc.record({
      count: fc.integer({ min: 0, max: 600 }),
      cap: fc.integer({ min: 3, max: 150 }),
      totals: fc.constantFrom('both', 'items', 'pages', 'pages as asked', 'none'),
    });
    fc.assert(
      fc.property(vendors, (vendor) => {
        const { end, rows, missing, asked } = readAll((page) => pageOf(vendor, page));
        expect([end, rows, missing]).toEqual(['all', vendor.count, 0]);
        expect(asked).toBeLessThanOrEqual(Math.ceil(vendor.count / Math.min(100, vendor.cap)) + 1);
      }),
    );
  });

  it('count the rows that cannot be read, and do not look for them elsewhere', () => {
    const answer = (page: number) => ({
      keys: page === 1 ? numbers(0, 99) : numbers(100, 135),
      skipped: 1,
      totalItems: 136,
      totalPages: 2,
    });
    expect(readAll(answer)).toEqual({ end: 'all', rows: 134, skipped: 2, missing: 0, asked: 2 });
  });

  it('go on over a page of which no row can be read', () => {
    const answer = (page: number) => (page === 2 ? { skipped: 50 } : { keys: numbers((page - 1) * 50, page * 50) });
    expect(readAll((page) => ({ ...answer(page), totalItems: 150 }))).toMatchObject({
      end: 'all',
      rows: 100,
      skipped: 50,
    });
    expect(readAll((page) => (page > 3 ? {} : answer(page)))).toMatchObject({ end: 'all', rows: 100, skipped: 50 });
  });

  it('say how many rows are missing where rows came in at the top meanwhile', () => {
    const answer = (page: number) => ({ keys: page === 1 ? numbers(0, 100) : numbers(98, 198), totalItems: 200 });
    expect(readAll(answer)).toMatchObject({ end: 'all', rows: 198, missing: 2 });
  });

  it('are not all where the totals promise more and the next pages are empty', () => {
    const answer = (page: number) => ({ keys: page === 1 ? numbers(0, 50) : [], totalItems: 60 });
    expect(readAll(answer)).toMatchObject({ end: 'short', rows: 50, missing: 10, asked: 3 });
  });

  it('are all where the page after the last one is empty, though the vendor counts more', () => {
    const answer = (page: number) => ({ keys: page === 1 ? numbers(0, 50) : [], totalItems: 60, totalPages: 1 });
    expect(readAll(answer)).toMatchObject({ end: 'all', rows: 50, missing: 10, asked: 2 });
  });

  it.each([{ totalItems: 5000 }, { totalPages: 9 }])(
    'are not all where one page repeats and there is more: %o',
    (totals) => {
      expect(readAll(() => ({ keys: numbers(0, 50), skipped: 1, ...totals }))).toMatchObject({
        end: 'stuck',
        rows: 50,
        skipped: 1,
        asked: 3,
      });
    },
  );

  it('end at the first repeated page where nothing promises more', () => {
    expect(readAll(() => ({ keys: numbers(0, 50), skipped: 1 }))).toMatchObject({
      end: 'all',
      rows: 50,
      skipped: 1,
      asked: 2,
    });
  });

  it('end in any case', () => {
    expect(readAll((page) => ({ keys: [page] }), 70)).toMatchObject({ end: 'stuck', asked: 70 });
    expect(readAll(() => ({ skipped: 3 }))).toMatchObject({ end: 'stuck', asked: 2 });
  });
});
