// Why a control's change was refused, in small print below it.
import type { Problem } from '../../app/model/problem';
import { problemText } from '../../app/texts/problems/problems';
import { asSentence, sentenceGap, sentences } from '../../app/texts/sentence';
import { useNow } from '../ui/hooks/use-now';
import { locale } from '../ui/locale';
import styles from './FieldError.module.css';

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** A problem, announced when it appears; nothing where there is none. */
export function FieldError({ problem }: { problem: Problem | null }) {
  const now = useNow();
  if (problem === null) return null;
  const text = problemText(problem, locale(), now);
  return (
    <p role="alert" ref={bringIntoView} className={styles.trouble}>
      <strong>{asSentence(text.title)}</strong>
      {sentenceGap()}
      {sentences(text.cause, text.next)}
    </p>
  );
}
