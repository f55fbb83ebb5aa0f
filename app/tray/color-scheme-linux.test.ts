import { expect, it } from 'vitest';
import { settled } from '../model/clock.fixture';
import type { BusCall, BusOptions } from '../session-bus/session-bus';
import { watchColorScheme } from './color-scheme-linux';

function portal(answer: () => unknown[] | null) {
  const calls: BusCall[] = [];
  const told: (boolean | null)[] = [];
  let hear: Pick<BusOptions, 'onSignal' | 'onClosed'> | null = null;
  const stop = watchColorScheme(
    async (hearing) => {
      hear = hearing;
      return {
        call: async (call) => {
          calls.push(call);
          return call.member === 'Read' ? answer() : [];
        },
        close: () => undefined,
      };
    },
    (isDark) => told.push(isDark),
  );
  const changed = (...body: unknown[]) =>
    hear?.onSignal({ type: 'signal', replyTo: null, interface: null, member: 'SettingChanged', body });
  return { calls, told, stop, changed };
}

it.each<[string, unknown[] | null, boolean | null]>([
  ['dark', [1], true],
  ['light', [2], false],
  ['no preference', [0], null],
  ['a value of a later version', [3], null],
  ['no portal', null, null],
])('the desktop’s answer is read: %s', async (_, answer, isDark) => {
  const { calls, told } = portal(() => answer);
  await settled();
  expect(told).toEqual([isDark]);
  expect(calls[1]).toMatchObject({ member: 'Read', args: ['org.freedesktop.appearance', 'color-scheme'] });
});

it('the desktop is asked again when its preference changes, and not when another setting does', async () => {
  let scheme = 1;
  const { told, stop, changed } = portal(() => [scheme]);
  await settled();
  scheme = 2;
  changed('org.freedesktop.appearance', 'accent-color', []);
  await settled();
  expect(told).toEqual([true]);
  changed('org.freedesktop.appearance', 'color-scheme', 2);
  await settled();
  expect(told).toEqual([true, false]);
  stop();
  changed('org.freedesktop.appearance', 'color-scheme', 1);
  await settled();
  expect(told).toEqual([true, false]);
});
