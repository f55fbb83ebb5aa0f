import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchFile } from './watch-file';

let folder = '';
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'ninetray-watch-')));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const soon = (_ms: number, run: () => void) => {
  const timer = setTimeout(run, 5);
  return () => clearTimeout(timer);
};
const at = (file: string) => join(folder, file);
const put = (file: string, text = '{}') => fs.writeFileSync(at(file), text);
const replace = (file: string) => {
  put(`${file}.new`);
  fs.renameSync(at(`${file}.new`), at(file));
};

/** Watches settings.json; `next` resolves at the next report. */
function watching(where = folder) {
  let told = 0;
  let resolveNext = (): void => undefined;
  const stop = watchFile(where, 'settings.json', soon, () => {
    told += 1;
    resolveNext();
  });
  const next = (write: () => void) =>
    new Promise<void>((resolve) => {
      resolveNext = resolve;
      write();
    });
  return { stop, next, told: () => told };
}

it('reports one file only, also when it is replaced', async () => {
  const { stop, next, told } = watching();
  await next(() => {
    put('other.json');
    replace('settings.json');
  });
  stop();
  expect(told()).toBe(1);
});

it('is silent where there is no folder', () => {
  expect(() => watching(at('nowhere')).stop()).not.toThrow();
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  it('is watched where it leads to, written in place or replaced, and where it leads to afterwards', async () => {
    for (const name of ['one', 'two', 'real']) fs.mkdirSync(at(name));
    put('real/mine.json');
    put('two/other.json');
    // A link to a link, into a folder that is one itself.
    fs.symlinkSync(at('real'), at('linked'));
    fs.symlinkSync('../linked/mine.json', at('one/settings.json'));
    fs.symlinkSync('one/settings.json', at('settings.json'));
    const { stop, next, told } = watching();
    await next(() => put('real/mine.json', '{"a":1}'));
    await next(() => replace('real/mine.json'));
    // The link in the middle leads elsewhere now, and so the file there counts.
    await next(() => {
      fs.symlinkSync('../two/other.json', at('one/new'));
      fs.renameSync(at('one/new'), at('one/settings.json'));
    });
    await next(() => put('two/other.json', '{"a":2}'));
    // And it is no longer a link.
    await next(() => replace('settings.json'));
    await next(() => put('settings.json', '{"a":3}'));
    stop();
    expect(told()).toBeGreaterThanOrEqual(6);
  });

  it('that leads to itself is watched as it is', async () => {
    fs.symlinkSync('settings.json', at('settings.json'));
    const { stop, next, told } = watching();
    await next(() => replace('settings.json'));
    stop();
    expect(told()).toBe(1);
  });
});
