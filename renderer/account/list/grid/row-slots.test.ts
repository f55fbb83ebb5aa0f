import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type RowSlot, rowSlots } from './row-slots';

const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const slotsOf = (slots: readonly RowSlot[]) => slots.map(({ slot }) => slot);

it('after a jump, uses the elements again that were there, in their order', () => {
  const before = rowSlots([], rows(0, 29));
  expect(slotsOf(rowSlots(before, rows(800, 829)))).toEqual(slotsOf(before));
});

it('while scrolling by a few rows, leaves those that stay as they are', () => {
  const before = rowSlots([], rows(0, 9));
  expect(rowSlots(before, rows(2, 11)).slice(0, 8)).toEqual(before.slice(2));
});

it('keeps the element of the row that has the keyboard, on both sides of a jump', () => {
  const before = rowSlots([], [0, ...rows(100, 109)]);
  const after = rowSlots(before, [0, ...rows(900, 909)]);
  expect(slotsOf(after)).toEqual(slotsOf(before));
  const beyond = rowSlots([], [...rows(100, 109), 500]);
  const past = rowSlots(beyond, [500, ...rows(900, 909)]);
  expect(past[0]).toEqual(beyond.at(-1));
  expect(slotsOf(past.slice(1)).filter((slot) => slotsOf(beyond).includes(slot))).toEqual([]);
});

it('never gives two rows one element, moves none, and lets no row change its own', () => {
  const indexes = fc.uniqueArray(fc.nat(40), { maxLength: 20 }).map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(indexes, { minLength: 1, maxLength: 6 }), (steps) => {
      let before: RowSlot[] = [];
      for (const step of steps) {
        const after = rowSlots(before, step);
        expect(after.map(({ index }) => index)).toEqual(step);
        expect(new Set(slotsOf(after)).size).toBe(step.length);
        for (const { index, slot } of before) {
          expect(after.find((row) => row.index === index)?.slot ?? slot).toBe(slot);
        }
        const shared = new Set(slotsOf(after).filter((slot) => slotsOf(before).includes(slot)));
        const order = (slots: readonly RowSlot[]) => slotsOf(slots).filter((slot) => shared.has(slot));
        expect(order(after)).toEqual(order(before));
        before = after;
      }
    }),
  );
});
