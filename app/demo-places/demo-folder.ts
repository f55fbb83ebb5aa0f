// The folder of one run of the demo, in the system's folder for temporary files: all that the demo writes is in it.
// Removes folders of demos that were killed, and touches nothing else.
import fs from 'node:fs';
import { join } from 'node:path';

export interface DemoFolder {
  /** Absolute, without links. */
  path: string;
  /** Removes it with all that is in it. What cannot be removed is left to the next demo. */
  remove(): void;
}

export interface DemoFolderOptions {
  /** The system's folder for temporary files. */
  temporary: string;
  pid: number;
  isRunning(pid: number): boolean;
}

const NAME = /^ninetray-demo-(\d+)-\w+$/;

/** Makes a folder that only this user can open. Throws Node's errors. */
export function makeDemoFolder({ temporary, pid, isRunning }: DemoFolderOptions): DemoFolder {
  removeLeftFolders({ temporary, isRunning });
  const path = fs.realpathSync(fs.mkdtempSync(join(temporary, `ninetray-demo-${pid}-`)));
  return { path, remove: () => removeFolder(path) };
}

function removeFolder(path: string): void {
  try {
    fs.rmSync(path, { recursive: true, force: true });
  } catch {
    // Someone else removes it, or holds a file of it open.
  }
}

/** Removes this user's folders whose NineTray no longer runs. One that cannot be removed stays. */
function removeLeftFolders({ temporary, isRunning }: Omit<DemoFolderOptions, 'pid'>): void {
  for (const name of fs.readdirSync(temporary)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(temporary, name);
    try {
      const stats = fs.lstatSync(path);
      const isOurs = process.getuid === undefined || stats.uid === process.getuid();
      // A link, which `isDirectory` is false for, could lead anywhere.
      if (isOurs && stats.isDirectory()) removeFolder(path);
    } catch {
      // It is gone by now.
    }
  }
}

/** Whether a process has this id. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs as another user.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
