import { expect, it } from 'vitest';
import { manualClock, settled } from '../model/clock.fixture';
import { watchForTrayHost } from './tray-host';

function watching(platform: NodeJS.Platform) {
  const clock = manualClock(0);
  const shown: boolean[] = [];
  let isKnown = false;
  const host = watchForTrayHost({
    platform,
    after: clock.after,
    connect: () => Promise.resolve(null),
    pid: 1,
    recreate: () => undefined,
    onShown: (isShown) => shown.push(isShown),
  });
  void host.known.then(() => (isKnown = true));
  return { clock, shown, host, isKnown: () => isKnown };
}

it('reports at once that the icon is shown where the system always has a place for it', async () => {
  const { shown, isKnown } = watching('win32');
  await settled();
  expect(shown).toEqual([true]);
  expect(isKnown()).toBe(true);
});

it('reports that the icon is shown when it is clicked before the panel has said so', async () => {
  const { shown, host, isKnown } = watching('linux');
  host.clicked();
  await settled();
  expect(shown.at(-1)).toBe(true);
  expect(isKnown()).toBe(true);
  host.stop();
});

it('waits one and a half seconds for a panel where there is none', async () => {
  const { clock, shown, host, isKnown } = watching('linux');
  await clock.advance(1499);
  expect(isKnown()).toBe(false);
  await clock.advance(1);
  expect(isKnown()).toBe(true);
  expect(shown).not.toContain(true);
  host.stop();
});
