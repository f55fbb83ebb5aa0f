// Whether this process may be the keyring helper, which decrypts what it is given. Pure. Delete it with the fallback to
// Electron 33.

/** The switch that makes a start of the application a keyring helper instead. */
export const KEYRING_HELPER_SWITCH = '--keyring-helper';

export interface HelperStart {
  platform: NodeJS.Platform;
  /** Whether Electron's safeStorage blocks; an asynchronous one needs no helper. */
  blocking: boolean;
  /** The program files of this process and of its parent; null where the parent's cannot be read. */
  program: string | null;
  parentProgram: string | null;
}

/**
 * Only on Linux, only where safeStorage blocks, and only for a parent that is NineTray itself. Anything else that starts it would have
 * a program that decrypts on request: on macOS that undoes the Keychain's rule of one application.
 */
export function mayBeKeyringHelper({ platform, blocking, program, parentProgram }: HelperStart): boolean {
  return platform === 'linux' && blocking && program !== null && program === parentProgram;
}
