import { describe, expect, it, vi } from 'vitest';
import type { ListQuery, Row } from '../../model/lists/list-description';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { AppState } from '../../model/state/app-state';
import type { ListPage } from './page-reader';
import { createListSaver, type WriteFile } from './save';

const query = { search: '', sort: null, filters: {} };
type Pages = Result<ListPage>;

function rowsOf(from: number, to: number): Row[] {
  return Array.from({ length: to - from }, (_, i) => ({
    key: String(from + i),
    cells: { number: `N${from + i}`, at: null, amount: 1, method: null, status: null },
  }));
}

/** A list of so many rows, a hundred a page; `says`: which totals the vendor reports. */
function fixture(length: number, says: 'all' | 'total' | 'nothing' = 'all') {
  const shown: AppState['saving'][] = [];
  const asked: ListQuery[] = [];
  const written: string[] = [];
  const testbed = {
    /** Called before each page. */
    before: async (_page: number): Promise<Problem | null> => null,
    disk: ok(undefined) as Result<void>,
    skipped: (_page: number) => 0,
    rows: (page: number) => rowsOf((page - 1) * 100, Math.min(page * 100, length)),
  };
  const saver = createListSaver({
    async readPage(_list, asking, signal): Promise<Pages> {
      asked.push(asking);
      const problem = await testbed.before(asking.page);
      if (signal.aborted) return failed({ kind: 'cancelled' });
      if (problem !== null) return failed(problem);
      return ok({
        rows: testbed.rows(asking.page),
        total: says === 'nothing' ? null : length,
        pages: says === 'all' ? Math.ceil(length / 100) : null,
        skipped: testbed.skipped(asking.page),
        asOf: 1,
      });
    },
    show: (saving) => shown.push(saving),
  });
  const write: WriteFile = (text) => {
    if (testbed.disk.ok) written.push(text);
    return testbed.disk;
  };
  const choose = async () => ok(write);
  return { saver, shown, asked, written, testbed, choose };
}

const saved = (rows: number, missing = 0) => ok({ saved: true, rows, missing });
const lines = (csv: string | undefined) => (csv ?? '').split('\r\n').length - 2;

