// One figure's outlook: its sentence, what it uses a day, and its chart or table. Must not read figures or forecast.
import type { AppState } from '../../../app/model/state/app-state';
import { figureNames } from '../../../app/texts/figures';
import {
  type Forecasted,
  forecastSentence,
  forecastTexts as texts,
  formatFigure,
} from '../../../app/texts/account/forecast';
import { locale } from '../../ui/locale';
import { Amount, Privacy, useReveal } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import { Charts, HiddenCharts } from './Charts';
import { DayTable } from './DayTable';
import styles from './Outlook.module.css';
import { useHistory } from './use-history';

export type Period = keyof typeof texts.periods;
const daysOf: Readonly<Record<Period, number>> = { weeks: 14, months: 60, year: 365 };

interface OutlookCardProps {
  what: Forecasted;
  state: AppState;
  period: Period;
  isTable: boolean;
}

/** The card of IPs, traffic or the wallet. */
export function OutlookCard({ what, state, period, isTable }: OutlookCardProps) {
  const now = useNow();
  const said = state.forecasts[what];
  const history = useHistory(what, daysOf[period], state[what].asOf);
  const sentence = forecastSentence(what, said, now, locale());
  const { hide, handlers } = useReveal();
  const hasAny = history !== null && history.points.length > 0;
  return (
    <Privacy hide={hide}>
      <section className={styles.card} aria-label={figureNames[what]} {...handlers}>
        <h3 className={styles.name}>{figureNames[what]}</h3>
        <p className={styles.sentence}>{sentence}</p>
        {said.says === 'not-enough' ? null : (
          <p className={styles.line}>
            {texts.perDay}: <Amount>{formatFigure(what, said.perDay, locale())}</Amount>
            {said.says === 'runs-out' ? ` · ${texts.sure}: ${texts.confidence[said.confidence]}` : null}
          </p>
        )}
        {hasAny && hide ? (
          <HiddenCharts />
        ) : hasAny ? (
          isTable ? (
            <DayTable what={what} history={history} period={texts.periods[period]} />
          ) : (
            <Charts
              what={what}
              history={history}
              said={said}
              now={now}
              period={texts.periods[period]}
              sentence={sentence}
            />
          )
        ) : (
          <p className={styles.empty}>{history === null ? texts.reading : texts.none}</p>
        )}
      </section>
    </Privacy>
  );
}
