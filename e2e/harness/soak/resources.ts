// What the main process holds at a moment, and what is left over between two of them.
import { readdirSync, readlinkSync } from 'node:fs';
import { tree } from '../../../build/desktop/processes.mjs';
import type { RunningApp } from '../running-app';

type Counts = Readonly<Record<string, number>>;

export interface Resources {
  /** Bytes in use on main's heap after a forced collection, without compiled code, which V8 makes more of for an hour. */
  heap: number;
  /** That code (bytes): reported, not judged. */
  code: number;
  windows: number;
  /** The application's processes, main included. */
  processes: number;
  /** By object and event: "app.before-quit". */
  listeners: Counts;
  /** What keeps Node's loop alive, by kind: "Timeout", "PipeWrap". */
  active: Counts;
  /** Open files of main's process, by kind: "socket", "pipe". */
  descriptors: Counts;
}

/** A heap of the same size differs by this much. */
const HEAP_GROWTH = 0.1;
/** Timers, sockets and files come and go by this many: less than a round each. */
const SLACK = 3;

/** Reads them. The application was started with `--js-flags=--expose-gc`. */
export async function readResources({ electron, pid }: RunningApp): Promise<Resources> {
  const main = await electron.evaluate(async ({ app, BrowserWindow, ipcMain, nativeTheme, powerMonitor, screen }) => {
    const { gc } = globalThis as unknown as { gc(): void };
    const later = () => new Promise((resolve) => setImmediate(resolve));
    // Finalizers of the first collection free what the second collects.
    for (let times = 0; times < 3; times += 1) {
      gc();
      await later();
    }
    const emitters = { app, ipcMain, nativeTheme, powerMonitor, screen, process };
    const listeners: Record<string, number> = {};
    for (const [name, emitter] of Object.entries(emitters)) {
      const { eventNames, listenerCount } = emitter as NodeJS.EventEmitter;
      for (const event of eventNames.call(emitter))
        listeners[`${name}.${String(event)}`] = listenerCount.call(emitter, event);
    }
    const active: Record<string, number> = {};
    for (const kind of process.getActiveResourcesInfo()) active[kind] = (active[kind] ?? 0) + 1;
    const spaces = process.getBuiltinModule('v8').getHeapSpaceStatistics();
    const usedIn = (isCode: boolean) =>
      spaces
        .filter(({ space_name: name }) => /code|trusted/.test(name) === isCode)
        .reduce((sum, { space_used_size: size }) => sum + size, 0);
    return {
      heap: usedIn(false),
      code: usedIn(true),
      windows: BrowserWindow.getAllWindows().length,
      listeners,
      active,
    };
  });
  return { ...main, processes: tree(pid).length, descriptors: descriptorsOf(pid) };
}

function descriptorsOf(pid: number): Counts {
  const counts: Record<string, number> = {};
  for (const name of readdirSync(`/proc/${pid}/fd`)) {
    const kind = kindOf(`/proc/${pid}/fd/${name}`);
    if (kind !== null) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Null for one that was closed meanwhile. */
function kindOf(link: string): string | null {
  try {
    return /^(socket|pipe|anon_inode)/.exec(readlinkSync(link))?.[1] ?? 'file';
  } catch {
    return null;
  }
}

/** What grew from one moment to the next, a line each; empty: nothing is left over. */
export function leftOver(before: Resources, after: Resources): string[] {
  const more = (what: string, from: number, to: number, slack: number) =>
    to > from + slack ? [`${what}: ${from} → ${to}`] : [];
  const each = (what: string, from: Counts, to: Counts, slack: number) =>
    Object.entries(to).flatMap(([name, count]) => more(`${what} ${name}`, from[name] ?? 0, count, slack));
  return [
    ...more('heap', before.heap, after.heap, before.heap * HEAP_GROWTH),
    ...more('windows', before.windows, after.windows, 0),
    ...more('processes', before.processes, after.processes, 0),
    ...each('listeners', before.listeners, after.listeners, 0),
    ...each('active', before.active, after.active, SLACK),
    ...each('descriptors', before.descriptors, after.descriptors, SLACK),
  ];
}
