// The profile folder's JSON files: read as text, replaced atomically through electron-store, never half written.
// Does not know what the files mean, and never parses them: a document (document.ts) does.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { brokenLink, makeMissingTarget, missingTarget } from './broken-link';
import { isPlainFile, readPlainFile } from './plain-file';

export type JsonObject = Record<string, unknown>;

/** The file port of a document. Everything here may throw Node's own errors (`error.code` is what documents look at). */
export interface ProfileFiles {
  /** Whether electron-store is loaded. Reading works before; writing does not. */
  loaded(): boolean;
  load(): Promise<void>;
  /** The file's text, or null when there is no such file. */
  read(file: string): string | null;
  /** Replaces the whole file: afterwards it holds all of the new content, or an error was thrown. */
  write(file: string, content: JsonObject): void;
  /** Copies a file, complete or not at all. What is no regular file, or too large to be read, is moved. */
  copy(from: string, to: string): void;
  /** Changes whenever the file is written or replaced, by whomever; null when there is no such file. */
  stamp(file: string): string | null;
  /** Names of the files in the folder; none when there is no folder. */
  list(): string[];
  remove(file: string): void;
}

export interface StoreOptions {
  name: string;
  cwd: string;
  configFileMode: number;
  serialize: (value: unknown) => string;
  deserialize: () => JsonObject;
}

/** The part of electron-store (and of conf, which it wraps) that is used. Setting `store` replaces the file atomically. */
export type OpenStore = (options: StoreOptions) => { store: JsonObject };

/** People link this one to where they keep their settings. No other document of ours is ever a link. */
const MAY_BE_LINK = ['settings.json'];

function serialize(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Files in `directory` (created when the first one is written). `loadStore` loads electron-store when it is first needed. */
export function createProfileFiles(directory: string, loadStore: () => Promise<OpenStore>): ProfileFiles {
  let openStore: OpenStore | null = null;
  let loading: Promise<void> | null = null;
  const stores = new Map<string, { store: JsonObject }>();
  const at = (file: string): string => join(directory, file);

  async function loadOnce(): Promise<void> {
    openStore = await loadStore();
  }

  function storeOf(file: string, open: OpenStore): { store: JsonObject } {
    const known = stores.get(file);
    if (known !== undefined) return known;
    const store = open({
      name: file.replace(/\.json$/, ''),
      cwd: directory,
      configFileMode: 0o600,
      serialize,
      // The store only writes. It would throw on a damaged file, or hide the damage; documents want to see it.
      deserialize: () => ({}),
    });
    stores.set(file, store);
    return store;
  }

  /**
   * Fails before the real write would. The atomic writer under electron-store (atomically 2.1) takes a short write for a
   * whole one, so a disk that is nearly full would leave half a file in place of a good one; and it spins for a second on
   * EACCES and EPERM. Remove when it checks what fs.writeSync returns.
   */
  function rehearse(file: string, text: string): void {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    // A new name each time and `wx`: what somebody else put there, a link above all, is never written through.
    const rehearsal = at(`${file}.tmp-${randomBytes(8).toString('hex')}`);
    const opened = fs.openSync(rehearsal, 'wx', 0o600);
    try {
      fs.writeFileSync(opened, text);
    } finally {
      fs.closeSync(opened);
      fs.rmSync(rehearsal, { force: true });
    }
  }

  /** electron-store would read what stands at the name before it writes, and follow a link there. */
  function clearTheWay(file: string): void {
    const path = at(file);
    if (fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined && !isPlain(file)) fs.rmSync(path);
  }

  function isPlain(file: string): boolean {
    return isPlainFile(at(file), MAY_BE_LINK.includes(file));
  }

  function readNow(file: string): string {
    return readPlainFile(at(file), MAY_BE_LINK.includes(file));
  }

  return {
    loaded: () => openStore !== null,
    load: () => {
      loading ??= loadOnce();
      return loading;
    },
    read(file) {
      try {
        return readNow(file);
      } catch (error) {
        // A link that leads nowhere is not "no file": what it led to may only be out of reach.
        const target = MAY_BE_LINK.includes(file) ? missingTarget(at(file)) : null;
        if (target !== null) throw brokenLink(target);
        const isNothing = fs.lstatSync(at(file), { throwIfNoEntry: false }) === undefined;
        if (errorCode(error) === 'ENOENT' && isNothing) return null;
        throw error;
      }
    },
    write(file, content) {
      if (openStore === null) throw new Error('The store is not loaded yet.');
      const text = serialize(content);
      rehearse(file, text);
      const made = MAY_BE_LINK.includes(file) ? makeMissingTarget(at(file)) : null;
      try {
        clearTheWay(file);
        storeOf(file, openStore).store = content;
      } catch (error) {
        if (made !== null) fs.rmSync(made, { force: true });
        throw error;
      }
      if (readNow(file) !== text) {
        throw Object.assign(new Error('The file was not written whole.'), { code: 'ENOSPC' });
      }
    },
    copy(from, to) {
      if (!isPlain(from)) {
        fs.renameSync(at(from), at(to));
        return;
      }
      fs.rmSync(at(to), { force: true });
      try {
        fs.copyFileSync(at(from), at(to), fs.constants.COPYFILE_EXCL);
        fs.chmodSync(at(to), 0o600);
      } catch (error) {
        fs.rmSync(at(to), { force: true });
        throw error;
      }
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

/** Node's `error.code` ("ENOSPC"), or an empty text when there is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
