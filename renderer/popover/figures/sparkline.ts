// Where the points of a trend line lie. Pure geometry.

type Point = readonly [number, number];

export interface Line {
  /** SVG path of the line, in a box of 100 by 100 with the origin at the top. */
  line: string;
  /** The same closed down to the floor. */
  area: string;
  /** Where the line ends, in percent from the top. */
  endsAt: number;
  /** Where the threshold lies, in percent from the top; null without one. */
  thresholdAt: number | null;
}

const top = 8;
const floor = 92;

/**
 * A trend as a path, or null with fewer than two points. It is drawn from zero, so that a small change looks small, and high enough for
 * the threshold to be in view. Values below zero lie at the floor.
 */
export function trendLine(points: readonly Point[], threshold: number | null): Line | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) {
    return null;
  }
  const highest = Math.max(0, threshold ?? 0, ...points.map(([, value]) => value));
  const span = last[0] - first[0];
  const x = (at: number) => round(span === 0 ? 0 : ((at - first[0]) / span) * 100);
  const y = (value: number) => round(highest === 0 ? floor : floor - (Math.max(0, value) / highest) * (floor - top));

  const line = points.map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('');
  return {
    line,
    area: `${line}V${floor}H0Z`,
    endsAt: y(last[1]),
    thresholdAt: threshold === null ? null : y(threshold),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
