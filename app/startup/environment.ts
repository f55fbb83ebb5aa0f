// Which environment variables a release keeps. Pure.

/** Names of Electron's and Node's variables that only change how NineTray looks, or that are judged elsewhere. */
const KEPT = new Set([
  'ELECTRON_OZONE_PLATFORM_HINT',
  'ELECTRON_FORCE_WINDOW_MENU_BAR',
  'ELECTRON_NO_ATTACH_CONSOLE',
  'ELECTRON_TRASH',
  // Chromium has acted on it; app/process/sandbox.electron.ts says so.
  'ELECTRON_DISABLE_SANDBOX',
]);

/** Variables of Chromium that write secrets of connections or its log into a file. */
const CHROMIUMS = new Set(['SSLKEYLOGFILE', 'CHROME_LOG_FILE']);

/**
 * The variables to remove before anything reads them: SSLKEYLOGFILE alone lets anyone who recorded the traffic read the key, and
 * Electron and Node have others that log, trust more certificates, or load code. Of those, only what is listed is kept.
 */
export function unwantedVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env).filter((name) => {
    // Windows' variables have no case.
    const upper = name.toUpperCase();
    return CHROMIUMS.has(upper) || (/^(ELECTRON|NODE)_/.test(upper) && !KEPT.has(upper));
  });
}
