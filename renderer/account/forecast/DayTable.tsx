// The same figures as the charts, as a table: a row a day, newest first.
import { figureNames } from '../../../app/texts/figures';
import { type Forecasted, formatFigure, forecastTexts as texts } from '../../../app/texts/account/forecast';
import { formatDay } from '../../../app/texts/format';
import { locale } from '../../ui/locale';
import styles from './DayTable.module.css';
import { dayRows } from './days';
import type { RecordedHistory } from './use-history';

/** A table that scrolls in its own area, by keyboard too. */
export function DayTable({ what, history, period }: { what: Forecasted; history: RecordedHistory; period: string }) {
  const title = texts.byDay({ name: figureNames[what], period });
  const write = (amount: number | null) =>
    amount === null ? <span className={styles.unknown}>{texts.notKnown}</span> : formatFigure(what, amount, locale());
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className={styles.frame} aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.day}</th>
            <th scope="col" className={styles.number}>
              {texts.columns.used}
            </th>
            <th scope="col" className={styles.number}>
              {texts.columns.left}
            </th>
          </tr>
        </thead>
        <tbody>
          {dayRows(history).map(({ day, used, left }) => (
            <tr key={day}>
              <th scope="row">{formatDay(day, locale())}</th>
              <td className={styles.number}>{write(used)}</td>
              <td className={styles.number}>{write(left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
