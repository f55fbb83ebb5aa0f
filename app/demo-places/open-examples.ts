// What the demo has on the user's side: example places in a folder of their own. Loaded when a demo starts, never before.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import type { Clock } from '../model/clock';
import type { Place } from '../model/places/place';
import { createFilePort } from '../places/files/file-port';
import type { PlacesSystem } from '../places/ports';
import { noSystem } from '../places/service/no-system';
import { isProcessRunning, makeDemoFolder } from './demo-folder';
import { exampleFiles } from './example-places';
import { filesInFolder } from './files-in-folder';

export interface DemoExamples {
  /** What the demo may do for places: change files in its folder. It runs no commands, and searches nothing. */
  system: PlacesSystem;
  places: readonly Place[];
  /** Removes the folder. */
  close(): void;
}

export interface ExampleOptions {
  clock: Clock;
  /** The system's folder for temporary files, if not given. */
  temporary?: string;
}

/** Makes the folder with files that hold this key. Null where that fails, such as on a full disk: the demo then has no places. */
export function openExamples(key: string, { clock, temporary = tmpdir() }: ExampleOptions): DemoExamples | null {
  try {
    const folder = makeDemoFolder({ temporary, pid: process.pid, isRunning: isProcessRunning });
    const examples = exampleFiles(folder.path, key);
    for (const file of examples.files) {
      fs.mkdirSync(file.folder, { mode: 0o700 });
      fs.writeFileSync(file.path, file.content, { mode: 0o600, flag: 'wx' });
    }
    return {
      system: { ...noSystem, files: filesInFolder(folder.path, createFilePort({ clock, copies: null })) },
      places: examples.places,
      close: folder.remove,
    };
  } catch {
    return null;
  }
}
