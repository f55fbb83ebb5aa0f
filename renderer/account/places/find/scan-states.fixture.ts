// A search for the key in all its states, as plain data. Made-up values only; nothing here runs in the application.
import type { ScanRow, ScanView } from '../../../../app/model/places/scan';
import { exampleScanRow } from '../../../../app/model/places/scan.fixture';
import { picturedAt } from '../../../popover/popover-states.fixture';

const row = (id: string, path: string, over: Partial<ScanRow> = {}) => exampleScanRow({ id, path, ...over });

export const foundRows: ScanRow[] = [
  row('1', '/home/lena/shop/.env'),
  row('2', '/home/lena/scraper/.env'),
  row('3', '/srv/price-watch/config.yaml', { readers: ['services.web.environment[2]'], git: 'tracked' }),
  row('4', '/home/lena/shop/fetch.py', { class: 'code', readers: [], count: { current: 2, old: 0 } }),
  row('5', '/home/lena/old/.env', { count: { current: 0, old: 1 }, repeated: 'NINEPROXY_API_KEY' }),
  row('6', '/home/lena/.bash_history', { class: 'history', canUpdate: false, readers: [] }),
  row('7', '/home/lena/shop/.env.example', { class: 'template', canUpdate: false }),
  {
    ...row('8', '', { class: 'running', canUpdate: false, source: 'program', readers: [] }),
    path: null,
    program: { pid: 4711, name: 'python3', startedAt: picturedAt - 3_600_000 },
  },
  { ...row('9', '', { source: 'crontab', readers: ['NINEPROXY_API_KEY'] }), path: null },
];

const done: ScanView = {
  status: 'done',
  startedAt: picturedAt - 4_000,
  endedAt: picturedAt - 1_000,
  progress: { files: 31_585, folders: 2_204, bytes: 512_000_000, folder: null },
  rows: foundRows,
  found: foundRows.length,
  skipped: [
    { reason: 'packages', count: 41, examples: ['/home/lena/shop/node_modules'] },
    { reason: 'version-control', count: 12, examples: ['/home/lena/shop/.git'] },
  ],
  unreadable: { count: 1, items: [{ path: '/home/lena/locked', why: 'not-allowed' }] },
  isKeyShort: false,
};

/** Every state by name. */
export const scanStates = {
  running: {
    ...done,
    status: 'running',
    endedAt: null,
    progress: { files: 12_408, folders: 910, bytes: 118_000_000, folder: '/home/lena/projects/shop/src/components' },
    rows: foundRows.slice(0, 2),
    found: 2,
  },
  done,
  nothing: { ...done, rows: [], found: 0 },
  cancelled: { ...done, status: 'cancelled', rows: foundRows.slice(0, 3), found: 3 },
  short: { ...done, isKeyShort: true },
  many: {
    ...done,
    rows: Array.from({ length: 2000 }, (_none, at) => row(`m${at}`, `/home/lena/projects/client-${at}/config/.env`)),
    found: 2310,
  },
} satisfies Record<string, ScanView>;
