// Which command-line switches a release starts with. Pure. Chromium has some 1,500 switches; several write every request with its
// address into a file, or send requests elsewhere, and some act before our code runs. So this lists what is accepted.
import { ownSwitches } from '../cli/own-switches';

/** A switch that is accepted with any value; with a value that the pattern matches; or with a comma-separated list of these. */
type Accepted = 'any' | RegExp | readonly string[];

/** Chromium's and Electron's switches that change how NineTray looks or where it keeps its files, and not who sees a request. */
const CHROMIUM_SWITCHES: Readonly<Record<string, Accepted>> = {
  'user-data-dir': 'any',
  lang: /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/,
  // Which keyring. What it cannot protect is never stored as protected.
  'password-store': /^[a-z0-9-]+$/,
  'ozone-platform': /^(x11|wayland|headless)$/,
  'ozone-platform-hint': /^(auto|x11|wayland)$/,
  'enable-wayland-ime': /^(true|false)?$/,
  'wayland-text-input-version': /^[1-3]$/,
  'gtk-version': /^[34]$/,
  class: /^[\w.-]+$/,
  'force-device-scale-factor': /^\d(\.\d+)?$/,
  'high-dpi-support': /^[01]$/,
  'force-renderer-accessibility': /^(complete|form-controls|basic)?$/,
  'force-dark-mode': /^$/,
  'disable-gpu': /^$/,
  'disable-gpu-compositing': /^$/,
  'disable-software-rasterizer': /^$/,
  'disable-dev-shm-usage': /^$/,
  'use-gl': /^[a-z-]+$/,
  'use-angle': /^[a-z0-9-]+$/,
  'enable-features': ['UseOzonePlatform', 'WaylandWindowDecorations', 'WaylandFractionalScaleV1', 'WaylandTextInputV3'],
  'disable-features': ['WaylandFractionalScaleV1', 'WaylandWpColorManagerV1', 'Vulkan'],
  // Where the system allows no sandbox; AppImages find that out themselves. NineTray then takes no key until the user agrees.
  'no-sandbox': /^$/,
};

/** The process serial number that macOS added to the arguments of an application opened from the Finder. */
const MACOS_SERIAL_NUMBER = /^-psn_\d+_\d+$/;
/** With these Windows starts an application whose notification was clicked. */
const WINDOWS_SWITCHES = new Set(['-ToastActivated', '-Embedding']);

/**
 * The switches that a release does not start with, without their values (a value may be a path or an address). `argv` is what follows
 * the program's name. Bare words are not judged: app/cli/arguments.ts refuses them.
 */
export function refusedSwitches(argv: readonly string[], platform: NodeJS.Platform): string[] {
  return (
    argv
      // Chromium, too, ignores spaces around an argument.
      .map((argument) => argument.trim())
      .filter((argument) => argument.startsWith('-') && !isAccepted(argument, platform))
      .map((argument) => argument.split('=', 1)[0] ?? '')
  );
}

function isAccepted(argument: string, platform: NodeJS.Platform): boolean {
  if (platform === 'darwin' && MACOS_SERIAL_NUMBER.test(argument)) return true;
  if (platform === 'win32' && WINDOWS_SWITCHES.has(argument)) return true;
  const [name = '', ...rest] = argument.split('=');
  if (ownSwitches.has(name)) return true;
  // Chromium reads "-name" as it reads "--name".
  const bare = name.replace(/^--?/, '');
  if (!Object.hasOwn(CHROMIUM_SWITCHES, bare)) return false;
  const accepted = CHROMIUM_SWITCHES[bare];
  if (accepted === undefined) return false;
  const value = rest.join('=');
  if (accepted === 'any') return value !== '';
  if (accepted instanceof RegExp) return accepted.test(value);
  return value.split(',').every((part) => accepted.includes(part));
}
