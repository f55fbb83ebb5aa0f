// A document: one JSON file with a schema and a version, that survives damage, a full disk and a read-only folder.
// Nothing that the user may still need is deleted: what cannot be read is kept aside, what cannot be written stays in memory.
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { problemOfDisk } from '../files/disk-error';
import { type DocumentFormat, type Reading, replacement } from './document-content';
import { DocumentProblems } from './document-problems';
import { DocumentReader } from './document-reader';
import { DRAFT_MARK, type JsonObject, type ProfileFiles } from '../files/profile-files';
import { isQuarantined, quarantine, removeOldCopies } from './quarantine';

export interface DocumentOptions<T extends object> extends DocumentFormat<T> {
  /** File name without ".json". The backup is `name.backup.json`, damaged files `name.corrupt-<time>.json`. */
  name: string;
  /** Keep the previous good content in a second file. */
  backup: boolean;
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
   * internal; a failed write is tried again with the next one.
   */
  write(next: T): Result<void>;
  /**
   * Accepts what another program wrote into the file. True when that is something new. A file that cannot be read (half saved in an editor)
   * changes nothing, and neither does any while a write of ours has failed.
   */
  reread(): boolean;
  /** Tries a failed write again; ok when there is none. */
  retry(): Result<void>;
  /**
   * Writes, and removes older content from the backup and all copies: for what the user wants removed. Where that fails,
   * the next write does all of it.
   */
  writeAndPurge(next: T): Result<void>;
  /** What is wrong now, and what was recovered when it was opened. */
  problems(): Problem[];
}

/** A document as its users see it: a file of the profile folder, or its stand-in in memory. */
export type StoredDocument<T extends object> = Pick<Document<T>, 'read' | 'write' | 'problems'>;

/**
 * Opens a document: from its file, else from its backup, else with its defaults. Never throws; see `problems()`. A damaged file is copied
 * aside and replaced at once where this process may write, so that it is reported only once.
 */
export function openDocument<T extends object>(options: DocumentOptions<T>): Document<T> {
  const document = new FileDocument(options);
  // Bound, so that users may pass a single function on.
  return {
    read: () => document.read(),
    write: (next) => document.write(next),
    reread: () => document.reread(),
    retry: () => document.retry(),
    writeAndPurge: (next) => document.writeAndPurge(next),
    problems: () => document.problems(),
  };
}

class FileDocument<T extends object> implements Document<T> {
  readonly #options: DocumentOptions<T>;
  readonly #mainFile: string;
  readonly #backupFile: string;
  readonly #reader: DocumentReader<T>;
  readonly #problems: DocumentProblems;
  #current: T;
  /** A newer NineTray wrote the file: it is never replaced. */
  #isTooNew = false;
  /** The memory has changes that the file lacks. */
  #isUnsaved = false;
  /** The file has content that did not fit: it is copied before it is overwritten. */
  #isQuarantinePending = false;
  /** Older content is to leave the disk: the next write does that, and makes no backup of it. */
  #isPurgePending = false;

