// The charts of one figure: its balance and where that leads, and its use per day. Each has a description in words.
// plot.ts draws them.
import { useCallback, useMemo } from 'react';
import type { Forecast } from '../../../app/model/figures/forecast';
import { figureNames } from '../../../app/texts/figures';
import {
  barsText,
  chartText,
  type Forecasted,
  forecastTexts as texts,
  formatFigure,
  formatOnAxis,
} from '../../../app/texts/account/forecast';
import { locale } from '../../ui/locale';
import { balanceShape, isByWeek, isFirstDay, weekly } from './balance-shape';
import styles from './Charts.module.css';
import { drawBalance, drawUse } from './plot';
import type { RecordedHistory } from './use-history';
import { usePlot } from './use-plot';

interface ChartsProps {
  what: Forecasted;
  history: RecordedHistory;
  said: Forecast;
  now: number;
  period: string;
  sentence: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The balance, and beside it the use per day once there is a day of it. Each has a text alternative. */
export function Charts({ what, history, said, now, period, sentence }: ChartsProps) {
  return (
    <div className={styles.charts}>
      <BalanceChart what={what} history={history} said={said} now={now} period={period} sentence={sentence} />
      {isFirstDay(history.points) ? null : <UseChart what={what} history={history} said={said} />}
    </div>
  );
}

function BalanceChart({ what, history: { points }, said, now, period, sentence }: ChartsProps) {
  // The present moves by seconds; a chart of weeks does not show that.
  const today = Math.floor(now / HOUR) * HOUR;
  const shape = useMemo(() => balanceShape(points), [points]);
  const ref = usePlot(
    useCallback(
      (element) => {
        const future = said.says === 'runs-out' ? { ...said, isUsedUp: said.because === 'used' } : null;
        const present = Math.max(today, points.at(-1)?.[0] ?? today);
        const write = (amount: number) => formatOnAxis(what, amount, locale());
        return drawBalance(element, { points, shape, now: present, future, write, locale: locale() });
      },
      [points, shape, said, today, what],
    ),
  );
  const write = (point: readonly [number, number] | undefined) =>
    point === undefined ? null : formatFigure(what, point[1], locale());
  const text = chartText(figureNames[what], write(points[0]), write(points.at(-1)), period, sentence);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {shape.kind === 'line' ? texts.balance : texts.balanceRange[shape.by]}
      </figcaption>
      <div ref={ref} role="img" className={styles.plot} aria-label={text} />
    </figure>
  );
}

function UseChart({ what, history: { perDay }, said }: Pick<ChartsProps, 'what' | 'history' | 'said'>) {
  const byWeek = isByWeek(perDay);
  const ref = usePlot(
    useCallback(
      (element) => {
        const bars = byWeek ? weekly(perDay) : perDay;
        const write = (amount: number) => formatOnAxis(what, amount, locale());
        return drawUse(element, { bars, width: byWeek ? 7 * DAY : DAY, write, locale: locale() });
      },
      [perDay, byWeek, what],
    ),
  );
  const write = (amount: number) => formatFigure(what, amount, locale());
  const most = perDay.length === 0 ? null : write(Math.max(...perDay.map(([, used]) => used)));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{byWeek ? texts.perDayByWeek : texts.perDay}</figcaption>
      <div
        ref={ref}
        role="img"
        className={styles.plot}
        aria-label={barsText(figureNames[what], most, said.says === 'not-enough' ? null : write(said.perDay))}
      />
    </figure>
  );
}

/** In their place while amounts are hidden: as large, so that nothing moves when they come. */
export function HiddenCharts() {
  return (
    <div className={styles.charts}>
      {[texts.balance, texts.perDay].map((caption) => (
        <figure key={caption} className={styles.figure}>
          <figcaption className={styles.caption}>{caption}</figcaption>
          <div className={styles.plot}>{texts.hidden}</div>
        </figure>
      ))}
    </div>
  );
}
