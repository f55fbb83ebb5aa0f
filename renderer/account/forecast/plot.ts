// Draws with uPlot onto a canvas: the one file that knows the library. Colours and type come from the element's own
// style. It must not be the only way to the figures, as a canvas has no words: a table stands beside every chart.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { BalanceShape, Points } from './balance-shape';

/** What is drawn after the last recorded value. Moments in ms. */
export interface Future {
  earliest: number;
  likely: number;
  /** Null: beyond the forecast. */
  latest: number | null;
  /** It goes down to nothing by use: a line leads there. Otherwise only the moment is marked. */
  isUsedUp: boolean;
}

export interface BalanceChart {
  points: Points;
  shape: BalanceShape;
  now: number;
  future: Future | null;
  write: (amount: number) => string;
  locale: string;
}

export interface UseChart {
  /** [moment in the middle of a bar, use per day]. */
  bars: Points;
  /** How long a time (ms) a bar covers. */
  width: number;
  write: (amount: number) => string;
  locale: string;
}

const DAY = 86_400_000;
/** The shortest: a step this long is a month. */
const MONTH = 28 * DAY;
const NOTHING = () => undefined;

/** The style of the element, as a canvas wants it (charts.module.css says which property carries which colour). */
function looksOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  return {
    words: style.color,
    grid: style.borderTopColor,
    line: style.outlineColor,
    area: style.textDecorationColor,
    band: style.columnRuleColor,
    moment: style.caretColor,
    font: `${style.fontSize} ${style.fontFamily}`,
    letter: Number.parseFloat(style.fontSize) || 11,
  };
}

type Looks = ReturnType<typeof looksOf>;

/** Where there is no canvas (a test without a screen) nothing is drawn. */
function canDraw(element: HTMLElement): boolean {
  return element.clientWidth > 0 && document.createElement('canvas').getContext('2d') !== null;
}

/** The recorded values and where they lead. Answers what removes it. */
export function drawBalance(element: HTMLElement, chart: BalanceChart): () => void {
  if (!canDraw(element)) return NOTHING;
  const looks = looksOf(element);
  const { points, shape, future } = chart;
  const first = points[0]?.[0] ?? chart.now - DAY;
  const most = Math.max(1e-9, ...points.map(([, value]) => value));
  const plot = new uPlot(
    {
      ...common(element, looks, chart.write, chart.locale),
      ...(shape.kind === 'line' ? lineSeries(points.length, looks) : bandSeries(looks)),
      scales: { x: { time: true, range: [first, endOf(chart, first)] }, y: { range: [0, most * 1.08] } },
      hooks: { draw: future === null ? [] : [(drawn) => drawFuture(drawn, chart, future, looks)] },
    },
    shape.kind === 'line'
      ? [points.map(([at]) => at), points.map(([, value]) => value)]
      : [
          shape.rows.map(({ at }) => at),
          shape.rows.map(({ high }) => high),
          shape.rows.map(({ low }) => low),
          shape.rows.map(({ mean }) => mean),
        ],
    element,
  );
  return () => plot.destroy();
}

/** Up to so many readings, each is drawn as a point. */
const MOST_SEEN = 24;

function lineSeries(points: number, looks: Looks): Pick<uPlot.Options, 'series'> {
  return {
    series: [{}, { stroke: looks.line, width: 2, fill: looks.area, points: { show: points <= MOST_SEEN, size: 6 } }],
  };
}

function bandSeries(looks: Looks): Pick<uPlot.Options, 'series' | 'bands'> {
  const edge = { width: 0, points: { show: false } };
  return {
    series: [{}, edge, edge, { stroke: looks.line, width: 2, points: { show: false } }],
    bands: [{ series: [1, 2], fill: looks.band }],
  };
}

/** What is used a day, as bars. Answers what removes it. */
export function drawUse(element: HTMLElement, { bars, width, write, locale }: UseChart): () => void {
  const first = bars[0]?.[0];
  const last = bars.at(-1)?.[0];
  const paths = uPlot.paths.bars?.({ size: [0.7, 28] });
  if (first === undefined || last === undefined || paths === undefined || !canDraw(element)) return NOTHING;
  const looks = looksOf(element);
  const most = Math.max(1e-9, ...bars.map(([, used]) => used));
  const plot = new uPlot(
    {
      ...common(element, looks, write, locale),
      scales: { x: { time: true, range: [first - width / 2, last + width / 2] }, y: { range: [0, most * 1.08] } },
      series: [{}, { fill: looks.line, stroke: looks.line, width: 0, paths, points: { show: false } }],
    },
    [bars.map(([at]) => at), bars.map(([, used]) => used)],
    element,
  );
  return () => plot.destroy();
}

function common(element: HTMLElement, looks: Looks, write: (amount: number) => string, locale: string) {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short' });
  const axis = {
    stroke: looks.words,
    font: looks.font,
    grid: { stroke: looks.grid, width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    ms: 1 as const,
    legend: { show: false },
    cursor: { show: false },
    padding: [looks.letter, looks.letter * 2, 0, 0] satisfies uPlot.Padding,
    axes: [
      {
        ...axis,
        size: looks.letter * 1.9,
        space: looks.letter * 7,
        values: (_: uPlot, splits: number[], __: number, ___: number, step: number) =>
          splits.map((at) => (step < DAY ? hour : step < MONTH ? day : month).format(at)),
      },
      {
        ...axis,
        space: looks.letter * 3,
        size: (_: uPlot, values: string[] | null) =>
          looks.letter * (1.5 + 0.62 * Math.max(2, ...(values ?? []).map((text) => text.length))),
        values: (_: uPlot, splits: number[]) => splits.map(write),
      },
    ],
  };
}

/** As much of the future as there is need for, and no more than there is past, or two weeks. */
function endOf({ now, future }: BalanceChart, first: number): number {
  // The first day has its whole width from the first reading on.
  if (future === null) return Math.max(now, first + DAY);
  const wanted = Math.max(future.likely, future.latest ?? future.likely);
  return Math.min(wanted + (wanted - first) * 0.04, now + Math.max(now - first, 14 * DAY));
}

function drawFuture(plot: uPlot, chart: BalanceChart, future: Future, looks: Looks): void {
  const last = chart.points.at(-1);
  if (last === undefined) return;
  const { ctx, bbox } = plot;
  const x = (t: number) => plot.valToPos(t, 'x', true);
  const bottom = bbox.top + bbox.height;
  const right = bbox.left + bbox.width;
  const from = [x(last[0]), plot.valToPos(last[1], 'y', true)] as const;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = looks.moment;
  ctx.globalAlpha = 0.25;
  ctx.beginPath();
  if (future.isUsedUp) {
    ctx.moveTo(...from);
    ctx.lineTo(x(future.earliest), bottom);
    if (future.latest === null) {
      // Perhaps it does not end at all.
      ctx.lineTo(right, bottom);
      ctx.lineTo(right, from[1]);
    } else {
      ctx.lineTo(x(future.latest), bottom);
    }
  } else {
    const end = future.latest === null ? right : x(future.latest);
    ctx.rect(x(future.earliest), bbox.top, Math.max(2, end - x(future.earliest)), bbox.height);
  }
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = looks.moment;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  if (future.isUsedUp) ctx.moveTo(...from);
  else ctx.moveTo(x(future.likely), bbox.top);
  ctx.lineTo(x(future.likely), bottom);
  ctx.stroke();
  ctx.restore();
}
