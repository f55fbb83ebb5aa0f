import { describe, expect, it } from 'vitest';
import { readPage, unpaged } from './page';

const request = { page: 2, limit: 30 };
const rows = (length: number) => Array.from({ length }, (_, at) => at);
const read = (result: unknown, asked = request, seen = { count: 0 }) =>
  readPage(result, asked, (item) => {
    seen.count += 1;
    return typeof item === 'number' ? item : null;
  });

describe('a page with more rows than were asked for', () => {
  it('has the first rows that were asked for, and the rest is counted without being read', () => {
    const seen = { count: 0 };
    const page = read({ items: rows(100_000), total_items: 250_000, total_pages: 9 }, request, seen);
    expect(page).toEqual({ items: rows(30), totalItems: 250_000, totalPages: 9, skipped: 99_970 });
    expect(seen.count).toBe(30);
    expect(read({ items: rows(31) })).toEqual({ items: rows(30), totalItems: null, totalPages: null, skipped: 1 });
  });

  it('is cut out of an answer that is the whole list', () => {
    const whole = { items: rows(75), total_items: 75 };
    expect(read(whole, { page: 1, limit: 30 })).toMatchObject({ items: rows(30), totalItems: 75, skipped: 0 });
    expect(read(whole, { page: 3, limit: 30 })).toMatchObject({
      items: rows(75).slice(60),
      totalItems: 75,
      skipped: 0,
    });
    expect(read(whole, { page: 4, limit: 30 })).toMatchObject({ items: [], totalItems: 75, skipped: 0 });
  });

  it('has at most 1,000 rows where a list has no pages', () => {
    expect(read({ items: rows(1200), total_items: 1200 }, unpaged)).toMatchObject({ totalItems: 1200, skipped: 200 });
  });

  it('counts a row that cannot be read with those that were left out', () => {
    expect(read({ items: [...rows(20), 'x', ...rows(20)], total_items: 90 })).toMatchObject({
      items: [...rows(20), ...rows(9)],
      skipped: 12,
    });
  });
});

describe('a total', () => {
  it('that is less than what was sent is not believed', () => {
    expect(read({ items: rows(30), total_items: 59 })?.totalItems).toBeNull();
    expect(read({ items: rows(30), total_items: 60 })?.totalItems).toBe(60);
    expect(read({ items: rows(30), total_items: -1 }, { page: 1, limit: 30 })?.totalItems).toBeNull();
    // The vendor returns 20 of the 30 asked: this is its last page of 60 rows.
    expect(read({ items: rows(20), total_items: 60 }, { page: 3, limit: 30 })?.totalItems).toBe(60);
    expect(read({ items: [], total_items: 60 }, { page: 9, limit: 30 })?.totalItems).toBe(60);
  });

  it('of an empty list is 0 on its first page, and unknown on a later one', () => {
    expect(read({ items: null }, { page: 1, limit: 30 })?.totalItems).toBe(0);
    expect(read({ items: null })?.totalItems).toBeNull();
  });
});
