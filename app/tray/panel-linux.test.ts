import { describe, expect, it } from 'vitest';
import { settled } from '../model/clock.fixture';
import type { Bus, BusCall, BusOptions } from '../session-bus/session-bus';
import { panelColour, watchXfcePanel } from './panel-linux';

const colour = (style: number, rgba: unknown) => [
  ['/panels/panel-1/background-style', style],
  ['/panels/panel-1/background-rgba', rgba],
];

describe('the colour of Xfce’s panel', () => {
  it.each<[string, unknown, boolean | null]>([
    ['its dark mode', [['/panels/dark-mode', true]], true],
    ['its light mode', [['/panels/dark-mode', false]], false],
    ['a dark colour of its own', [['/panels/dark-mode', false], ...colour(1, [0.1, 0.1, 0.15, 1])], true],
    ['a light colour of its own', [['/panels/dark-mode', true], ...colour(1, [0.9, 0.9, 0.9, 1])], false],
    ['a colour that is not in use', [['/panels/dark-mode', false], ...colour(0, [0, 0, 0, 1])], false],
    ['a colour that shines through', [['/panels/dark-mode', true], ...colour(1, [1, 1, 1, 0.2])], true],
    ['a colour that is none', [['/panels/dark-mode', true], ...colour(1, ['white'])], true],
    ['the first panel', [...colour(1, [1, 1, 1, 1]), ['/panels/panel-10/background-style', 1]].toReversed(), false],
    ['nothing', [['/panels', [1]]], null],
    ['no answer', undefined, null],
  ])('a dark panel is recognised by %s', (_, properties, isDark) => {
    expect(panelColour(properties)).toBe(isDark);
  });

  it('is asked once, again when the panel is changed, and not after the end', async () => {
    let isDark = true;
    let hear: Pick<BusOptions, 'onSignal' | 'onClosed'> | null = null;
    const calls: BusCall[] = [];
    let closed = 0;
    const bus: Bus = {
      call: async (call) => {
        calls.push(call);
        return call.member === 'GetAllProperties' ? [[['/panels/dark-mode', isDark]]] : [];
      },
      close: () => {
        closed += 1;
      },
    };
    const told: (boolean | null)[] = [];
    const stop = watchXfcePanel(
      async (hearing) => {
        hear = hearing;
        return bus;
      },
      (dark) => told.push(dark),
    );
    await settled();
    isDark = false;
    const signal = (channel: string) =>
      hear?.onSignal({
        type: 'signal',
        replyTo: null,
        interface: 'org.xfce.Xfconf',
        member: 'PropertyChanged',
        body: [channel],
      });
    signal('xfce4-panel');
    signal('xsettings');
    await settled();
    expect(told).toEqual([true, false]);
    expect(calls.map(({ member }) => member)).toEqual(['AddMatch', 'GetAllProperties', 'GetAllProperties']);
    stop();
    signal('xfce4-panel');
    await settled();
    expect([told.length, closed]).toEqual([2, 1]);
  });

  it('is not known without a session bus', async () => {
    const told: unknown[] = [];
    watchXfcePanel(
      async () => null,
      (dark) => told.push(dark),
    )();
    await settled();
    expect(told).toEqual([]);
  });
});
