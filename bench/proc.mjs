// What processes cost, as Linux reports it in /proc: memory, time on a processor, wake-ups.
import fs from 'node:fs';
import { tree } from '../build/desktop/processes.mjs';

/**
 * The proportional set size: memory of this process alone, plus its share of what it shares.
 * @param {string} text of /proc/PID/smaps_rollup
 * @returns {number} MiB
 */
export function parsePss(text) {
  return numberAt(text, /^Pss:\s+(\d+) kB$/m) / 1024;
}

/**
 * How often a thread went to sleep voluntarily, and so was woken.
 * @param {string} text of /proc/PID/task/TID/status
 */
export function parseWakeUps(text) {
  return numberAt(text, /^voluntary_ctxt_switches:\s+(\d+)$/m);
}

/**
 * Time on a processor, exact to the nanosecond (the ticks of /proc/PID/stat are 10 ms).
 * @param {string} text of /proc/PID/task/TID/schedstat
 * @returns {number} ms
 */
export function parseCpu(text) {
  return numberAt(text, /^(\d+) /) / 1e6;
}

/**
 * What kind of Electron process it is.
 * @param {string} text of /proc/PID/cmdline
 */
export function parseKind(text) {
  const line = text.replaceAll('\0', ' ');
  const sub = /--utility-sub-type=(\w+)/.exec(line)?.[1];
  return sub ?? /--type=(\S+)/.exec(line)?.[1] ?? 'browser';
}

function numberAt(text, pattern) {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`No ${pattern.source} in: ${text.slice(0, 200)}`);
  return Number(found);
}

/** The answer, or null where the process or thread has ended meanwhile. */
function unlessGone(read) {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

/**
 * Memory of a process and everything it started.
 * @param {number} pid
 * @returns {{ pss: number, processes: { kind: string, pss: number }[] }} MiB
 */
export function memory(pid) {
  const processes = tree(pid).flatMap((one) => {
    const row = unlessGone(() => ({
      kind: parseKind(fs.readFileSync(`/proc/${one}/cmdline`, 'utf8')),
      pss: parsePss(fs.readFileSync(`/proc/${one}/smaps_rollup`, 'utf8')),
    }));
    return row === null ? [] : [row];
  });
  return { pss: processes.reduce((sum, { pss }) => sum + pss, 0), processes };
}

/** What each thread of a process tree has used since it began. */
function threads(pid) {
  const used = new Map();
  for (const one of tree(pid)) {
    for (const thread of unlessGone(() => fs.readdirSync(`/proc/${one}/task`)) ?? []) {
      const place = `/proc/${one}/task/${thread}`;
      const row = unlessGone(() => ({
        cpu: parseCpu(fs.readFileSync(`${place}/schedstat`, 'utf8')),
        wakeUps: parseWakeUps(fs.readFileSync(`${place}/status`, 'utf8')),
      }));
      if (row !== null) used.set(`${one}/${thread}`, row);
    }
  }
  return used;
}

/**
 * Starts to count; the answer says what was used since.
 * @param {number} pid
 * @returns {() => { cpu: number, wakeUps: number }} ms and a number
 */
export function countActivity(pid) {
  const before = threads(pid);
  return () => {
    const sum = { cpu: 0, wakeUps: 0 };
    for (const [thread, { cpu, wakeUps }] of threads(pid)) {
      const start = before.get(thread) ?? { cpu: 0, wakeUps: 0 };
      sum.cpu += cpu - start.cpu;
      sum.wakeUps += wakeUps - start.wakeUps;
    }
    return sum;
  };
}
