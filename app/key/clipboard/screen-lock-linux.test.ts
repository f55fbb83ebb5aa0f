import { expect, it } from 'vitest';
import { manualClock, settled } from '../../model/clock.fixture';
import type { Message } from '../../session-bus/dbus-message';
import { fakeClipboard } from './clipboard.fixture';
import { SecretClipboard } from './secret-clipboard';
import { type LockOptions, watchLock } from './screen-lock-linux';

function setUp({ bus = true } = {}) {
  const clock = manualClock(0);
  const clipboard = fakeClipboard();
  const copyOnce = new SecretClipboard({ clipboard, clock });
  const seen = { open: 0, rules: [] as string[], locked: 0 };
  let hear: Parameters<LockOptions['connect']>[0] | undefined;
  const end = watchLock({
    copyOnce,
    connect: async (heard) => {
      if (!bus) return null;
      hear = heard;
      seen.open += 1;
      return {
        call: async ({ args }) => {
          seen.rules.push(String(args[0]));
          return [];
        },
        close() {
          seen.open -= 1;
        },
      };
    },
    onLocked: () => {
      seen.locked += 1;
    },
  });
  const signal = (from: string, member: string, active: boolean) => {
    const message: Message = { type: 'signal', replyTo: null, interface: from, member, body: [active] };
    hear?.onSignal(message);
  };
  return { clock, copyOnce, seen, signal, end };
}

it('listens while a copy’s countdown runs, and only then', async () => {
  const { clock, copyOnce, seen } = setUp();
  await settled();
  expect(seen.open).toBe(0);
  await copyOnce.copy('newkey-1111');
  await settled();
  expect(seen.open).toBe(1);
  expect(seen.rules).toContain("type='signal',interface='org.gnome.ScreenSaver',member='ActiveChanged'");
  await copyOnce.copy('newkey-1111');
  await settled();
  expect(seen.open).toBe(1);
  await clock.advance(60_000);
  expect(seen.open).toBe(0);
  await copyOnce.copy('newkey-1111');
  await settled();
  expect(seen.open).toBe(1);
});

it.each(['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'])(
  'hears that %s’s screen saver has locked',
  async (name) => {
    const { copyOnce, seen, signal } = setUp();
    await copyOnce.copy('newkey-1111');
    await settled();
    signal(`org.${name}.ScreenSaver`, 'ActiveChanged', false);
    signal(`org.${name}.ScreenSaver`, 'SomethingElse', true);
    signal('org.example.Other', 'ActiveChanged', true);
    expect(seen.locked).toBe(0);
    signal(`org.${name}.ScreenSaver`, 'ActiveChanged', true);
    expect(seen.locked).toBe(1);
  },
);

it('ends, even while it connects', async () => {
  const { copyOnce, seen, signal, end } = setUp();
  await copyOnce.copy('newkey-1111');
  end();
  await settled();
  expect(seen.open).toBe(0);
  signal('org.gnome.ScreenSaver', 'ActiveChanged', true);
  expect(seen.locked).toBe(0);
  await copyOnce.copy('newkey-1111');
  await settled();
  expect(seen.open).toBe(0);
});

it('does without a bus', async () => {
  const { copyOnce, seen } = setUp({ bus: false });
  await copyOnce.copy('newkey-1111');
  await settled();
  expect(seen).toEqual({ open: 0, rules: [], locked: 0 });
});
