// Which folders and files are not searched, and why. Decides by names alone. `.gitignore` is not obeyed, because it
// hides `.env`.
import type { SkipReason } from '../../../model/places/scan';

/** Larger files are not searched (bytes). */
export const LARGEST_FILE = 5 * 1024 * 1024;

const versionControl = ['.git', '.hg', '.svn', '.bzr', '.jj'];
const packages = ['node_modules', 'bower_components', '.venv', 'site-packages', '.rustup', '.pnpm-store', '.bun'];
const caches = [
  '.cache',
  'Cache',
  'Caches',
  'CachedData',
  'Code Cache',
  'GPUCache',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  '.npm',
  '.gradle',
  '.m2',
  '.nuget',
  '.turbo',
  '.parcel-cache',
  '.terraform',
];
const trash = ['.Trash', '.Trashes', '$RECYCLE.BIN'];

const byName = new Map<string, SkipReason>([
  ...versionControl.map((name) => [name, 'version-control'] as const),
  ...packages.map((name) => [name, 'packages'] as const),
  ...caches.map((name) => [name, 'cache'] as const),
  ...trash.map((name) => [name, 'trash'] as const),
]);

/** By the end of the path, with `/`. */
const byPath: readonly [RegExp, SkipReason][] = [
  [/\/\.local\/share\/Trash$/, 'trash'],
  [/\/\.Trash-\d+$/, 'trash'],
  [/\/\.cargo\/(registry|git)$/, 'packages'],
  [/\/go\/pkg\/mod$/, 'packages'],
  [/\/AppData\/Local\/Temp$/i, 'cache'],
];

/** Files that say what their folder is: the standard for caches, and Python's for its environments. */
const markers = new Map<string, SkipReason>([
  ['CACHEDIR.TAG', 'cache'],
  ['pyvenv.cfg', 'packages'],
]);

/** Folders of the home folder for which macOS asks the user before a program may read them. */
const protectedOnMac = [
  'Desktop',
  'Documents',
  'Downloads',
  'Movies',
  'Music',
  'Pictures',
  'Library/Calendars',
  'Library/CloudStorage',
  'Library/Containers',
  'Library/Group Containers',
  'Library/Mail',
  'Library/Messages',
  'Library/Mobile Documents',
  'Library/Safari',
];

export interface SkipFacts {
  platform: NodeJS.Platform;
  home: string;
  /** NineTray's own folders. */
  ownFolders: readonly string[];
}

/** Decides for each folder that is not itself one that the user chose. */
export class SkipRules {
  readonly #own: ReadonlySet<string>;
  readonly #protected: ReadonlySet<string>;

  constructor({ platform, home, ownFolders }: SkipFacts) {
    this.#own = new Set(ownFolders);
    this.#protected = new Set(platform === 'darwin' ? protectedOnMac.map((folder) => `${home}/${folder}`) : []);
  }

  /** Why a folder is not entered; null where it is. */
  folder(path: string, name: string): SkipReason | null {
    if (this.#own.has(path)) return 'own-folder';
    if (this.#protected.has(path)) return 'protected';
    const reason = byName.get(name);
    if (reason !== undefined) return reason;
    const slashes = path.replaceAll('\\', '/');
    return byPath.find(([pattern]) => pattern.test(slashes))?.[1] ?? null;
  }

  /** Why a folder with this file in it is not searched. */
  marker(name: string): SkipReason | null {
    return markers.get(name) ?? null;
  }
}

/** Whether a file's content is in the cloud, so that reading it would download it. NTFS stores small files without a block. */
export function isCloudOnly(platform: NodeJS.Platform, { size, blocks }: { size: number; blocks: number }): boolean {
  if (blocks > 0) return false;
  if (platform === 'darwin') return size > 0;
  return platform === 'win32' && size > 4096;
}
