// A short line at the window's foot that says what was done, or is being done. Must not ask anything.
import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import { Spinner } from '../../ui/Spinner';
import styles from './Toast.module.css';

/** The line. Announced politely where it stands in a status region. */
export function Toast({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  return (
    <div className={styles.toast}>
      {busy ? <Spinner /> : <Icon name="check" />}
      <p>{children}</p>
    </div>
  );
}
