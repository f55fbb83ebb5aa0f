// How long things last: per figure a sentence, charts or tables of what was recorded, and the range of the forecast.
// It must not: forecast anything; main does.
import { useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { type Forecasted, forecastTexts as texts } from '../../../app/texts/account/forecast';
import { Segmented } from '../../ui/fields/RadioGroup';
import styles from './Outlook.module.css';
import { OutlookCard, type Period } from './OutlookCard';

const figures: readonly Forecasted[] = ['ips', 'traffic', 'wallet'];
const periods: readonly Period[] = ['weeks', 'months', 'year'];
type View = keyof typeof texts.views;
const views: readonly View[] = ['chart', 'table'];

/** The outlook of the account's three figures. */
export function Outlook({ state }: { state: AppState }) {
  const [period, setPeriod] = useState<Period>('weeks');
  const [view, setView] = useState<View>('chart');
  return (
    <section className={styles.outlook} aria-labelledby="outlook-title">
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id="outlook-title" className={styles.title}>
            {texts.title}
          </h2>
          <p className={styles.line}>{texts.line}</p>
        </div>
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
      </header>
      {figures.map((what) => (
        <OutlookCard key={what} what={what} state={state} period={period} isTable={view === 'table'} />
      ))}
    </section>
  );
}
