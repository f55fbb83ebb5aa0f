// A document: one JSON file with a schema and a version, that survives damage, a full disk and a read-only folder.
// Nothing a person may still need is deleted: what cannot be read is kept aside, what cannot be written stays in memory.
import type { z } from 'zod';
import { failed, ok, type Problem, type Result } from '../model/problem';
import { targetOfBrokenLink } from './broken-link';
import { errorCode, type JsonObject, type ProfileFiles } from './profile-files';

/** Damaged files kept aside per document; beyond that the oldest goes. */
const KEPT_ASIDE = 5;

export interface DocumentOptions<T extends object> {
  /** File name without ".json". The backup is `name.backup.json`, damaged files `name.corrupt-<time>.json`. */
  name: string;
  schema: z.ZodType<T>;
  /** Of the content's shape, from 1 up. A file without a version is taken to be of this one. */
  version: number;
  /** Brings the content of an older version (`from`) to this one; the schema checks the outcome. */
  migrate: (content: JsonObject, from: number) => unknown;
  defaults: T;
  /** Keep the previous good content in a second file. */
  backup: boolean;
  /** What can be saved of content that does not fit the schema, and the fields that were lost; null: nothing. */
  repair?: (content: JsonObject) => { value: T; lost: string[] } | null;
  /** What of a backup, or of the defaults, may stand in for a file that cannot be read. Default: all of it. */
  standIn?: (value: T) => T;
  files: ProfileFiles;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Called after `problems()` changed. */
  onProblems?: () => void;
}

export interface Document<T extends object> {
  /** The content as last written or read, from memory. */
  read(): T;
  /**
   * Replaces the content. It counts in memory in any case. Fails with disk-full, profile-read-only, store-too-new or
   * internal; a failed write is tried again with the next one. Before electron-store is loaded a write is held, and
   * done as soon as it is.
   */
  write(next: T): Result<void>;
  /**
   * Takes what somebody else wrote into the file. True when that is something new. A file that cannot be read (half saved in an editor)
   * changes nothing, and neither does any while a write of ours waits.
   */
  reread(): boolean;
  /** Tries a failed write again; ok when there is none. */
  retry(): Result<void>;
  /**
   * Writes, and takes older content out of the backup and of everything kept aside: for what a person wants forgotten. Where that fails,
   * the next write does all of it.
   */
  writeForGood(next: T): Result<void>;
  /** What is wrong now, and what was recovered when it was opened. */
  problems(): Problem[];
  /** Resolves when writes go to the disk at once. */
  ready(): Promise<void>;
}

/** A document as its users see it: a file of the profile folder, or its stand-in in memory. */
export type StoredDocument<T extends object> = Pick<Document<T>, 'read' | 'write' | 'problems'>;

type Reading<T> =
  | { kind: 'good'; value: T; raw: JsonObject }
  | { kind: 'repaired'; value: T; lost: string[] }
  | { kind: 'too-new'; value: T }
  | { kind: 'bad'; link?: Problem };

/** What a failed file operation means to a person. */
export function problemOfDisk(error: unknown): Problem {
  const target = targetOfBrokenLink(error);
  if (target !== null) return { kind: 'link-broken', target: target.slice(0, 300) };
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'profile-read-only' };
    default:
      return { kind: 'internal' };
  }
}

