// Ends processes with everything they started, and only those: by ancestry, and by a mark in the environment that
// children inherit. Never by name: the user may run a program of the same name.
import fs from 'node:fs';
import { waitFor } from './wait-for.mjs';

/** /proc/PID/... of a process that may end at any moment: empty then. */
function read(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function running() {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const stat = read(pid, 'stat');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { pid: Number(pid), parent: Number(parent), state };
    })
    .filter(({ state }) => state !== 'Z' && state !== undefined && state !== '');
}

/** A process and all its descendants, parents first. @returns {number[]} */
export function tree(pid) {
  const all = running();
  const found = [pid];
  for (const parent of found) found.push(...all.filter((one) => one.parent === parent).map((one) => one.pid));
  return found;
}

/** A process's arguments, each ended by a NUL; empty for one that has ended. @param {number} pid */
export function commandLine(pid) {
  return read(pid, 'cmdline');
}

/** Those of `pids` that still run. @param {number[]} pids */
export function alive(pids) {
  const all = new Set(running().map(({ pid }) => pid));
  return pids.filter((pid) => all.has(pid));
}

/**
 * All processes whose environment holds `NAME=value`. Chromium writes over its own environment, so an Electron is not
 * found this way, but by ancestry.
 * @returns {number[]}
 */
export function marked(mark) {
  return running()
    .map(({ pid }) => pid)
    .filter((pid) => pid !== process.pid && read(pid, 'environ').split('\0').includes(mark));
}

function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

/** Ends what `list` names: SIGTERM at first, SIGKILL after `grace` milliseconds. Resolves when all are gone. */
export async function endAll(list, grace = 1500) {
  const all = new Set(list());
  signal(all, 'SIGTERM');
  const left = () => {
    for (const pid of list()) all.add(pid);
    return alive([...all]);
  };
  try {
    await waitFor('processes to end', () => left().length === 0, grace);
  } catch {
    signal(left(), 'SIGKILL');
    await waitFor('processes to be killed', () => left().length === 0, 5000);
  }
}
