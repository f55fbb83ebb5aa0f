// Which program starts NineTray again: not the running one where that was unpacked into a temporary folder. Pure.

export interface OwnProgramOptions {
  platform: NodeJS.Platform;
  /** The running program's file. */
  execPath: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Resolves links; throws where there is nothing. */
  realPath(path: string): string;
}

/**
 * The program to start at login. An AppImage and a portable program name their file in the environment, which programs
 * that they start inherit: it counts only where the running program is in the folder that was unpacked.
 */
export function ownProgram({ platform, execPath, env, realPath }: OwnProgramOptions): string {
  const isInside = (folder: string | undefined, separator: string) => {
    if (folder === undefined || folder === '') return false;
    try {
      return execPath.startsWith(`${realPath(folder).replace(/[\\/]+$/, '')}${separator}`);
    } catch {
      return false;
    }
  };
  if (platform === 'linux' && isInside(env['APPDIR'], '/')) return env['APPIMAGE'] ?? execPath;
  if (platform === 'win32' && isInside(env['TEMP'], '\\')) return env['PORTABLE_EXECUTABLE_FILE'] ?? execPath;
  return execPath;
}
