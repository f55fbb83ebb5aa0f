// Where the points of a trend line lie. Pure geometry: knows no units and no words.

type Point = readonly [number, number];

export interface Line {
  /** SVG path of the line, in a box of 100 by 100 with the origin at the top. */
  line: string;
  /** The same closed down to the floor. */
  area: string;
  /** Where the line ends, in percent from the top. */
  endsAt: number;
}

const top = 8;
const floor = 92;

/** A trend as a path, or null with fewer than two points. `isStep` holds each value until the next. */
export function trendLine(points: readonly Point[], isStep: boolean): Line | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) {
    return null;
  }
  const values = points.map(([, value]) => value);
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest;
  const span = last[0] - first[0];
  const x = (at: number) => round(span === 0 ? 0 : ((at - first[0]) / span) * 100);
  const y = (value: number) => round(range === 0 ? 50 : floor - ((value - lowest) / range) * (floor - top));

  const steps = points.map(([at, value], index) => {
    if (index === 0) {
      return `M${x(at)} ${y(value)}`;
    }
    return isStep ? `H${x(at)}V${y(value)}` : `L${x(at)} ${y(value)}`;
  });
  const line = steps.join('');
  return { line, area: `${line}V100H0Z`, endsAt: y(last[1]) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
