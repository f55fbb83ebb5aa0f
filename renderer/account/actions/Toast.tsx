// Short lines at the foot of what they belong to: what was done, or is being done, and the button to undo it.
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { Spinner } from '../../ui/Spinner';
import styles from './Toast.module.css';

interface ToastsProps {
  /** At the end of a column, so that it covers nothing there; otherwise over the foot of the window. */
  isInFlow?: boolean;
  children: ReactNode;
}

/** Where toasts are, one below the other. */
export function Toasts({ isInFlow = false, children }: ToastsProps) {
  return <div className={classes(styles.toasts, isInFlow ? styles.inFlow : styles.floating)}>{children}</div>;
}

interface ToastProps {
  tone?: 'good' | 'bad' | 'busy';
  /** Below the words. */
  detail?: ReactNode;
  /** At its end: undo, dismiss. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One of them. Announced if it is in a status region. */
export function Toast({ tone = 'good', detail, actions, children }: ToastProps) {
  return (
    <div className={styles.toast} data-tone={tone}>
      {tone === 'busy' ? <Spinner /> : <Icon name={tone} className={styles.icon} />}
      <div className={styles.words}>
        <p>{children}</p>
        {detail === undefined ? null : <div className={styles.detail}>{detail}</div>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
