// The four figures in large type, each with how long it lasts (figure-views.ts computes this).
import type { AppState } from '../../../app/model/state/app-state';
import { noValue, popoverTexts } from '../../../app/texts/status/popover';
import { type FigureView, figureViews } from '../../popover/figures/figure-views';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { Amount, Privacy, useReveal } from '../../ui/privacy';
import styles from './FigureCards.module.css';

/** IPs, traffic, wallet and auto renew side by side; two by two where there is less room. */
export function FigureCards({ state }: { state: AppState }) {
  const now = useNow();
  return (
    <div className={styles.cards}>
      {figureViews(state, now, locale()).map((view) => (
        <FigureCard key={view.id} view={view} />
      ))}
    </div>
  );
}

function FigureCard({ view }: { view: FigureView }) {
  const { name, value, unit, line, maskedLine, lineIsTrouble, age, isLow, isAmount } = view;
  const { hide, handlers } = useReveal();
  return (
    <Privacy hide={hide}>
      <div role="group" aria-label={name} className={styles.card} {...handlers}>
        <p className={styles.name}>
          <span>{name}</span>
          {isLow ? <span className={styles.low}>{popoverTexts.low}</span> : null}
          {age === null ? null : <span className={styles.age}>{age}</span>}
        </p>
        <p className={styles.value} data-long={(value?.length ?? 0) > 9}>
          {value === null ? noValue : isAmount ? <Amount>{value}</Amount> : value}
          {unit === null ? null : <span className={styles.unit}>{unit}</span>}
        </p>
        <p className={styles.line} data-trouble={lineIsTrouble}>
          {hide ? maskedLine : line}
        </p>
      </div>
    </Privacy>
  );
}
