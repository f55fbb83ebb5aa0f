// Corrected field names, out and back.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { renameRead, renameSent } from './rename-fields';

const names = new Map([
  ['amount_traffic_auto_add', 'traffic_add'],
  ['auto_disable_at', 'ends_at'],
]);

it('a body goes out with the corrected names, and nothing else of it changes', () => {
  expect(renameSent({ id: 3, amount_traffic_auto_add: 5, auto_disable_at: null }, names)).toEqual({
    id: 3,
    traffic_add: 5,
    ends_at: null,
  });
  expect(renameSent(undefined, names)).toBe(undefined);
});

it('an answer comes back with our names, through pages, items and their settings', () => {
  const page = { items: [{ id: 1, ends_at: 7, setting: { traffic_add: 9 } }], total_items: 1 };
  expect(renameRead(page, names)).toMatchObject({
    items: [{ id: 1, auto_disable_at: 7, setting: { amount_traffic_auto_add: 9 } }],
    total_items: 1,
  });
});

it('the corrected name goes first where an answer has both, and ours is taken where it has only that', () => {
  expect(renameRead({ auto_disable_at: 1, ends_at: 2 }, names)).toMatchObject({ auto_disable_at: 2 });
  expect(renameRead({ auto_disable_at: 1 }, names)).toMatchObject({ auto_disable_at: 1 });
});

it('what is sent under corrected names is read back as it was, whatever the values', () => {
  const body = fc.dictionary(fc.oneof(fc.constantFrom(...names.keys()), fc.string()), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(body, (given) => {
      fc.pre([...names.values()].every((name) => !JSON.stringify(given).includes(`"${name}"`)));
      const read = renameRead(renameSent(given, names), names);
      expect(read).toMatchObject(given);
    }),
  );
});
