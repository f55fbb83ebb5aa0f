import { describe, expect, it } from 'vitest';
import { isXfce, nothingReported, type PanelFacts, panelIsDark } from './panel-brightness';

const isDark = (facts: Partial<PanelFacts>) =>
  panelIsDark({
    platform: 'linux',
    desktop: undefined,
    chosen: 'automatic',
    reported: nothingReported,
    systemDark: false,
    ...facts,
  });
const scheme = (colorScheme: boolean | null) => ({ panel: null, colorScheme });

describe('panelIsDark', () => {
  it('knows the desktops whose panel is always dark', () => {
    expect(isDark({ desktop: 'ubuntu:GNOME', reported: scheme(false) })).toBe(true);
    expect(isDark({ desktop: 'Unity' })).toBe(true);
    expect(isDark({ desktop: 'XFCE' })).toBe(false);
    expect(isDark({ platform: 'win32', desktop: 'GNOME' })).toBe(false);
  });

  it('goes by what the desktop says, and by Electron only where it says nothing', () => {
    expect(isDark({ desktop: 'KDE', reported: scheme(true), systemDark: false })).toBe(true);
    expect(isDark({ desktop: 'KDE', reported: scheme(false), systemDark: true })).toBe(false);
    expect(isDark({ desktop: 'KDE', reported: scheme(null), systemDark: true })).toBe(true);
  });

  it('goes by Xfce’s own panel before anything else that is reported', () => {
    expect(isDark({ desktop: 'XFCE', reported: { panel: true, colorScheme: false } })).toBe(true);
    expect(isDark({ desktop: 'XFCE', reported: { panel: false, colorScheme: true }, systemDark: true })).toBe(false);
  });

  it('goes by the taskbar’s own theme on Windows', () => {
    expect(isDark({ platform: 'win32', systemDark: true })).toBe(true);
    expect(isDark({ platform: 'win32', reported: scheme(true) })).toBe(false);
  });

  it('is what the user chose', () => {
    expect(isDark({ desktop: 'GNOME', chosen: 'light' })).toBe(false);
    expect(isDark({ platform: 'win32', chosen: 'dark' })).toBe(true);
  });
});

describe('isXfce', () => {
  it('knows the desktop whose panel is asked', () => {
    expect(isXfce('linux', 'X-Cinnamon:XFCE')).toBe(true);
    expect(isXfce('linux', 'GNOME')).toBe(false);
    expect(isXfce('linux', undefined)).toBe(false);
    expect(isXfce('win32', 'XFCE')).toBe(false);
  });
});
