// A view that lies over the popover: a header with the way back, and a body that scrolls.
import type { ReactNode } from 'react';
import { IconButton } from './Button';
import styles from './View.module.css';

interface ViewProps {
  title: string;
  /** The back button: its name, and what it does. Without it there is none (first run). */
  back?: { label: string; onPress: () => void } | undefined;
  /** The title takes the focus when the view appears: for the steps of a flow, which follow one another. */
  focusTitle?: boolean;
  children: ReactNode;
}

function focusOn(title: HTMLHeadingElement | null): void {
  title?.focus({ preventScroll: true });
}

/** A titled view with a scrolling body. */
export function View({ title, back, focusTitle = false, children }: ViewProps) {
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        {back === undefined ? null : <IconButton icon="chevronStart" label={back.label} onPress={back.onPress} />}
        <h1 className={styles.title} {...(focusTitle ? { ref: focusOn, tabIndex: -1 } : {})}>
          {title}
        </h1>
      </header>
      <main className={styles.body}>{children}</main>
    </div>
  );
}
