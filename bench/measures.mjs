// What `npm run bench` measures, with the aims of its ratios, and how the figures become the rows of its table. Pure.

/** What is measured of each application. */
export const figures = /** @type {const} */ ([
  'tray',
  'cold',
  'kept',
  'warm',
  'again',
  'pssNew',
  'pss',
  'pssOpened',
  'cpuStart',
  'wakeUpsStart',
  'cpu',
  'wakeUps',
]);

/**
 * The rows of the table. `aim`: the most that the ratio may be. `base`: the bare application's figure that this one is
 * compared with, where it is another one.
 *
 * The aims of a later minute were set against the bare application's first minute. It is quieter later, so that ratio is
 * shown, too.
 * @type {readonly { figure: (typeof figures)[number], title: string, aim: number | null, base?: (typeof figures)[number] }[]}
 */
const measures = [
  { figure: 'tray', title: 'spawn to tray item at the watcher, ms', aim: 1.1 },
  { figure: 'cold', title: 'click to popover painted, first time, ms', aim: 1.3 },
  { figure: 'kept', title: 'the same, window kept ready, ms', aim: 0.3, base: 'cold' },
  { figure: 'warm', title: 'click to popover painted, again, ms', aim: 1.2 },
  { figure: 'again', title: 'the same, after it was destroyed, ms', aim: null },
  { figure: 'pssNew', title: 'memory (PSS of all processes), popover never opened, MiB', aim: 1.12 },
  { figure: 'pss', title: 'memory, popover closed some minutes ago, MiB', aim: 1.12 },
  { figure: 'pssOpened', title: 'memory, popover just used, MiB', aim: 1.1 },
  { figure: 'cpuStart', title: 'processor time in the minute from 10 s after the start, ms', aim: 2 },
  { figure: 'wakeUpsStart', title: 'wake-ups in the same minute', aim: 1.3 },
  {
    figure: 'cpu',
    title: 'processor time in an idle minute later, to that first minute, ms',
    aim: 1.3,
    base: 'cpuStart',
  },
  { figure: 'cpu', title: 'the same, to an idle minute later, ms', aim: null },
  {
    figure: 'wakeUps',
    title: 'wake-ups in the idle minute later, to that first minute',
    aim: 1.05,
    base: 'wakeUpsStart',
  },
  { figure: 'wakeUps', title: 'the same, to an idle minute later', aim: null },
];

/** By figure, and by an application's id. @typedef {Record<string, Record<string, readonly number[]>>} Figures */

/**
 * The rows of what was measured.
 * @param {Figures} found
 * @param {string} bare the id of the application that the others are compared with
 * @returns {import('./statistics.mjs').Measure[]}
 */
export function rows(found, bare) {
  return measures
    .filter(({ figure }) => Object.keys(found[figure] ?? {}).length > 0)
    .map(({ figure, title, aim, base = figure }) => ({
      title,
      aim,
      values: { ...found[figure], [bare]: found[base]?.[bare] ?? [] },
    }));
}
