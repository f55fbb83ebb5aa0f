// What `npm run bench` measures, with the aims of its ratios, and how the figures become the rows of its table. Pure.

/**
 * `aim`: the most that the ratio may be. `base`: another measure, whose figures of the bare application this one is
 * compared with.
 * @type {readonly { id: string, title: string, aim: number | null, base?: string }[]}
 */
export const measures = [
  { id: 'tray', title: 'spawn to tray item at the watcher, ms', aim: 1.1 },
  { id: 'cold', title: 'click to popover painted, first time, ms', aim: 1.3 },
  { id: 'kept', title: 'the same, window kept ready, ms', aim: 0.3, base: 'cold' },
  { id: 'warm', title: 'click to popover painted, again, ms', aim: 1.2 },
  { id: 'again', title: 'the same, after it was destroyed, ms', aim: null },
  { id: 'pssNew', title: 'memory (PSS of all processes), popover never opened, MiB', aim: 1.12 },
  { id: 'pss', title: 'memory, popover closed some minutes ago, MiB', aim: 1.12 },
  { id: 'pssOpened', title: 'memory, popover just used, MiB', aim: 1.1 },
  { id: 'cpuStart', title: 'processor time in the minute from 10 s after the start, ms', aim: 2 },
  { id: 'wakeUpsStart', title: 'wake-ups in the same minute', aim: 1.3 },
  { id: 'cpu', title: 'processor time in an idle minute later, ms', aim: 1.3 },
  { id: 'wakeUps', title: 'wake-ups in the same minute', aim: 1.05 },
];

/** By measure, and by an application's id. @typedef {Record<string, Record<string, readonly number[]>>} Figures */

/**
 * The rows of what was measured.
 * @param {Figures} figures
 * @param {string} bare the id of the application that the others are compared with
 * @returns {import('./statistics.mjs').Measure[]}
 */
export function rows(figures, bare) {
  return measures
    .filter(({ id }) => Object.keys(figures[id] ?? {}).length > 0)
    .map(({ id, title, aim, base = id }) => ({
      title,
      aim,
      values: { ...figures[id], [bare]: figures[base]?.[bare] ?? [] },
    }));
}
