import { afterEach, expect, it, vi } from 'vitest';
import { fileDate } from './file-date';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['Asia/Tokyo', '2026-03-01'],
  ['America/Los_Angeles', '2026-02-28'],
])('names the day of the user in %s, not the one of UTC', (zone, day) => {
  vi.stubEnv('TZ', zone);
  expect(fileDate(zone === 'Asia/Tokyo' ? Date.UTC(2026, 1, 28, 16) : Date.UTC(2026, 2, 1, 3))).toBe(day);
});
