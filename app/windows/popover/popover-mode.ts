// Which kind of window the popover is here. Pure.

export type PopoverMode = 'beside-icon' | 'window';

/** What is around the popover: whatever the system draws, or what the page draws: a line, or a line and a shadow. */
export type PopoverEdge = 'system' | 'line' | 'shadow';

export interface Surroundings {
  platform: 'linux' | 'darwin' | 'win32';
  /** A panel shows our icon. */
  trayShown: boolean;
  /** XDG_SESSION_TYPE and WAYLAND_DISPLAY, as the environment has them. */
  sessionType: string | undefined;
  waylandDisplay: string | undefined;
}

/**
 * Beside the icon where there is one; else an ordinary small window. Wayland lets no application place its window,
 * nor know where the pointer is (under XWayland neither is reported while the pointer is over the panel), so there it is a window too.
 */
export function popoverMode({ platform, trayShown, sessionType, waylandDisplay }: Surroundings): PopoverMode {
  if (platform !== 'linux') return 'beside-icon';
  return trayShown && !isWayland({ sessionType, waylandDisplay }) ? 'beside-icon' : 'window';
}

/** Whether the desktop is Wayland's, also where it runs NineTray through XWayland. */
export function isWayland({
  sessionType,
  waylandDisplay,
}: Pick<Surroundings, 'sessionType' | 'waylandDisplay'>): boolean {
  return sessionType === 'wayland' || (sessionType !== 'x11' && (waylandDisplay ?? '') !== '');
}

/** Linux draws nothing around a window without a frame. A shadow needs a transparent window, and that a compositor. */
export function popoverEdge(platform: 'linux' | 'darwin' | 'win32', hasCompositor: boolean): PopoverEdge {
  if (platform !== 'linux') return 'system';
  return hasCompositor ? 'shadow' : 'line';
}
