// One part of the details of a place, under its heading.
import type { ReactNode } from 'react';
import styles from './Part.module.css';

/** A section with its title. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}
