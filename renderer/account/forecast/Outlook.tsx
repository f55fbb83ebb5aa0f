// How long things last: for each figure a sentence, charts or tables of what was recorded, and the range of main's
// forecast.
import { useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { type Forecasted, forecastTexts as texts } from '../../../app/texts/account/forecast';
import { Segmented } from '../../ui/fields/RadioGroup';
import styles from './Outlook.module.css';
import { OutlookCard } from './OutlookCard';
import { useHistory } from './use-history';

const figures: readonly Forecasted[] = ['ips', 'traffic', 'wallet'];
type Period = keyof typeof texts.periods;
const daysOf: Readonly<Record<Period, number>> = { weeks: 14, months: 60, year: 365 };
const periods: readonly Period[] = ['weeks', 'months', 'year'];
type View = keyof typeof texts.views;
const views: readonly View[] = ['chart', 'table'];

/** The outlook of the account's three figures; while nothing of them was recorded, when that begins. */
export function Outlook({ state }: { state: AppState }) {
  const [period, setPeriod] = useState<Period>('weeks');
  const [view, setView] = useState<View>('chart');
  const days = daysOf[period];
  const histories = {
    ips: useHistory('ips', days, state.ips.asOf),
    traffic: useHistory('traffic', days, state.traffic.asOf),
    wallet: useHistory('wallet', days, state.wallet.asOf),
  };
  const isBlank = figures.every(
    (what) => histories[what]?.points.length === 0 && state.forecasts[what].says === 'not-enough',
  );
  return (
    <section className={styles.outlook} aria-labelledby="outlook-title">
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id="outlook-title" className={styles.title}>
            {texts.title}
          </h2>
          <p className={styles.line}>{texts.line}</p>
        </div>
        {isBlank && period === 'weeks' ? null : (
          <div className={styles.choices}>
            <Segmented
              label={texts.period}
              hideLabel
              value={period}
              onChange={setPeriod}
              choices={periods.map((value) => ({ value, label: texts.periods[value] }))}
            />
            <Segmented
              label={texts.shownAs}
              hideLabel
              value={view}
              onChange={setView}
              choices={views.map((value) => ({ value, label: texts.views[value] }))}
            />
          </div>
        )}
      </header>
      {isBlank ? (
        <div className={styles.blank}>
          <h3 className={styles.name}>{texts.noneYet}</h3>
          <p className={styles.empty}>{texts.noneYetLine}</p>
        </div>
      ) : (
        figures.map((what) => (
          <OutlookCard
            key={what}
            what={what}
            said={state.forecasts[what]}
            history={histories[what]}
            period={texts.periods[period]}
            isTable={view === 'table'}
          />
        ))
      )}
    </section>
  );
}
