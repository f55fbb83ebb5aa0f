import { expect, it } from 'vitest';
import { manualClock } from '../model/clock.fixture';
import { networkPause, Pulse } from './pulse';

function pulsing() {
  const clock = manualClock(0);
  const beats: number[] = [];
  const circumstances = { isVisible: false, isOnline: true };
  const pulse = new Pulse({
    clock,
    pause: () => networkPause(circumstances),
    beat: () => beats.push(clock.now() / 1000),
  });
  return { clock, beats, circumstances, pulse };
}

it('beats once a minute while nothing is shown, first after twenty seconds', async () => {
  const { clock, beats } = pulsing();
  await clock.advance(200_000);
  expect(beats).toEqual([20, 80, 140, 200]);
});

it('beats every twenty seconds while a window is shown, or the network is gone', async () => {
  const { clock, beats, circumstances } = pulsing();
  circumstances.isOnline = false;
  await clock.advance(60_000);
  circumstances.isOnline = true;
  circumstances.isVisible = true;
  await clock.advance(40_000);
  expect(beats).toEqual([20, 40, 60, 80, 100]);
});

it('beats at once when a window is shown and the last beat is long ago, otherwise when that is', async () => {
  const { clock, beats, circumstances, pulse } = pulsing();
  await clock.advance(50_000);
  circumstances.isVisible = true;
  pulse.hurry();
  expect(beats).toEqual([20, 50]);
  await clock.advance(5000);
  pulse.hurry();
  pulse.hurry();
  expect(beats).toEqual([20, 50]);
  await clock.advance(35_000);
  expect(beats).toEqual([20, 50, 70, 90]);
});

it('beats no more, and has no timer, once it is stopped', async () => {
  const { clock, beats, pulse } = pulsing();
  await clock.advance(20_000);
  pulse.stop();
  pulse.hurry();
  await clock.advance(500_000);
  expect(beats).toEqual([20]);
});
