import { expect, it } from 'vitest';
import { popoverAnchor } from './popover-anchor';

const noPointer = () => Promise.resolve(null);

it("is the icon's bounds where the system reports them", async () => {
  const icon = { x: 10, y: 0, width: 22, height: 22 };
  const pointer = () => Promise.reject(new Error('not needed'));
  expect(await popoverAnchor({ icon, pointer, scaleFactor: () => 2 })).toEqual(icon);
});

it("is the pointer's place in device-independent pixels where the icon's bounds are not known", async () => {
  const pointer = () => Promise.resolve({ x: 301, y: 40 });
  expect(await popoverAnchor({ icon: null, pointer, scaleFactor: () => 2 })).toEqual({
    x: 151,
    y: 20,
    width: 1,
    height: 1,
  });
});

it('is null where neither is known', async () => {
  expect(await popoverAnchor({ icon: null, pointer: noPointer, scaleFactor: () => 1 })).toBeNull();
});
