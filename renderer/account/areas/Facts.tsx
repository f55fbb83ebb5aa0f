// Facts beside their names, on a card.
import type { ReactNode } from 'react';
import { Amount, Privacy, useReveal } from '../../ui/privacy';
import styles from './Facts.module.css';

export interface Fact {
  term: string;
  value: ReactNode;
  /** A sentence below the value. */
  line?: string | undefined;
  tone?: 'good' | 'warning' | undefined;
  /** What of it is an amount, and hides where amounts are hidden. */
  amount?: 'value' | 'line' | 'both' | undefined;
}

/** A card of facts under a heading; as many columns as there is room for. */
export function Facts({ title, facts, end }: { title: string; facts: readonly Fact[]; end?: ReactNode }) {
  const { hide, handlers } = useReveal();
  return (
    <Privacy hide={hide}>
      <section className={styles.card} aria-label={title} {...handlers}>
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {end}
        </header>
        <dl className={styles.facts}>
          {facts.map(({ term, value, line, tone, amount }) => (
            <div key={term} className={styles.fact}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.value} data-tone={tone}>
                {amount === 'value' || amount === 'both' ? <Amount>{value}</Amount> : value}
                {line === undefined ? null : (
                  <span className={styles.line}>
                    {amount === 'line' || amount === 'both' ? <Amount>{line}</Amount> : line}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </Privacy>
  );
}
