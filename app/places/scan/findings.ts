// Collects what a search finds and skips, and reports it four times a second.
import type { ScanRow, SkipReason, UnreadableWhy } from '../../model/places/scan';
import type { ScanMessage, ScanReport } from './scan-messages';

/** Between two reports (ms). */
export const REPORT_INTERVAL = 250;
const MOST_EXAMPLES = 5;
const MOST_UNREADABLE = 100;
const LONGEST_PATH = 4096;

/** A row as its source makes it. */
export type NewRow = Omit<ScanRow, 'id' | 'git'>;

export interface FindingsOptions {
  report(message: ScanMessage): void;
  /** Monotonic (ms). */
  now(): number;
  /** Rows beyond these are only counted. */
  mostRows: number;
  /** Replaces keys in a path. */
  withoutKeys(path: string): string;
}

export class Findings {
  readonly #options: FindingsOptions;
  readonly #skipped = new Map<SkipReason, { count: number; examples: string[] }>();
  readonly #unreadable: ScanReport['unreadable'] = { count: 0, items: [] };
  #rows: ScanRow[] = [];
  #found = 0;
  #files = 0;
  #folders = 0;
  #bytes = 0;
  #folder: string | null = null;
  #reportedAt: number;

  constructor(options: FindingsOptions) {
    this.#options = options;
    this.#reportedAt = options.now();
  }

  /** Counts a file that was read. */
  searched(bytes: number): void {
    this.#files += 1;
    this.#bytes += bytes;
    this.#reportSometimes();
  }

  enter(folder: string): void {
    this.#folders += 1;
    this.#folder = folder;
    this.#reportSometimes();
  }

  add(row: NewRow): void {
    this.#found += 1;
    if (this.#found > this.#options.mostRows) return;
    const path = row.path === null ? null : this.#shown(row.path);
    // A file with the key in its name cannot be named: it is some copy, and nothing that NineTray could write.
    const isNamed = path === row.path;
    const shown: NewRow = isNamed ? row : { ...row, path, class: 'history', canUpdate: false };
    this.#rows.push({ ...shown, id: `found-${this.#found}`, git: 'unknown' });
  }

  skipped(path: string, reason: SkipReason): void {
    const known = this.#skipped.get(reason) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < MOST_EXAMPLES) known.examples.push(this.#shown(path));
    this.#skipped.set(reason, known);
  }

  unreadable(path: string, why: UnreadableWhy): void {
    this.#unreadable.count += 1;
    if (this.#unreadable.items.length < MOST_UNREADABLE) this.#unreadable.items.push({ path: this.#shown(path), why });
  }

  /** The last report. */
  done(): void {
    this.#folder = null;
    this.#options.report({ kind: 'done', report: this.#takeReport() });
  }

  #reportSometimes(): void {
    const now = this.#options.now();
    if (now - this.#reportedAt < REPORT_INTERVAL) return;
    this.#reportedAt = now;
    this.#options.report({ kind: 'progress', report: this.#takeReport() });
  }

  #takeReport(): ScanReport {
    const rows = this.#rows;
    this.#rows = [];
    const folder = this.#folder === null ? null : this.#shown(this.#folder);
    return {
      progress: { files: this.#files, folders: this.#folders, bytes: this.#bytes, folder },
      rows,
      found: this.#found,
      skipped: [...this.#skipped].map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] })),
      unreadable: { count: this.#unreadable.count, items: [...this.#unreadable.items] },
    };
  }

  #shown(path: string): string {
    return this.#options.withoutKeys(path).slice(0, LONGEST_PATH);
  }
}
