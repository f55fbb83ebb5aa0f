// One step of a dialog that advances automatically.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './DialogStep.module.css';

/** Takes the focus when it comes, so that a key that is still pressed presses nothing new, and screen readers read on. */
export function DialogStep({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    // The step before may have been scrolled to its end.
    place.current?.closest('[role="dialog"]')?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className={styles.step}>
      {children}
    </div>
  );
}
