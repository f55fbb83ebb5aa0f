// A step's page: its heading, which takes the focus, its content, and a bar with its buttons.
import type { ReactNode } from 'react';
import styles from './Step.module.css';

interface StepProps {
  title: string;
  lead: ReactNode;
  children?: ReactNode;
  /** Secondary buttons, at the start of the bar. */
  aside?: ReactNode;
  /** The button to continue, last. */
  actions?: ReactNode;
}

function focusOn(title: HTMLHeadingElement | null): void {
  title?.focus({ preventScroll: true });
}

/** One page of the wizard. */
export function Step({ title, lead, children, aside, actions }: StepProps) {
  return (
    <main className={styles.step}>
      <div className={styles.content}>
        <header className={styles.head}>
          <h1 ref={focusOn} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          <p className={styles.lead}>{lead}</p>
        </header>
        {children}
      </div>
      {aside === undefined && actions === undefined ? null : (
        <div className={styles.bar}>
          <div className={styles.aside}>{aside}</div>
          <div className={styles.actions}>{actions}</div>
        </div>
      )}
    </main>
  );
}

/** A titled group within a step. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.groupTitle}>{title}</h2>
      {children}
    </section>
  );
}
