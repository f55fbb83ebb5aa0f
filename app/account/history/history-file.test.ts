import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../settings/files/profile-files.fixture';
import type { Sample } from './history';
import { openHistory } from './history-file';

function folder(start: Record<string, unknown>) {
  const files = new Map(Object.entries(start).map(([name, content]) => [name, JSON.stringify(content)]));
  const origins: Record<string, string> = { '7': 'https://sandbox.9proxy.com' };
  return { files, open: () => openHistory({ files: memoryFiles(files), now: () => 1, originOf: (id) => origins[id] }) };
}

const one: Sample[] = [[1, 2, 3, 4, 1]];
const other: Sample[] = [[9, 8, 7, 6, 0]];
const old = { version: 1, accounts: { '7': one, '8': other } };
const moved = { 'https://sandbox.9proxy.com 7': one, 'https://api.9proxy.com 8': other };

describe('history.json', () => {
  it('from a version without addresses goes to the address where its account was last read, else to production; nothing is lost', () => {
    const { open, files } = folder({ 'history.json': old });
    const history = open();
    expect(history.read().accounts).toEqual(moved);
    expect(history.problems()).toEqual([]);
    history.write(history.read());
    expect(JSON.parse(files.get('history.json') ?? '')).toMatchObject({ version: 2, accounts: moved });
    expect(open().read().accounts).toEqual(moved);
  });

  it('is brought along from its backup, too', () => {
    const { open } = folder({ 'history.json': 'half', 'history.backup.json': old });
    expect(open().read().accounts).toEqual(moved);
  });

  it('that is no record is kept aside, like any damaged file', () => {
    const { open } = folder({ 'history.json': { version: 1, accounts: ['x'] } });
    expect(open().problems()).toMatchObject([{ kind: 'store-unreadable', store: 'history' }]);
  });
});
