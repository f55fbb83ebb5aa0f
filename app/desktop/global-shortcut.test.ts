import { beforeEach, describe, expect, it } from 'vitest';
import { openShortcutPattern } from '../model/open-shortcut';
import { createGlobalShortcut } from './global-shortcut';

function setUp({ isAllowed = true, taken = [] as string[] } = {}) {
  const registered = new Map<string, () => void>();
  const reported: (string | null)[] = [];
  const pressed: string[] = [];
  const shortcut = createGlobalShortcut({
    isAllowed,
    register(accelerator, onPressed) {
      if (taken.includes(accelerator)) return false;
      registered.set(accelerator, onPressed);
      return true;
    },
    unregister: (accelerator) => registered.delete(accelerator),
    onPressed: () => pressed.push('opened'),
    report: (problem) => reported.push(problem),
  });
  return { shortcut, registered, reported, pressed, taken };
}

describe('the global shortcut', () => {
  let world: ReturnType<typeof setUp>;
  beforeEach(() => {
    world = setUp({ taken: ['Control+Alt+T'] });
  });

  it('is none by default, opens the popover once it is set, and is replaced by another one', () => {
    expect([...world.registered.keys()]).toEqual([]);
    world.shortcut.set('Control+Alt+N');
    world.registered.get('Control+Alt+N')?.();
    expect(world.pressed).toEqual(['opened']);
    world.shortcut.set('Alt+F9');
    expect([...world.registered.keys()]).toEqual(['Alt+F9']);
    world.shortcut.set(null);
    expect([...world.registered.keys()]).toEqual([]);
    expect(world.reported).toEqual([null, null, null]);
  });

  it('is registered once, however often the settings are published', () => {
    world.shortcut.set('Control+Alt+N');
    world.shortcut.set('Control+Alt+N');
    expect(world.reported).toEqual([null]);
  });

  it('is reported where another program has it, and works once that one has let it go', () => {
    world.shortcut.set('Control+Alt+T');
    expect(world.reported).toEqual(['taken']);
    world.taken.length = 0;
    world.shortcut.setRecording(true);
    world.shortcut.setRecording(false);
    expect(world.reported).toEqual(['taken', null]);
    expect([...world.registered.keys()]).toEqual(['Control+Alt+T']);
  });

  it('is free while the user records, also a new one that was saved meanwhile, and at the end', () => {
    world.shortcut.set('Control+Alt+N');
    world.shortcut.setRecording(true);
    expect([...world.registered.keys()]).toEqual([]);
    world.shortcut.set('Control+Alt+M');
    expect([...world.registered.keys()]).toEqual([]);
    world.shortcut.setRecording(false);
    expect([...world.registered.keys()]).toEqual(['Control+Alt+M']);
    world.shortcut.release();
    expect([...world.registered.keys()]).toEqual([]);
  });

  it('is not registered where the desktop lets no application listen for keys', () => {
    const wayland = setUp({ isAllowed: false });
    wayland.shortcut.set('Control+Alt+N');
    expect([wayland.reported, [...wayland.registered.keys()]]).toEqual([['not-allowed'], []]);
    wayland.shortcut.set(null);
    expect(wayland.reported).toEqual(['not-allowed', null]);
  });
});

describe('a shortcut in the settings', () => {
  it.each(['Control+Alt+N', 'Alt+F12', 'Super+Space', 'Control+Alt+Shift+Super+Left', 'Control+0'])(
    'may be %s',
    (one) => {
      expect(openShortcutPattern.test(one)).toBe(true);
    },
  );

  it.each(['N', 'Shift+N', 'Control', 'Alt+Control+N', 'Control+n', 'Control+F25', 'Control+Alt+N+M', 'Super+', ''])(
    'may not be %j',
    (one) => {
      expect(openShortcutPattern.test(one)).toBe(false);
    },
  );
});
