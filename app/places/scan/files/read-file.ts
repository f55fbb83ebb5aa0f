// Reads one file into a buffer that is used for all of them. Never opens anything but a regular file, follows no link,
// and reads nothing that is larger than the limit or on another file system.
import fs from 'node:fs';
import type { SkipReason, UnreadableWhy } from '../../../model/places/scan';
import { isCloudOnly, LARGEST_FILE } from './skip-rules';

export type FileContent =
  | { outcome: 'read'; length: number }
  | { outcome: 'skipped'; reason: SkipReason }
  | { outcome: 'unreadable'; why: UnreadableWhy }
  /** It was removed meanwhile. */
  | { outcome: 'gone' };

// NONBLOCK: should a FIFO have taken the file's place, opening it does not wait for a writer. Windows has neither flag.
const FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);
/** Files that are shorter are read without asking for their size, which saves a sixth of the time. */
const FIRST_READ = 256 * 1024;

export class FileReader {
  /** What was read; the rest is of earlier files. */
  readonly content = Buffer.alloc(LARGEST_FILE + 1);
  readonly #platform: NodeJS.Platform;
  #used = 0;

  constructor(platform: NodeJS.Platform) {
    this.#platform = platform;
  }

  /** Reads a file that its folder lists as a regular one. `device`: the file system that it must be on. */
  read(path: string, device: number): FileContent {
    let file: number | null = null;
    try {
      file = fs.openSync(path, FLAGS);
      // Where a file may be in the cloud, its size on disk tells so before it is read.
      const mayBeInCloud = this.#platform !== 'linux';
      if (mayBeInCloud) {
        const reason = this.#whyNot(file, device);
        if (reason !== null) return { outcome: 'skipped', reason };
      }
      let length = fs.readSync(file, this.content, 0, FIRST_READ, 0);
      this.#used = Math.max(this.#used, length);
      if (length < FIRST_READ) return { outcome: 'read', length };
      const reason = this.#whyNot(file, device);
      if (reason !== null) return { outcome: 'skipped', reason };
      for (;;) {
        const more = fs.readSync(file, this.content, length, this.content.length - length, length);
        length += more;
        this.#used = Math.max(this.#used, length);
        if (length > LARGEST_FILE) return { outcome: 'skipped', reason: 'too-large' };
        if (more === 0) return { outcome: 'read', length };
      }
    } catch (error) {
      return unreadable(error);
    } finally {
      if (file !== null) fs.closeSync(file);
    }
  }

  /** Overwrites all that was read. */
  wipe(): void {
    this.content.fill(0, 0, this.#used);
  }

  #whyNot(file: number, device: number): SkipReason | null {
    const stat = fs.fstatSync(file);
    if (!stat.isFile()) return 'special';
    if (stat.dev !== device) return 'other-file-system';
    if (stat.size > LARGEST_FILE) return 'too-large';
    return isCloudOnly(this.#platform, stat) ? 'cloud-only' : null;
  }
}

/** What an error of the file system means here. macOS answers EPERM where the user did not allow it. */
export function unreadable(error: unknown): FileContent {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { outcome: 'gone' };
  if (code === 'ELOOP') return { outcome: 'skipped', reason: 'link' };
  if (code === 'ENXIO' || code === 'EAGAIN' || code === 'ESPIPE' || code === 'EISDIR')
    return { outcome: 'skipped', reason: 'special' };
  if (code === 'EACCES') return { outcome: 'unreadable', why: 'not-allowed' };
  if (code === 'EPERM')
    return { outcome: 'unreadable', why: process.platform === 'darwin' ? 'protected' : 'not-allowed' };
  return { outcome: 'unreadable', why: 'failed' };
}