/** Opens a document: from its file, else from its backup, else with its defaults. Never throws; see `problems()`. */
export function openDocument<T extends object>(options: DocumentOptions<T>): Document<T> {
  const { files, name } = options;
  const mainFile = `${name}.json`;
  const backupFile = `${name}.backup.json`;
  const opened: Problem[] = [];
  let writeProblem: Problem | null = null;
  let tooNew = false;
  // Content on disk that did not fit and must be copied aside before it is overwritten.
  let owedCopy = false;
  // The file as it was last read or written. One that differs was written by somebody else since.
  let knownStamp: string | null = null;
  let editProblem: Problem | null = null;
  let unsaved = false;
  // Older content is to leave the disk: whatever write comes next does that, and makes no backup of it.
  let owedForGood = false;
  let current = open();

  function open(): T {
    const main = readMain();
    if (main === null) return options.defaults;
    if (main.kind === 'bad') return recover(main.link);
    if (main.kind === 'too-new') refuseNewer();
    if (main.kind === 'repaired') noteFields(main.lost);
    return main.value;
  }

  /** `link`: nothing is damaged, but a link leads to no file. It is kept, and nothing is written before there is something to write. */
  function recover(link?: Problem): T {
    const backup = options.backup ? readAs(backupFile) : null;
    const usable = backup?.kind === 'good' || backup?.kind === 'repaired';
    if (link === undefined) {
      owedCopy = true;
      unsaved = true;
      opened.push({ kind: usable ? 'store-recovered' : 'store-unreadable', store: name });
    } else writeProblem = link;
    const value = usable ? backup.value : options.defaults;
    return options.standIn?.(value) ?? value;
  }

  function readMain(): Reading<T> | null {
    knownStamp = stampNow();
    return readAs(mainFile);
  }

  function stampNow(): string | null {
    try {
      return files.stamp(mainFile);
    } catch {
      return null; // where it cannot be looked at, reading it fails as well and says why
    }
  }

  function readAs(file: string): Reading<T> | null {
    try {
      const text = files.read(file);
      return text === null ? null : parse(text);
    } catch (error) {
      // A file that is there and cannot be read is treated like a damaged one: kept, and replaced only after a copy.
      return targetOfBrokenLink(error) === null ? { kind: 'bad' } : { kind: 'bad', link: problemOfDisk(error) };
    }
  }

  function parse(text: string): Reading<T> {
    const raw = parseObject(text);
    if (raw === null) return { kind: 'bad' };
    const { version = options.version, ...content } = raw;
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return { kind: 'bad' };
    const parsed = options.schema.safeParse(migrated(content, version));
    if (version > options.version) {
      const { defaults, standIn } = options;
      const fits = parsed.success ? parsed.data : (options.repair?.(content)?.value ?? standIn?.(defaults) ?? defaults);
      return { kind: 'too-new', value: fits };
    }
    if (parsed.success) return { kind: 'good', value: parsed.data, raw };
    const repaired = options.repair?.(content) ?? null;
    return repaired === null ? { kind: 'bad' } : { kind: 'repaired', ...repaired };
  }

  function migrated(content: JsonObject, version: number): unknown {
    return version < options.version ? options.migrate(content, version) : content;
  }

  function save(): Result<void> {
    unsaved = true;
    if (tooNew) return failed({ kind: 'store-too-new', store: name });
    if (!files.loaded()) return ok(undefined);
    if (owedForGood) return saveForGood();
    const isEdited = stampNow() !== knownStamp;
    const edited = isEdited ? readMain() : null;
    if (edited?.kind === 'too-new') {
      refuseNewer();
      options.onProblems?.();
      return failed({ kind: 'store-too-new', store: name });
    }
    return attempt(() => {
      if (knownStamp === null || (edited?.kind === 'bad' && edited.link !== undefined)) owedCopy = false;
      else if (isEdited || owedCopy) copyAside();
      if (options.backup) keepBackup();
      files.write(mainFile, onDisk());
      knownStamp = stampNow();
    });
  }

  function saveForGood(): Result<void> {
    return attempt(() => {
      // First what holds older content: that also makes room on a full disk.
      owedCopy = false;
      for (const file of files.list()) {
        const leftover = file.startsWith(`${mainFile}.tmp-`) || file.startsWith(`${backupFile}.tmp-`);
        if (file === backupFile || leftover || file.startsWith(`${name}.corrupt-`)) files.remove(file);
      }
      files.write(mainFile, onDisk());
      knownStamp = stampNow();
      editProblem = null;
      owedForGood = false;
    });
  }

  function attempt(write: () => void): Result<void> {
    const before = writeProblem;
    try {
      write();
      unsaved = false;
      writeProblem = null;
    } catch (error) {
      writeProblem = problemOfDisk(error);
    }
    if (before?.kind !== writeProblem?.kind) options.onProblems?.();
    return writeProblem === null ? ok(undefined) : failed(writeProblem);
  }

  function onDisk(): JsonObject {
    return { version: options.version, ...current };
  }

  function keepBackup(): void {
    const previous = readAs(mainFile);
    if (previous?.kind === 'good') files.write(backupFile, previous.raw);
  }

  function copyAside(): void {
    const copy = nameOfCopy();
    files.copy(mainFile, copy);
    owedCopy = false;
    if (!noteCopyOfDamaged(copy)) editProblem = { kind: 'edit-set-aside', store: name, copy };
    options.onProblems?.();
    // By their names the oldest; but never this one, whatever the clock says.
    const others = keptAside().filter((file) => file !== copy);
    for (const old of others.slice(0, Math.max(0, others.length - KEPT_ASIDE + 1))) files.remove(old);
  }

  function nameOfCopy(): string {
    const time = new Date(options.now()).toISOString().replaceAll(/[:.]/g, '-');
    const taken = new Set(keptAside());
    let copy = `${name}.corrupt-${time}.json`;
    for (let n = 2; taken.has(copy); n += 1) copy = `${name}.corrupt-${time}-${n}.json`;
    return copy;
  }

  /** Where a file that was damaged at the start is now; false where there was none. */
  function noteCopyOfDamaged(copy: string): boolean {
    const at = opened.findIndex(({ kind }) => kind === 'store-recovered' || kind === 'store-unreadable');
    const problem = opened[at];
    if (problem?.kind !== 'store-recovered' && problem?.kind !== 'store-unreadable') return false;
    if (problem.copy !== undefined) return false;
    opened[at] = { ...problem, copy };
    return true;
  }

  function keptAside(): string[] {
    return files
      .list()
      .filter((file) => file.startsWith(`${name}.corrupt-`))
      .sort();
  }

  async function ready(): Promise<void> {
    await files.load();
    if (unsaved && !tooNew) save();
  }

  function noteUnreadableEdit(link?: Problem): void {
    if (link === undefined) {
      owedCopy = true;
      editProblem = { kind: 'edit-unreadable', store: name };
    } else writeProblem = link;
    options.onProblems?.();
  }

  /** The file was read: these of its fields could not be used, and all else of what was wrong with it is over. */
  function noteFields(lost: readonly string[]): void {
    owedCopy = lost.length > 0;
    // Where an earlier edit was kept stays.
    if (editProblem?.kind === 'edit-unreadable') editProblem = null;
    if (writeProblem?.kind === 'link-broken') writeProblem = null;
    const others = opened.filter(({ kind }) => kind !== 'bad-input');
    opened.splice(0, opened.length, ...others);
    for (const field of lost) opened.push({ kind: 'bad-input', field: field.slice(0, 60) });
    options.onProblems?.();
  }

  function refuseNewer(): void {
    tooNew = true;
    opened.push({ kind: 'store-too-new', store: name });
  }

  // A damaged file is copied aside and replaced at once where that is possible, so that it is reported only once.
  if (unsaved) save();

  return {
    read: () => current,
    write(next) {
      current = next;
      const result = save();
      if (!files.loaded()) void ready();
      return result;
    },
    reread() {
      if (unsaved || tooNew) return false;
      const main = readMain();
      if (main?.kind === 'bad') noteUnreadableEdit(main.link);
      if (main?.kind === 'too-new') refuseNewer();
      if (main?.kind !== 'good' && main?.kind !== 'repaired') return false;
      noteFields(main.kind === 'repaired' ? main.lost : []);
      if (JSON.stringify(main.value) === JSON.stringify(current)) return false;
      current = main.value;
      return true;
    },
    retry: () => (unsaved && !tooNew ? save() : ok(undefined)),
    writeForGood(next) {
      current = next;
      if (tooNew) return failed({ kind: 'store-too-new', store: name });
      unsaved = true;
      owedForGood = true;
      return saveForGood();
    },
    problems: () => [...opened, ...[editProblem, writeProblem].filter((problem) => problem !== null)],
    ready,
  };
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
