// Whether this installation belongs to the system's package manager. Pure.

interface Installation {
  platform: NodeJS.Platform;
  isPackaged: boolean;
  /** The program's absolute path. */
  executable: string;
  /** The AppImage that it runs from, as its runtime's variable has it. */
  appImage: string | undefined;
}

/** A deb or rpm is unpacked below /opt or /usr; an AppImage, an archive in the user's folder and other systems are not. */
export function isOfSystem({ platform, isPackaged, executable, appImage }: Installation): boolean {
  return platform === 'linux' && isPackaged && appImage === undefined && /^\/(opt|usr)\/(?!local\/)/.test(executable);
}
