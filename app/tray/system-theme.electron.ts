// Whether the system is dark, whatever theme is chosen for NineTray's windows: the panel belongs to the system.
import { nativeTheme } from 'electron';

let lastSystem = false;

/** Whether the system's own parts (a panel, a taskbar) are dark. */
export function isSystemDark(): boolean {
  // Windows has a theme of its own for the taskbar.
  if (process.platform === 'win32') return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  // With a theme chosen for the windows, Electron no longer reports the system's: the last known one stays. On Linux the
  // desktop is asked itself (color-scheme-linux.ts).
  if (nativeTheme.themeSource === 'system') lastSystem = nativeTheme.shouldUseDarkColors;
  return lastSystem;
}
