// Why something that was just requested did not happen: title, cause, next step, and a link to the settings where those
// may be the reason.
import type { ReactNode } from 'react';
import type { Problem } from '../../app/model/problem';
import { refusalText } from '../../app/texts/problems/refusals';
import { sentences } from '../../app/texts/sentence';
import { Banner } from '../ui/Banner';
import { useNow } from '../ui/hooks/use-now';
import { locale } from '../ui/locale';
import styles from './Refusal.module.css';

interface RefusalProps {
  problem: Problem;
  /** For the `aria-describedby` of the field that it is about. */
  id?: string;
  action?: ReactNode;
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** A refusal, announced when it appears. */
export function Refusal({ problem, id, action }: RefusalProps) {
  const now = useNow();
  const text = refusalText(problem, locale(), now);
  return (
    <div id={id} ref={bringIntoView} className={styles.refusal}>
      <Banner tone="bad" role="alert" detail={sentences(text.cause, text.next)}>
        {text.title}
      </Banner>
      {action}
    </div>
  );
}