describe('saving a list', () => {
  it.each(['all', 'total', 'nothing'] as const)(
    'reads every page where the vendor reports these totals: %s',
    async (says) => {
      const { saver, asked, written, choose, shown } = fixture(250, says);
      const sort = { column: 'amount', descending: true };
      expect(await saver.save('deposits', { ...query, sort }, choose)).toEqual(saved(250));
      // Without totals, only an empty page shows that the one before was the last.
      expect(asked.map(({ page }) => page)).toEqual(says === 'nothing' ? [1, 2, 3, 4] : [1, 2, 3]);
      expect(asked.every((one) => one.sort === sort && one.limit === 100)).toBe(true);
      expect(lines(written[0])).toBe(250);
      const total = says === 'nothing' ? null : 250;
      expect(shown).toEqual([
        { list: 'deposits', read: 0, total: null },
        { list: 'deposits', read: 100, total },
        { list: 'deposits', read: 200, total },
        { list: 'deposits', read: 250, total },
        ...(says === 'nothing' ? [{ list: 'deposits', read: 250, total }] : []),
        null,
      ]);
    },
  );

  it.each(['all', 'total', 'nothing'] as const)(
    'saves all 250 rows of a vendor that returns 50 of 100 requested rows, with totals: %s',
    async (says) => {
      const { saver, written, testbed, choose } = fixture(250, says);
      testbed.rows = (page) => rowsOf((page - 1) * 50, Math.min(page * 50, 250));
      expect(await saver.save('deposits', query, choose)).toEqual(saved(250));
      expect(lines(written[0])).toBe(250);
    },
  );

  it('reports how many rows could not be read', async () => {
    const { saver, written, testbed, choose } = fixture(136);
    testbed.rows = (page) => rowsOf((page - 1) * 100 + 1, Math.min(page * 100, 136));
    testbed.skipped = () => 1;
    expect(await saver.save('deposits', query, choose)).toEqual(saved(134, 2));
    expect(lines(written[0])).toBe(134);
  });

  it('saves an empty list as a file without rows', async () => {
    const { saver, written, choose } = fixture(0);
    expect(await saver.save('deposits', query, choose)).toEqual(saved(0));
    expect(lines(written[0])).toBe(0);
  });

  it('requests a list without pages once', async () => {
    const { saver, asked, choose } = fixture(500, 'nothing');
    await saver.save('levels', query, choose);
    expect(asked).toHaveLength(1);
  });

  it('has no row twice when rows are added at the top meanwhile', async () => {
    const { saver, written, testbed, choose } = fixture(250, 'nothing');
    testbed.rows = (page) => rowsOf((page - 1) * 100 - (page > 1 ? 2 : 0), Math.min(page * 100 - 2, 250));
    await saver.save('deposits', query, choose);
    const numbers = (written[0] ?? '').match(/N-?\d+/g) ?? [];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('continues where so many rows were added at the top that a whole page repeats', async () => {
    const { saver, written, testbed, choose } = fixture(400);
    testbed.rows = (page) => rowsOf((page - (page > 1 ? 2 : 1)) * 100, (page - (page > 1 ? 1 : 0)) * 100);
    expect(await saver.save('deposits', query, choose)).toEqual(saved(300, 100));
    expect(lines(written[0])).toBe(300);
  });

  it('ends where a vendor without totals returns the same page for ever', async () => {
    const { saver, asked, written, testbed, choose } = fixture(100_000, 'nothing');
    testbed.rows = () => rowsOf(0, 100);
    expect(await saver.save('deposits', query, choose)).toEqual(saved(100));
    expect(asked).toHaveLength(2);
    expect(lines(written[0])).toBe(100);
  });
});

describe('saving no list', () => {
  it('reads nothing where the user chose no file', async () => {
    const { saver, asked, shown } = fixture(10);
    expect(await saver.save('deposits', query, async () => ok(null))).toEqual(ok({ saved: false }));
    expect(asked).toEqual([]);
    expect(shown).toEqual([null]);
  });

  it('fails where the dialog failed', async () => {
    const { saver } = fixture(10);
    expect(await saver.save('deposits', query, async () => failed({ kind: 'internal' }))).toEqual(
      failed({ kind: 'internal' }),
    );
  });

  it('writes nothing at all where a page failed', async () => {
    const { saver, written, testbed, choose, shown } = fixture(250);
    testbed.before = async (page) => (page === 3 ? { kind: 'timed-out' } : null);
    expect(await saver.save('deposits', query, choose)).toEqual(failed({ kind: 'timed-out' }));
    expect(written).toEqual([]);
    expect(shown.at(-1)).toBeNull();
  });

  it.each(['all', 'total'] as const)(
    'writes nothing where pages repeat although there are more rows (totals: %s)',
    async (says) => {
      for (const rows of [rowsOf(0, 100), []]) {
        const { saver, asked, written, testbed, choose } = fixture(100_000, says);
        testbed.rows = (page) => (page === 1 ? rowsOf(0, 100) : rows);
        expect(await saver.save('deposits', query, choose)).toEqual(
          failed({ kind: 'unreadable-answer', why: 'shape' }),
        );
        expect(asked).toHaveLength(3);
        expect(written).toEqual([]);
      }
    },
  );

  it('writes nothing, and is no failure, where the user cancels half-way', async () => {
    const { saver, written, testbed, choose } = fixture(250);
    testbed.before = async (page) => {
      if (page === 2) saver.cancel();
      return null;
    };
    expect(await saver.save('deposits', query, choose)).toEqual(ok({ saved: false }));
    expect(written).toEqual([]);
  });

  it('writes nothing where the key was replaced half-way', async () => {
    const { saver, written, testbed, choose } = fixture(250);
    testbed.before = async (page) => {
      if (page === 2) saver.reset();
      return null;
    };
    expect(await saver.save('deposits', query, choose)).toEqual(failed({ kind: 'cancelled' }));
    expect(written).toEqual([]);
  });

  it('writes nothing where the key was replaced, or the user cancelled, before a file was chosen', async () => {
    for (const [stop, answer] of [
      ['reset', failed({ kind: 'cancelled' })],
      ['cancel', ok({ saved: false })],
    ] as const) {
      const { saver, written, choose } = fixture(10);
      const late = async () => {
        saver[stop]();
        return choose();
      };
      expect(await saver.save('deposits', query, late)).toEqual(answer);
      expect(written).toEqual([]);
    }
  });

  it('fails where the file cannot be written', async () => {
    const { saver, testbed, choose, shown } = fixture(10);
    testbed.disk = failed({ kind: 'file-not-written', why: 'full' });
    expect(await saver.save('deposits', query, choose)).toEqual(testbed.disk);
    expect(shown.at(-1)).toBeNull();
  });

  it('fails while another list is being saved, and succeeds afterwards', async () => {
    const { saver, choose } = fixture(10);
    const second = vi.fn<typeof choose>(choose);
    const [first, refused] = await Promise.all([
      saver.save('deposits', query, choose),
      saver.save('levels', query, second),
    ]);
    expect(first).toEqual(saved(10));
    expect(refused).toEqual(failed({ kind: 'saving-already' }));
    expect(second).not.toHaveBeenCalled();
    expect(await saver.save('levels', query, choose)).toEqual(saved(10));
  });
});
