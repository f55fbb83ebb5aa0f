/**
 * The icon of a window in panels and switchers, below the folder of icons (drawn by build/icons/make-icons.mjs). Null on macOS, where
 * windows have none but the application's.
 */
export function windowIconFile(platform: 'linux' | 'darwin' | 'win32'): string | null {
  if (platform === 'darwin') return null;
  return platform === 'win32' ? 'app/icon.ico' : 'app/256x256.png';
}
