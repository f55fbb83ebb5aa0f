// A trend as a small line, with the threshold it should stay above. Its text alternative is passed in, and it draws
// nothing while amounts are hidden: the line would give them away.
import type { FigureTrend } from './figure-views';
import { useMasked } from '../../ui/privacy';
import styles from './Sparkline.module.css';
import { trendLine } from './sparkline';

/** The trend line; nothing where there is none to draw. */
export function Sparkline({ trend }: { trend: FigureTrend | null }) {
  const masked = useMasked();
  const line = trend === null || masked ? null : trendLine(trend.points, trend.threshold);
  if (trend === null || line === null) return null;
  return (
    <div className={styles.box} role="img" aria-label={trend.text}>
      <div className={styles.plot}>
        <svg className={styles.chart} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.area} d={line.area} />
          {line.thresholdAt === null ? null : <path className={styles.threshold} d={`M0 ${line.thresholdAt}H100`} />}
          <path className={styles.line} d={line.line} />
        </svg>
        <span className={styles.end} style={{ top: `${line.endsAt}%` }} />
      </div>
    </div>
  );
}
