// The charts of one figure: what was left and where that leads, and what was used a day. Each says in words what it shows.
// It must not: compute shapes (plot.ts does).
import { useCallback } from 'react';
import type { Forecast } from '../../../app/model/figures/forecast';
import { figureNames } from '../../../app/texts/figures';
import {
  barsText,
  chartText,
  type Forecasted,
  forecastTexts as texts,
  formatFigure,
} from '../../../app/texts/account/forecast';
import { locale } from '../../ui/locale';
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

/** Two charts with text alternatives. */
export function Charts({ what, history, said, now, period, sentence }: ChartsProps) {
  const write = useCallback((amount: number) => formatFigure(what, amount, locale()), [what]);
  const { points, perDay } = history;
  // The present moves by seconds; a chart of weeks does not show that.
  const today = Math.floor(now / 3_600_000) * 3_600_000;
  const balance = usePlot(
    useCallback(
      (element) => {
        const future = said.says === 'runs-out' ? { ...said, isUsedUp: said.because === 'used' } : null;
        const present = Math.max(today, points.at(-1)?.[0] ?? today);
        return drawBalance(element, { points, now: present, future, write, locale: locale() });
      },
      [points, said, today, write],
    ),
  );
  const use = usePlot(useCallback((element) => drawUse(element, { perDay, write, locale: locale() }), [perDay, write]));
  const name = figureNames[what];
  const [first, last] = [points[0], points.at(-1)];
  const most = perDay.length === 0 ? null : write(Math.max(...perDay.map(([, used]) => used)));
  return (
    <div className={styles.charts}>
      <figure className={styles.figure}>
        <figcaption className={styles.caption}>{texts.balance}</figcaption>
        <div
          ref={balance}
          role="img"
          className={styles.plot}
          aria-label={chartText(
            name,
            first === undefined ? null : write(first[1]),
            last === undefined ? null : write(last[1]),
            period,
            sentence,
          )}
        />
      </figure>
      <figure className={styles.figure}>
        <figcaption className={styles.caption}>{texts.perDay}</figcaption>
        <div
          ref={use}
          role="img"
          className={styles.plot}
          aria-label={barsText(name, most, said.says === 'not-enough' ? null : write(said.perDay))}
        />
      </figure>
    </div>
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
