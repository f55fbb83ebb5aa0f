// Searches for the key when the user asks, in a worker thread: one, so that at least half of every computer stays free.
// Starts nothing unasked, and publishes no key and no text of a file.
import type { Worker } from 'node:worker_threads';
import { failed, ok, type Result } from '../../model/problem';
import { MOST_ROWS, type ScanRequest, type ScanRow, type ScanView, SHORT_KEY } from '../../model/places/scan';
import { startThread } from '../../process/threads';
import { gitStates } from './classify/git-state';
import { compilePatterns, type Patterns, wipePatterns } from './match/patterns';
import type { ScanMessage, ScanReport, ScanTask } from './scan-messages';

export interface ScanServiceOptions {
  /** Called at most four times a second while a search runs, and at its end. */
  publish(view: ScanView): void;
  /** UTC (ms). */
  now(): number;
  /** Runs `run` after `ms`; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
  /** The built worker, an absolute path. */
  workerFile: string;
  home: string;
  /** Are not searched. */
  ownFolders: readonly string[];
  /** For the digests of files, as in file plans. */
  salt: Uint8Array;
}

/** A worker that has not stopped after so many ms, such as on a network drive, is terminated. */
const PATIENCE_AT_CANCEL = 120;
/** Enough for 100,000 files; more would be a fault. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

interface RunningScan {
  worker: Worker;
  patterns: Patterns;
  cancelled: Int32Array;
  git: AbortController;
}

export class ScanService {
  readonly #options: ScanServiceOptions;
  #running: RunningScan | null = null;
  #view: ScanView | null = null;
  #stopWaiting: () => void = () => {};

  constructor(options: ScanServiceOptions) {
    this.#options = options;
  }

  /**
   * Starts a search for the keys: the current one, then older ones. `work-under-way` while another runs, `key-missing`
   * without a key. `knownFolders`: of the places that are known, for the quick search.
   */
  start(request: ScanRequest, keys: readonly string[], knownFolders: readonly string[] = []): Result<void> {
    if (this.#running !== null) return failed({ kind: 'work-under-way' });
    const [current] = keys;
    if (current === undefined) return failed({ kind: 'key-missing' });
    const patterns = compilePatterns(keys);
    const cancelled = new SharedArrayBuffer(4);
    const worker = this.#startWorker({ request, knownFolders, patterns, cancelled });
    const scan: RunningScan = { worker, patterns, cancelled: new Int32Array(cancelled), git: new AbortController() };
    this.#running = scan;
    this.#publish(emptyView(this.#options.now(), current.length < SHORT_KEY));
    worker.on('message', (message: ScanMessage) => void this.#receive(scan, message));
    worker.on('error', () => this.#end(scan, 'failed'));
    // It ends after its last message; without one something ended it.
    worker.on('exit', (code) => code !== 0 && this.#end(scan, 'failed'));
    return ok(undefined);
  }

  /** Stops the search that runs. What was found so far stays. */
  cancel(): void {
    const scan = this.#running;
    if (scan === null) return;
    Atomics.store(scan.cancelled, 0, 1);
    scan.git.abort();
    this.#stopWaiting();
    this.#stopWaiting = this.#options.after(PATIENCE_AT_CANCEL, () => this.#end(scan, 'cancelled'));
  }

  /** Ends the search that runs, without publishing anything more. */
  close(): void {
    const scan = this.#running;
    if (scan === null) return;
    this.#running = null;
    this.#release(scan);
  }

  /** The running programs of this user that have one of the keys in their environment or arguments. Linux only. */
  async runningPrograms(keys: readonly string[]): Promise<ScanRow[]> {
    const patterns = compilePatterns(keys);
    const request: ScanRequest = { quick: false, folders: [], programs: true, containers: false };
    const worker = this.#startWorker({ request, knownFolders: [], patterns, cancelled: new SharedArrayBuffer(4) });
    try {
      return await new Promise<ScanRow[]>((resolve) => {
        const rows: ScanRow[] = [];
        worker.on('message', ({ kind, report }: ScanMessage) => {
          rows.push(...report.rows);
          if (kind === 'done') resolve(rows);
        });
        worker.on('error', () => resolve(rows));
        worker.on('exit', () => resolve(rows));
      });
    } finally {
      wipePatterns(patterns);
    }
  }

  #startWorker(task: Omit<ScanTask, 'ownFolders' | 'home' | 'salt' | 'mostRows'>): Worker {
    const { workerFile, ownFolders, home, salt } = this.#options;
    const workerData: ScanTask = { ...task, ownFolders, home, salt, mostRows: MOST_ROWS };
    return startThread(workerFile, { workerData, resourceLimits: WORKER_LIMITS, name: 'NineTray scan' });
  }

  async #receive(scan: RunningScan, { kind, report }: ScanMessage): Promise<void> {
    if (this.#running !== scan || this.#view === null) return;
    const view = withReport(this.#view, report);
    if (kind === 'progress') {
      this.#publish(view);
      return;
    }
    this.#view = view;
    wipePatterns(scan.patterns);
    const states = await gitStates(
      view.rows.flatMap(({ path }) => path ?? []),
      scan.git.signal,
    );
    if (this.#running !== scan) return;
    this.#view = { ...view, rows: view.rows.map((row) => ({ ...row, git: gitOf(row, states) })) };
    this.#end(scan, Atomics.load(scan.cancelled, 0) === 0 ? 'done' : 'cancelled');
  }

  #end(scan: RunningScan, status: ScanView['status']): void {
    if (this.#running !== scan || this.#view === null) return;
    this.#running = null;
    this.#release(scan);
    const progress = { ...this.#view.progress, folder: null };
    this.#publish({ ...this.#view, status, progress, endedAt: this.#options.now() });
  }

  #release(scan: RunningScan): void {
    this.#stopWaiting();
    this.#stopWaiting = () => {};
    Atomics.store(scan.cancelled, 0, 1);
    scan.git.abort();
    wipePatterns(scan.patterns);
    void scan.worker.terminate();
  }

  #publish(view: ScanView): void {
    this.#view = view;
    this.#options.publish(view);
  }
}

function emptyView(startedAt: number, isKeyShort: boolean): ScanView {
  return {
    status: 'running',
    startedAt,
    endedAt: null,
    progress: { files: 0, folders: 0, bytes: 0, folder: null },
    rows: [],
    found: 0,
    skipped: [],
    unreadable: { count: 0, items: [] },
    isKeyShort,
  };
}

function withReport(view: ScanView, { rows, ...report }: ScanReport): ScanView {
  return { ...view, ...report, rows: [...view.rows, ...rows].slice(0, MOST_ROWS) };
}

function gitOf({ path }: ScanRow, states: ReadonlyMap<string, ScanRow['git']>): ScanRow['git'] {
  return path === null ? 'none' : (states.get(path) ?? 'unknown');
}
