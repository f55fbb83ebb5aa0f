// One figure: its value, how old it is, whether to trust it, and where it is heading.
import { Button } from 'react-aria-components/Button';
import { figureNames } from '../../../app/texts/figures';
import { noValue, popoverTexts } from '../../../app/texts/status/popover';
import { aside } from '../../../app/texts/sentence';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import styles from './FigureCard.module.css';
import type { FigureView } from './figure-views';
import { Amount, Privacy, type RevealHandlers, useMasked } from '../../ui/privacy';
import { Sparkline } from './Sparkline';

interface FigureCardProps {
  view: FigureView;
  isExpanded: boolean;
  /** The id of the details that it opens. */
  detailsId: string;
  onToggle: () => void;
  hide: boolean;
  reveal: RevealHandlers;
}

/** A card, all of which is the button that opens its details. */
export function FigureCard({ view, isExpanded, detailsId, onToggle, hide, reveal }: FigureCardProps) {
  return (
    <div
      {...reveal}
      role="group"
      aria-label={view.name}
      className={classes(styles.card, isExpanded && styles.expanded)}
      data-mark={view.mark}
    >
      <Button
        aria-label={popoverTexts.details({ figure: figureNames[view.id] })}
        aria-expanded={isExpanded}
        {...(isExpanded ? { 'aria-controls': detailsId } : {})}
        className={classes(styles.cover)}
        onPress={onToggle}
      />
      <Privacy hide={hide}>
        <div className={styles.top}>
          <span className={styles.name}>{view.name}</span>
          {view.isLow ? <span className={styles.low}>{popoverTexts.low}</span> : null}
          <Age view={view} />
        </div>
        <div className={styles.middle}>
          <p className={styles.value} data-size={sizeOf(view.value?.length ?? 0)}>
            <Value view={view} />
          </p>
          {view.mark === 'absent' ? null : <Sparkline trend={view.trend} />}
        </div>
        <p className={classes(styles.line, view.lineIsTrouble && styles.problem)}>
          {view.mark === 'waiting' ? <span className={styles.bone} /> : <Line view={view} />}
        </p>
      </Privacy>
    </div>
  );
}

/** Long amounts are smaller, so that they fit on one line. */
function sizeOf(letters: number): 'usual' | 'long' | 'longer' {
  if (letters <= 8) {
    return 'usual';
  }
  return letters === 9 ? 'long' : 'longer';
}

function Age({ view }: { view: FigureView }) {
  if (view.age === null) {
    return null;
  }
  return (
    <span className={styles.age}>
      {view.mark === 'stale' ? <Icon name="clock" className={styles.markIcon} /> : null}
      {view.mark === 'failed' ? <Icon name="warning" className={styles.markIcon} /> : null}
      <span>{view.age}</span>
      {view.mark === 'none' ? null : <span className="only-spoken">{aside(popoverTexts.stale)}</span>}
    </span>
  );
}

function Line({ view: { line, maskedLine } }: { view: FigureView }) {
  return useMasked() ? maskedLine : line;
}

function Value({ view }: { view: FigureView }) {
  if (view.mark === 'waiting') {
    return <span className={styles.bone} />;
  }
  if (view.value === null) {
    return <span className={styles.none}>{noValue}</span>;
  }
  return (
    <>
      <span>{view.isAmount ? <Amount>{view.value}</Amount> : view.value}</span>
      {view.unit === null ? null : <span className={styles.unit}>{view.unit}</span>}
    </>
  );
}
