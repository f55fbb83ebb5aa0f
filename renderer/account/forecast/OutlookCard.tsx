// One figure's outlook: its forecast, its use per day, and its chart or table.
import type { Forecast } from '../../../app/model/figures/forecast';
import { figureNames } from '../../../app/texts/figures';
import {
  type Forecasted,
  forecastSentence,
  forecastTexts as texts,
  historyStarts,
  rateText,
} from '../../../app/texts/account/forecast';
import { locale } from '../../ui/locale';
import { Amount, Privacy, useReveal } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import { isFirstDay } from './balance-shape';
import { Charts, HiddenCharts } from './Charts';
import { DayTable } from './DayTable';
import styles from './Outlook.module.css';
import type { RecordedHistory } from './use-history';

interface OutlookCardProps {
  what: Forecasted;
  said: Forecast;
  /** Null while it is being read. */
  history: RecordedHistory | null;
  /** The figure's name. */
  period: string;
  isTable: boolean;
}

/** The card of IPs, traffic or the wallet. */
export function OutlookCard({ what, said, history, period, isTable }: OutlookCardProps) {
  const now = useNow();
  const { hide, handlers } = useReveal();
  const points = history?.points ?? [];
  const first = points[0]?.[0];
  const sentence =
    said.says === 'not-enough' && first !== undefined && isFirstDay(points)
      ? historyStarts(first, points.length, now, locale())
      : forecastSentence(what, said, now, locale());
  return (
    <Privacy hide={hide}>
      <section className={styles.card} aria-label={figureNames[what]} {...handlers}>
        <header className={styles.cardHead}>
          <h3 className={styles.name}>{figureNames[what]}</h3>
          <p className={styles.sentence}>{sentence}</p>
          {said.says === 'not-enough' ? null : (
            <p className={styles.line}>
              <Amount>{rateText(what, said.perDay, locale())}</Amount>
              {said.says === 'runs-out' ? ` · ${texts.confidence[said.confidence]}` : null}
            </p>
          )}
        </header>
        {history === null || first === undefined ? (
          <p className={styles.empty}>{history === null ? texts.reading : texts.none}</p>
        ) : points.length < 2 && !isTable ? null : hide ? (
          <HiddenCharts />
        ) : isTable ? (
          <DayTable what={what} history={history} period={period} />
        ) : (
          <Charts what={what} history={history} said={said} now={now} period={period} sentence={sentence} />
        )}
      </section>
    </Privacy>
  );
}
