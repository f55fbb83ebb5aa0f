// What main and a worker thread say to each other. The keys are in shared memory alone, which main wipes.
import type { ScanProgress, ScanRequest, ScanRow, ScanView } from '../../model/places/scan';
import type { Patterns } from './match/patterns';

export interface ScanTask {
  request: ScanRequest;
  /** Folders of the places that are known, for the quick search. */
  knownFolders: readonly string[];
  /** NineTray's own folders, which are not searched. */
  ownFolders: readonly string[];
  home: string;
  /** For the digests of files. */
  salt: Uint8Array;
  patterns: Patterns;
  /** Rows beyond these are only counted. */
  mostRows: number;
  /** An Int32Array with one element: not 0 once the search is to stop. */
  cancelled: SharedArrayBuffer;
}

/** All that was found so far, but the rows, which are those since the last message. */
export interface ScanReport {
  progress: ScanProgress;
  rows: ScanRow[];
  found: number;
  skipped: ScanView['skipped'];
  unreadable: ScanView['unreadable'];
}

export type ScanMessage = { kind: 'progress' | 'done'; report: ScanReport };
