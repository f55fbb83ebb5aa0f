import { describe, expect, it } from 'vitest';
import { trayIcon, trayIconFile } from './icon';

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
