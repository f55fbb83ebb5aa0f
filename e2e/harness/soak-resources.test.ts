// Whether a soak notices what is left over.
import { expect, it } from 'vitest';
import { leftOver, type Resources } from './soak/resources';

const before: Resources = {
  heap: 10_000_000,
  code: 3_000_000,
  windows: 1,
  processes: 6,
  listeners: { 'app.before-quit': 2 },
  active: { Timeout: 9, PipeWrap: 2 },
  descriptors: { socket: 20, file: 60 },
};

it('nothing is left over where all is as before, or where timers and files come and go', () => {
  expect(leftOver(before, before)).toEqual([]);
  const busy = {
    ...before,
    heap: 10_900_000,
    code: 9_000_000,
    active: { Timeout: 11 },
    descriptors: { socket: 23, file: 40 },
  };
  expect(leftOver(before, busy)).toEqual([]);
});

it.each<[string, Partial<Resources>]>([
  ['heap: 10000000 → 11000001', { heap: 11_000_001 }],
  ['windows: 1 → 2', { windows: 2 }],
  ['processes: 6 → 7', { processes: 7 }],
  ['listeners app.before-quit: 2 → 3', { listeners: { 'app.before-quit': 3 } }],
  ['listeners screen.display-added: 0 → 1', { listeners: { 'screen.display-added': 1 } }],
  ['active Timeout: 9 → 13', { active: { Timeout: 13 } }],
  ['descriptors socket: 20 → 24', { descriptors: { socket: 24 } }],
])('is reported: %s', (line, after) => {
  expect(leftOver(before, { ...before, ...after })).toEqual([line]);
});
