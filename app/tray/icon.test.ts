import { describe, expect, it } from 'vitest';
import { isXfce, panelIsDark, trayIcon, trayIconFile } from './icon';

describe('trayIcon', () => {
  it('goes with the panel, and is a template on macOS', () => {
    expect(trayIcon('attention', 'linux', true)).toBe('attention-dark');
    expect(trayIcon('attention', 'win32', false)).toBe('attention-light');
    expect(trayIcon('attention', 'darwin', true)).toBe('attention-Template');
  });
});

describe('trayIconFile', () => {
  it('chooses the size on Linux alone', () => {
    expect(trayIconFile('attention-dark', 'linux', 1)).toBe('tray/linux/attention-dark-22.png');
    expect(trayIconFile('attention-dark', 'linux', 2)).toBe('tray/linux/attention-dark-44.png');
    expect(trayIconFile('attention-dark', 'win32', 2)).toBe('tray/win32/attention-dark.png');
    expect(trayIconFile('attention-Template', 'darwin', 2)).toBe('tray/darwin/attention-Template.png');
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
