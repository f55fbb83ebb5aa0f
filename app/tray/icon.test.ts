import { describe, expect, it } from 'vitest';
import { isXfce, panelIsDark, trayIcon, trayIconFile } from './icon';

describe('trayIcon', () => {
  it('goes with the panel, and is a template on macOS', () => {
    expect(trayIcon('low', 'linux', true)).toBe('low-dark');
    expect(trayIcon('low', 'win32', false)).toBe('low-light');
    expect(trayIcon('low', 'darwin', true)).toBe('low-Template');
  });
});

describe('trayIconFile', () => {
  it('chooses the size on Linux alone', () => {
    expect(trayIconFile('low-dark', 'linux', 1)).toBe('tray/linux/low-dark-22.png');
    expect(trayIconFile('low-dark', 'linux', 2)).toBe('tray/linux/low-dark-44.png');
    expect(trayIconFile('low-dark', 'win32', 2)).toBe('tray/win32/low-dark.png');
    expect(trayIconFile('low-Template', 'darwin', 2)).toBe('tray/darwin/low-Template.png');
  });
});

describe('panelIsDark', () => {
  it('knows the desktops whose panel is always dark', () => {
    expect(panelIsDark('linux', 'ubuntu:GNOME', false)).toBe(true);
    expect(panelIsDark('linux', 'Unity', false)).toBe(true);
    expect(panelIsDark('linux', 'XFCE', false)).toBe(false);
    expect(panelIsDark('linux', undefined, true)).toBe(true);
    expect(panelIsDark('win32', 'GNOME', false)).toBe(false);
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
