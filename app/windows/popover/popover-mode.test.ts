import { describe, expect, it } from 'vitest';
import { popoverEdge, popoverMode } from './popover-mode';

const x11 = { platform: 'linux', trayShown: true, sessionType: 'x11', waylandDisplay: undefined } as const;

describe('popoverManner', () => {
  it('stands beside the icon where there is one', () => {
    expect(popoverMode(x11)).toBe('beside-icon');
    expect(popoverMode({ ...x11, sessionType: undefined })).toBe('beside-icon');
    expect(popoverMode({ ...x11, platform: 'win32', sessionType: undefined })).toBe('beside-icon');
    expect(popoverMode({ ...x11, platform: 'darwin', trayShown: false })).toBe('beside-icon');
  });
  it('is a window without an icon', () => {
    expect(popoverMode({ ...x11, trayShown: false })).toBe('window');
  });
  it('is a window under Wayland, however the session says that it is one', () => {
    expect(popoverMode({ ...x11, sessionType: 'wayland' })).toBe('window');
    expect(popoverMode({ ...x11, sessionType: undefined, waylandDisplay: 'wayland-0' })).toBe('window');
    expect(popoverMode({ ...x11, waylandDisplay: 'wayland-0' })).toBe('beside-icon');
  });
});

it('has a line around it on Linux, which draws nothing there, and a shadow where a compositor draws the screen', () => {
  const platforms = ['linux', 'darwin', 'win32'] as const;
  expect(platforms.map((platform) => popoverEdge(platform, false))).toEqual(['line', 'system', 'system']);
  expect(platforms.map((platform) => popoverEdge(platform, true))).toEqual(['shadow', 'system', 'system']);
});