  constructor(options: DocumentOptions<T>) {
    this.#options = options;
    this.#mainFile = `${options.name}.json`;
    this.#backupFile = `${options.name}.backup.json`;
    this.#reader = new DocumentReader(options.files, this.#mainFile, options);
    this.#problems = new DocumentProblems(options.name, options.onProblems);
    this.#current = this.#open();
    if (this.#isUnsaved && options.files.canWrite()) this.#save();
  }

  read(): T {
    return this.#current;
  }

  write(next: T): Result<void> {
    this.#current = next;
    return this.#save();
  }

  reread(): boolean {
    if (this.#isUnsaved || this.#isTooNew) return false;
    const main = this.#reader.readMain();
    if (main?.kind === 'bad') this.#noteUnreadableEdit(main.link);
    if (main?.kind === 'too-new') this.#refuseNewer();
    if (main?.kind !== 'good' && main?.kind !== 'repaired') return false;
    this.#noteLost(main);
    if (JSON.stringify(main.value) === JSON.stringify(this.#current)) return false;
    this.#current = main.value;
    return true;
  }

  retry(): Result<void> {
    return this.#isUnsaved && !this.#isTooNew ? this.#save() : ok(undefined);
  }

  writeAndPurge(next: T): Result<void> {
    this.#current = next;
    if (this.#isTooNew) return this.#failTooNew();
    this.#isUnsaved = true;
    this.#isPurgePending = true;
    return this.#attempt(() => this.#purgeAndReplace());
  }

  problems(): Problem[] {
    return this.#problems.list();
  }

  #open(): T {
    const main = this.#reader.readMain();
    if (main === null) return this.#options.defaults;
    if (main.kind === 'bad') return this.#recover(main.link);
    if (main.kind === 'too-new') this.#refuseNewer();
    if (main.kind === 'repaired') this.#noteLost(main);
    return main.value;
  }

  /** `link`: nothing is damaged, but a link leads to no file. It is kept, and nothing is written before there is something to write. */
  #recover(link: Problem | undefined): T {
    const backup = this.#options.backup ? this.#reader.read(this.#backupFile) : null;
    const usable = backup?.kind === 'good' || backup?.kind === 'repaired' ? backup.value : undefined;
    if (link === undefined) {
      this.#isQuarantinePending = true;
      this.#isUnsaved = true;
      this.#problems.noteUnreadable(usable !== undefined);
    } else this.#problems.noteBrokenLink(link);
    return replacement(this.#options, usable);
  }

  #save(): Result<void> {
    this.#isUnsaved = true;
    if (this.#isTooNew) return this.#failTooNew();
    if (this.#isPurgePending) return this.#attempt(() => this.#purgeAndReplace());
    const isEdited = this.#reader.isChanged();
    const edited = isEdited ? this.#reader.readMain() : null;
    if (edited?.kind === 'too-new') {
      this.#refuseNewer();
      this.#problems.reportChange();
      return this.#failTooNew();
    }
    const isLinkBroken = edited?.kind === 'bad' && edited.link !== undefined;
    return this.#attempt(() => this.#replace({ isEdited, isMissing: isLinkBroken || !this.#reader.hasFile }));
  }

  #replace({ isEdited, isMissing }: { isEdited: boolean; isMissing: boolean }): void {
    if (isMissing) this.#isQuarantinePending = false;
    else if (isEdited || this.#isQuarantinePending) this.#copyAside();
    if (this.#options.backup) this.#keepBackup();
    this.#writeMain();
  }

  #purgeAndReplace(): void {
    const { files, name } = this.#options;
    // First what holds older content: that also makes room on a full disk.
    this.#isQuarantinePending = false;
    for (const file of files.list()) {
      const isDraft = [this.#mainFile, this.#backupFile].some((own) => file.startsWith(`${own}${DRAFT_MARK}`));
      if (file === this.#backupFile || isDraft || isQuarantined(file, name)) files.remove(file);
    }
    this.#writeMain();
    this.#problems.forgetEdit();
    this.#isPurgePending = false;
  }

  #writeMain(): void {
    const { files, version } = this.#options;
    const content: JsonObject = { version, ...this.#current };
    files.write(this.#mainFile, content);
    this.#reader.rememberStamp();
  }

  #keepBackup(): void {
    const previous = this.#reader.read(this.#mainFile);
    if (previous?.kind === 'good') this.#options.files.write(this.#backupFile, previous.raw);
  }

  #copyAside(): void {
    const { files, name, now } = this.#options;
    const copy = quarantine(files, name, now());
    this.#isQuarantinePending = false;
    this.#problems.noteCopy(copy);
    removeOldCopies(files, name, copy);
  }

  #attempt(write: () => void): Result<void> {
    let problem: Problem | null = null;
    try {
      write();
      this.#isUnsaved = false;
    } catch (error) {
      problem = problemOfDisk(error);
    }
    this.#problems.noteWrite(problem);
    return problem === null ? ok(undefined) : failed(problem);
  }

  #noteLost(main: Extract<Reading<T>, { kind: 'good' | 'repaired' }>): void {
    const lost = main.kind === 'repaired' ? main.lost : [];
    this.#isQuarantinePending = lost.length > 0;
    this.#problems.noteFields(lost);
  }

  #noteUnreadableEdit(link: Problem | undefined): void {
    if (link !== undefined) {
      this.#problems.noteBrokenLink(link);
      this.#problems.reportChange();
      return;
    }
    this.#isQuarantinePending = true;
    this.#problems.noteUnreadableEdit();
  }

  #refuseNewer(): void {
    this.#isTooNew = true;
    this.#problems.noteTooNew();
  }

  #failTooNew(): Result<void> {
    return failed({ kind: 'store-too-new', store: this.#options.name });
  }
}
