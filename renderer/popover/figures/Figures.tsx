// The figures side by side, and the details of the one that is open.
import type { FigureId } from '../../../app/model/figures/figures';
import { Fragment, useId } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { popoverTexts } from '../../../app/texts/status/popover';
import { locale } from '../../ui/locale';
import { FigureCard } from './FigureCard';
import { FigureDetails } from './FigureDetails';
import styles from './Figures.module.css';
import { type FigureView, figureViews } from './figure-views';
import { useReveal } from '../../ui/privacy';

interface FiguresProps {
  state: AppState;
  now: number;
  open: FigureId | null;
  onOpen: (figure: FigureId | null) => void;
}

/** The grid of figures. Details open below the row of their card, so that no card moves sideways. */
export function Figures({ state, now, open, onOpen }: FiguresProps) {
  return (
    <section aria-label={popoverTexts.figures} className={styles.figures}>
      <div className={styles.grid}>
        {figureViews(state, now, locale()).map((view) => (
          <OneFigure
            key={view.id}
            view={view}
            state={state}
            now={now}
            isOpen={open === view.id}
            onToggle={() => onOpen(open === view.id ? null : view.id)}
          />
        ))}
      </div>
    </section>
  );
}

interface OneFigureProps {
  view: FigureView;
  state: AppState;
  now: number;
  isOpen: boolean;
  onToggle: () => void;
}

function OneFigure({ view, state, now, isOpen, onToggle }: OneFigureProps) {
  const id = useId();
  const { hide, handlers } = useReveal();
  return (
    <Fragment>
      <FigureCard view={view} isExpanded={isOpen} detailsId={id} onToggle={onToggle} hide={hide} reveal={handlers} />
      {isOpen ? <FigureDetails id={id} figure={view.id} state={state} now={now} /> : null}
    </Fragment>
  );
}
