import type { ScanRow } from './scan';

/** A row of a search: an .env file that has the key once, with `over` in place of its parts. */
export function exampleScanRow(over: Partial<ScanRow> = {}): ScanRow {
  return {
    id: 'found-1',
    source: 'file',
    path: '/home/ada/.env',
    class: 'config',
    canUpdate: true,
    count: { current: 1, old: 0 },
    parts: 0,
    readers: ['NINEPROXY_API_KEY'],
    repeated: null,
    digest: null,
    git: 'none',
    program: null,
    ...over,
  };
}
