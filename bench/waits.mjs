// How long `npm run bench` waits for what, and how long a run takes. Pure.

/** In ms, each once for an application and start or round. */
export const waits = {
  /** After the tray item is there: everything that is done at the start is over. */
  startIsOver: 4000,
  /** From the tray item until a window that is kept ready has been made and loaded (app/desktop/windows.electron.ts makes it after 5 s). */
  madeReady: 6000,
  /** Between two openings of the popover. */
  betweenOpenings: 700,
  /** From the start to the minute that is counted. */
  beforeFirstMinute: 10_000,
  minute: 60_000,
  /** After the popover was closed, before its memory is taken. */
  justUsed: 2000,
  /** A hidden popover is destroyed after three minutes (app/windows/popover/popover.ts). */
  popoverDestroyed: 3 * 60_000,
  /** Until the memory of a destroyed popover has been given back. */
  afterwards: 20_000,
};

/** About what starting and ending, and one opening with its closing, take on a quiet machine (ms). */
const usual = { startAndEnd: 800, opening: 1600 };

/**
 * About how long a run takes, on a quiet machine, without the build.
 * @param {{ kind: import('./applications.mjs').Kind }[]} applications
 * @param {{ runs: number, warm: number, idle: number }} options
 * @returns {number} ms
 */
export function expectedDuration(applications, { runs, warm, idle }) {
  const sum = (count) => applications.reduce((total, { kind }) => total + count(kind), 0);
  const start = usual.startAndEnd + waits.startIsOver + usual.opening;
  const further = warm * (waits.betweenOpenings + usual.opening);
  const starts = sum((kind) => (kind === 'kept' ? start + waits.madeReady : start + further));
  const untilIdle = usual.opening + waits.popoverDestroyed + waits.afterwards;
  const round = sum((kind) => {
    if (kind === 'kept') return 0;
    const both = usual.startAndEnd + waits.beforeFirstMinute + 2 * waits.minute + usual.opening + waits.justUsed;
    return kind === 'bare' ? both : both + untilIdle;
  });
  const firstStarts = applications.length * start;
  return firstStarts + runs * starts + idle * round;
}
