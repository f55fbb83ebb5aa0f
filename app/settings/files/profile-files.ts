// The profile folder's JSON files: read as text, replaced atomically. document/document.ts parses them.
import fs from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './atomic-file';
import { behindLinks, brokenLink, missingTarget } from './broken-link';
import { errorCode } from './disk-error';
import { isOddFile, isPlainFile, readPlainBytes } from './plain-file';

export type JsonObject = Record<string, unknown>;

/** The file port of a document. Everything here may throw Node's own errors (documents check `error.code`). */
export interface ProfileFiles {
  /** Whether this process may change files: a terminal command may not while the application runs (instance/write-alone.ts). */
  canWrite(): boolean;
  /** The file's text, or null when there is no such file. */
  read(file: string): string | null;
  /** Replaces the whole file: afterwards it holds all of the new content, or an error was thrown and it is unchanged. */
  write(file: string, content: JsonObject): void;
  /** Copies a file, complete or not at all. What is no regular file, or too large to be read, is moved. */
  copy(from: string, to: string): void;
  /** Changes whenever the file is written or replaced, by any program; null when there is no such file. */
  stamp(file: string): string | null;
  /** Names of the files in the folder; none when there is no folder. */
  list(): string[];
  remove(file: string): void;
}

/** Users link this one to where they keep their settings. No other document is ever a link. */
const MAY_BE_LINK = ['settings.json'];

/** What the name of an incomplete file begins with: the file that it would have replaced, then this. */
export const DRAFT_MARK = '.tmp-';

/** Files in `directory`, which is created when the first one is written. */
export function createProfileFiles(directory: string): ProfileFiles {
  const at = (file: string): string => join(directory, file);
  const isPlain = (file: string) => isPlainFile(at(file), MAY_BE_LINK.includes(file));
  const readNow = (file: string) => readPlainBytes(at(file), MAY_BE_LINK.includes(file));

  function replace(file: string, content: string | Uint8Array): void {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeAtomically(pathToReplace(file), content, { draftName: (random) => `${file}${DRAFT_MARK}${random}` });
  }

  /** A link that may be one stays, and the file that it leads to is replaced, or made; but never a device or a folder there. */
  function pathToReplace(file: string): string {
    if (!MAY_BE_LINK.includes(file)) return at(file);
    const target = behindLinks(at(file));
    return isOddFile(target) ? at(file) : target;
  }

  return {
    canWrite: () => true,
    read(file) {
      try {
        return readNow(file).toString('utf8');
      } catch (error) {
        // A link that leads nowhere is not "no file": what it led to may only be out of reach.
        const target = MAY_BE_LINK.includes(file) ? missingTarget(at(file)) : null;
        if (target !== null) throw brokenLink(target);
        const isNothing = fs.lstatSync(at(file), { throwIfNoEntry: false }) === undefined;
        if (errorCode(error) === 'ENOENT' && isNothing) return null;
        throw error;
      }
    },
    write: (file, content) => replace(file, `${JSON.stringify(content, null, 2)}\n`),
    copy(from, to) {
      if (isPlain(from)) replace(to, readNow(from));
      else fs.renameSync(at(from), at(to));
    },
    stamp(file) {
      const options = { throwIfNoEntry: false, bigint: true } as const;
      const stands = fs.lstatSync(at(file), options);
      if (stands === undefined) return null;
      const { ino, size, mtimeNs } = fs.statSync(at(file), options) ?? stands;
      return [stands.ino, ino, size, mtimeNs].join(' ');
    },
    list() {
      try {
        return fs.readdirSync(directory);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return [];
        throw error;
      }
    },
    remove(file) {
      fs.rmSync(at(file), { force: true });
    },
  };
}
