// Whether the panel that holds the icon is dark. It belongs to the system: the theme of NineTray's own windows says nothing about it. Pure.
import type { TrayPlatform } from './icon';

/** What a Linux desktop said; null: it did not. */
export interface Reported {
  /** Xfce's own panel is dark (panel-linux.ts). */
  panel: boolean | null;
  /** The desktop prefers dark (color-scheme-linux.ts). */
  colorScheme: boolean | null;
}

export const nothingReported: Reported = { panel: null, colorScheme: null };

export interface PanelFacts {
  platform: TrayPlatform;
  /** XDG_CURRENT_DESKTOP. */
  desktop: string | undefined;
  /** The user's setting. */
  chosen: 'automatic' | 'light' | 'dark';
  reported: Reported;
  /** As far as Electron knows (system-theme.electron.ts). */
  systemDark: boolean;
}

/** Whether the panel is dark: by what is surest. GNOME's and Unity's are, whatever the applications look like. */
export function panelIsDark({ platform, desktop, chosen, reported, systemDark }: PanelFacts): boolean {
  if (chosen !== 'automatic') return chosen === 'dark';
  if (platform !== 'linux') return systemDark;
  if (reported.panel !== null) return reported.panel;
  if (/\b(GNOME|Unity)\b/i.test(desktop ?? '')) return true;
  return reported.colorScheme ?? systemDark;
}

/** Whether the desktop is Xfce, whose panel has a theme of its own. */
export function isXfce(platform: TrayPlatform, desktop: string | undefined): boolean {
  return platform === 'linux' && /\bXFCE\b/i.test(desktop ?? '');
}
