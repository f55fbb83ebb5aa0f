// The vendor as jobs on many sub-accounts need it: a page of rows with the value that is changed, and one write.
import type { Cell } from '../../model/lists/list-description';
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Result } from '../../model/problem';
import { subAccountOf } from '../lists/sub-account-of';
import { resolveRefusal } from '../../nineproxy/resolve-refusal';
import type { TopUp, Wanted } from './rows/change';
import type { ReadRow, RowPage, RowQuery } from './rows/read-rows';
import type { SubAccount } from '../../model/state/app-state';
import type { BulkChange } from '../../model/bulk/bulk';

type BulkClient = Pick<NineProxy, 'readAccount' | 'listSubAccounts' | 'readList' | 'setSubAccountEnabled' | 'setTopUp'>;

export interface BulkVendor {
  /** One page, oldest first where the vendor can; `change` decides which value of a row is meant. */
  readPage(change: BulkChange, query: RowQuery, signal: AbortSignal): Promise<Result<RowPage>>;
  write(id: number, value: Wanted): Promise<Result<void>>;
}

/** `client`: the one in use; null without a key. */
export function createBulkVendor(client: () => BulkClient | null, readAgain: () => void): BulkVendor {
  return {
    async readPage(change, query, signal) {
      const current = client();
      if (current === null) return failed({ kind: 'key-missing' });
      const page =
        change.does === 'topUp' ? await readTopUps(current, query, signal) : await readStatuses(current, query, signal);
      return page.ok ? page : resolveRefusal(page.problem, current, readAgain, signal);
    },
    async write(id, value) {
      const current = client();
      if (current === null) return failed({ kind: 'key-missing' });
      const answer =
        typeof value === 'boolean' ? await current.setSubAccountEnabled(id, value) : await current.setTopUp(id, value);
      return answer.ok ? answer : resolveRefusal(answer.problem, current, readAgain);
    },
  };
}

async function readStatuses(client: BulkClient, query: RowQuery, signal: AbortSignal): Promise<Result<RowPage>> {
  const { page, limit, search, status } = query;
  const asked = {
    page,
    limit,
    sortBy: 'id',
    orderBy: 'asc',
    ...(search === '' ? {} : { keyword: search }),
    ...(status === null ? {} : { status }),
  } as const;
  const answer = await client.listSubAccounts(asked, { signal });
  if (!answer.ok) return answer;
  const items = answer.value.items.map(
    ({ id, username, note, enabled }): ReadRow => ({
      id,
      username,
      value: enabled,
      ...unfit(query, { id, username, note, enabled }),
    }),
  );
  return ok({ ...answer.value, items });
}

async function readTopUps(client: BulkClient, query: RowQuery, signal: AbortSignal): Promise<Result<RowPage>> {
  const { page, limit, search, status } = query;
  const sort = { column: 'at', descending: false };
  const asked = { page, limit, search, sort, filters: status === null ? {} : { status } };
  const answer = await client.readList('subAccounts', asked, { signal });
  if (!answer.ok) return answer;
  const items = answer.value.items.flatMap((row): ReadRow[] => {
    const found = subAccountOf(row);
    if (found === null) return [];
    const { id, username } = found;
    return [{ id, username, value: topUpOf(row.cells), ...unfit(query, found) }];
  });
  return ok({ ...answer.value, items });
}

/** A top-up that is not reported counts as off, an amount of 0 as none. */
function topUpOf(cells: Readonly<Record<string, Cell>>): TopUp {
  const amount = (name: string) => {
    const cell = cells[name];
    return typeof cell === 'number' && cell > 0 ? cell : null;
  };
  return {
    topUpIps: cells['topUpIps'] === 'on',
    topUpIpsBelow: amount('topUpIpsBelow'),
    topUpIpsBy: amount('topUpIpsBy'),
    topUpTraffic: cells['topUpTraffic'] === 'on',
    topUpTrafficBelow: amount('topUpTrafficBelow'),
    topUpTrafficBy: amount('topUpTrafficBy'),
  };
}

/**
 * Whether a row does not match the query, so that the vendor must have ignored it: a job must never change more rows than the user selected.
 * A status that is not reported matches any; the search text can be in the username, the note or the id.
 */
function unfit(
  { search, status }: RowQuery,
  row: Pick<SubAccount, 'id' | 'username' | 'note' | 'enabled'>,
): { isUnfit?: true } {
  const text = `${row.id}\n${row.username}\n${row.note ?? ''}`.toLowerCase();
  const isFound = search.trim() === '' || text.includes(search.trim().toLowerCase());
  const hasStatus = status === null || row.enabled === null || row.enabled === (status === 'enabled');
  return isFound && hasStatus ? {} : { isUnfit: true };
}
