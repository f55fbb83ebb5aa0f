// Facts beside their names, on a card. Must not compute any of them.
import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface Fact {
  term: string;
  value: ReactNode;
  /** A sentence below the value. */
  line?: string | undefined;
  tone?: 'good' | 'warning' | undefined;
}

/** A card of facts under a heading; as many columns as there is room for. */
export function Facts({ title, facts, end }: { title: string; facts: readonly Fact[]; end?: ReactNode }) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {end}
      </header>
      <dl className={styles.facts}>
        {facts.map(({ term, value, line, tone }) => (
          <div key={term} className={styles.fact}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value} data-tone={tone}>
              {value}
              {line === undefined ? null : <span className={styles.line}>{line}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
