import { expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import type { Size } from '../placement';
import { createResizeReports } from './resize-reports';

function watched() {
  const clock = manualClock(0);
  const reported: Size[] = [];
  return { clock, reported, resizes: createResizeReports(clock.after, (size) => reported.push(size)) };
}

it('reports a resize once, with the size at its end', async () => {
  const { clock, reported, resizes } = watched();
  for (const width of [400, 410, 420]) {
    resizes.resized({ width, height: 500 });
    await clock.advance(100);
  }
  expect(reported).toEqual([]);
  await clock.advance(400);
  expect(reported).toEqual([{ width: 420, height: 500 }]);
});

it('does not report a size that NineTray gave the window', async () => {
  const { clock, reported, resizes } = watched();
  resizes.placed({ width: 400, height: 500 });
  resizes.resized({ width: 400, height: 500 });
  await clock.advance(1000);
  expect(reported).toEqual([]);
});

it('reports the second of two gestures as well', async () => {
  const { clock, reported, resizes } = watched();
  resizes.resized({ width: 400, height: 500 });
  await clock.advance(1000);
  resizes.resized({ width: 400, height: 600 });
  await clock.advance(1000);
  expect(reported.map(({ height }) => height)).toEqual([500, 600]);
});

it('reports nothing of a window that was closed during the gesture', async () => {
  const { clock, reported, resizes } = watched();
  resizes.resized({ width: 400, height: 500 });
  resizes.cancel();
  await clock.advance(1000);
  expect(reported).toEqual([]);
});
