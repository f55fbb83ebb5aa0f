// What the demo has on the user's side: example places in a folder of their own, and a script that asks its gateway. Loaded when a demo
// starts, never before.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessService } from '../gateway/access-service';
import type { Clock } from '../model/clock';
import type { ExampleScript } from '../model/demo';
import type { Place } from '../model/places/place';
import { createFilePort } from '../places/files/file-port';
import type { PlacesSystem } from '../places/ports';
import { noSystem } from '../places/service/no-system';
import type { PlacesService } from '../places/service/places-service';
import { isProcessRunning, makeDemoFolder } from './demo-folder';
import { exampleFiles } from './example-places';
import { type ScriptPorts, startExampleScript } from './example-script';
import { filesInFolder } from './files-in-folder';

export interface DemoExamples {
  /** What the demo may do for places: change files in its folder. It runs no commands, and searches nothing. */
  system: PlacesSystem;
  places: readonly Place[];
  /** Switches the session's gateway on, and starts the script, which is a place, too. Does nothing after `close`. */
  startScript(
    session: { access: AccessService; places: PlacesService },
    onCall: (script: ExampleScript) => void,
  ): Promise<void>;
  /** Ends the script, and removes the folder. */
  close(): void;
}

export interface ExampleOptions {
  clock: Clock;
  script: ScriptPorts;
  /** The system's folder for temporary files, if not given. */
  temporary?: string;
}

/** Makes the folder with files that hold this key. Null where that fails, such as on a full disk: the demo then has no places. */
export function openExamples(
  key: string,
  { clock, script, temporary = tmpdir() }: ExampleOptions,
): DemoExamples | null {
  try {
    const folder = makeDemoFolder({ temporary, pid: process.pid, isRunning: isProcessRunning });
    const examples = exampleFiles(folder.path, key);
    for (const file of examples.files) {
      fs.mkdirSync(file.folder, { mode: 0o700 });
      fs.writeFileSync(file.path, file.content, { mode: 0o600, flag: 'wx' });
    }
    let endScript = (): void => undefined;
    let isClosed = false;
    return {
      system: { ...noSystem, files: filesInFolder(folder.path, createFilePort({ clock, copies: null })) },
      places: examples.places,
      async startScript({ access, places }, onCall) {
        const settings = join(folder.path, 'script', 'settings.json');
        const started = isClosed ? null : await startExampleScript(access, settings, script, onCall);
        if (started === null) return;
        endScript = started.end;
        if (isClosed) endScript();
        else await places.save(started.place);
      },
      close() {
        isClosed = true;
        endScript();
        folder.remove();
      },
    };
  } catch {
    return null;
  }
}
