import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPageCursor, type PagesEnd, type PageSeen } from './page-cursor';

interface Vendor {
  count: number;
  /** Rows per page, whatever is requested. */
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
  const all = createPageCursor(mostPages);
  for (let asked = 1; ; asked += 1) {
    const end = all.add({ keys: [], skipped: 0, totalItems: null, totalPages: null, ...answer(all.next()) });
    if (end !== null) return { ...end, asked };
  }
}

describe('the page cursor', () => {
  it.each(['both', 'items', 'pages', 'pages as asked', 'none'] as const)(
    'reads all 250 rows from a server that returns 50 of 100 requested rows, with totals: %s',
    (totals) => {
      const vendor: Vendor = { count: 250, cap: 50, totals };
      expect(readAll((page) => pageOf(vendor, page))).toMatchObject({ end: 'all', rows: 250, skipped: 0, missing: 0 });
    },
  );

  it('reads every row, whatever the page size and the totals, with at most one request more than there are pages', () => {
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

  it('counts rows that cannot be read, and requests no further page for them', () => {
    const answer = (page: number) => ({
      keys: page === 1 ? numbers(0, 99) : numbers(100, 135),
      skipped: 1,
      totalItems: 136,
      totalPages: 2,
    });
    expect(readAll(answer)).toEqual({ end: 'all', rows: 134, skipped: 2, missing: 0, asked: 2 });
  });

  it('continues after a page of which no row can be read', () => {
    const answer = (page: number) => (page === 2 ? { skipped: 50 } : { keys: numbers((page - 1) * 50, page * 50) });
    expect(readAll((page) => ({ ...answer(page), totalItems: 150 }))).toMatchObject({
      end: 'all',
      rows: 100,
      skipped: 50,
    });
    expect(readAll((page) => (page > 3 ? {} : answer(page)))).toMatchObject({ end: 'all', rows: 100, skipped: 50 });
  });

  it('counts the missing rows when rows were added at the top meanwhile', () => {
    const answer = (page: number) => ({ keys: page === 1 ? numbers(0, 100) : numbers(98, 198), totalItems: 200 });
    expect(readAll(answer)).toMatchObject({ end: 'all', rows: 198, missing: 2 });
  });

  it('ends as short when the totals promise more and the next pages are empty', () => {
    const answer = (page: number) => ({ keys: page === 1 ? numbers(0, 50) : [], totalItems: 60 });
    expect(readAll(answer)).toMatchObject({ end: 'short', rows: 50, missing: 10, asked: 3 });
  });

  it('ends as complete when the page after the last one is empty, although the total is higher', () => {
    const answer = (page: number) => ({ keys: page === 1 ? numbers(0, 50) : [], totalItems: 60, totalPages: 1 });
    expect(readAll(answer)).toMatchObject({ end: 'all', rows: 50, missing: 10, asked: 2 });
  });

  it.each([{ totalItems: 5000 }, { totalPages: 9 }])(
    'ends as stuck when one page repeats and there should be more: %o',
    (totals) => {
      expect(readAll(() => ({ keys: numbers(0, 50), skipped: 1, ...totals }))).toMatchObject({
        end: 'stuck',
        rows: 50,
        skipped: 1,
        asked: 3,
      });
    },
  );

  it('ends as complete at the first repeated page when nothing promises more', () => {
    expect(readAll(() => ({ keys: numbers(0, 50), skipped: 1 }))).toMatchObject({
      end: 'all',
      rows: 50,
      skipped: 1,
      asked: 2,
    });
  });

  it('ends even if new or unreadable rows never stop', () => {
    expect(readAll((page) => ({ keys: [page] }), 70)).toMatchObject({ end: 'stuck', asked: 70 });
    expect(readAll(() => ({ skipped: 3 }))).toMatchObject({ end: 'stuck', asked: 2 });
  });
});
