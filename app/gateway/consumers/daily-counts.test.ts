import { describe, expect, it } from 'vitest';
import { exampleConsumer } from '../../model/access/access.fixture';
import { usualConsumerChoices } from '../../model/access/consumer';
import { newDay, onDay, untilNextDay, withWrite } from './daily-counts';

const noon = new Date(2026, 10, 29, 12).getTime();
const { limits } = usualConsumerChoices;
const stored = (caps: Partial<typeof limits>, today = {}) => ({
  ...exampleConsumer({ limits: { ...limits, ...caps } }),
  ...newDay(noon),
  hash: '',
  today: { reads: 0, writes: 0, ips: 0, refused: 0, ...today },
});

describe('onDay', () => {
  it('leaves the counts of today as they are, and begins at zero on another local day', () => {
    const used = stored({}, { reads: 7 });
    const midnight = new Date(2026, 10, 30).getTime();
    expect(onDay(used, midnight - 1)).toBe(used);
    expect(onDay(used, midnight)).toMatchObject({ day: '2026-11-30', today: { reads: 0 } });
  });
});

describe('untilNextDay', () => {
  it('is the rest of the local day', () => {
    expect(untilNextDay(noon)).toBe(12 * 3_600_000);
    expect(untilNextDay(new Date(2026, 11, 31, 23, 59, 59).getTime())).toBe(1000);
  });
});

describe('withWrite', () => {
  it('adds up writes and IPs', () => {
    expect(withWrite(stored({}, { writes: 2, ips: 5 }), 4)).toMatchObject({ writes: 3, ips: 9 });
    expect(withWrite(stored({}, { writes: 2, ips: 5 }), null)).toMatchObject({ writes: 3, ips: 5 });
  });

  it.each<[string, Partial<typeof limits>, object, number | null, boolean]>([
    ['the last write of the day', { writesPerDay: 3 }, { writes: 2 }, null, true],
    ['one write too many', { writesPerDay: 3 }, { writes: 3 }, 0, false],
    ['as many IPs as one request may ask for', { ipsPerRequest: 10 }, {}, 10, true],
    ['one IP more than that', { ipsPerRequest: 10 }, {}, 11, false],
    ['the last IPs of the day', { ipsPerDay: 10 }, { ips: 4 }, 6, true],
    ['one IP more than that of the day', { ipsPerDay: 10 }, { ips: 4 }, 7, false],
    ['an unknown amount under a cap of a day', { ipsPerDay: 10 }, {}, null, false],
    ['an unknown amount under a cap of a request', { ipsPerRequest: 10 }, {}, null, false],
  ])('%s', (_, caps, today, ips, isAllowed) => {
    expect(typeof withWrite(stored(caps, today), ips) === 'object').toBe(isAllowed);
  });
});
