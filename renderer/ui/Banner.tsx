// A line that says how things are and what to do: a tone, a sentence, a detail, an action.
import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classes } from './classes';
import { Icon } from './Icon';
import { Unbroken } from './text/Unbroken';

export type Tone = 'good' | 'info' | 'warning' | 'bad';

interface BannerProps {
  tone: Tone;
  /** One sentence. */
  children: ReactNode;
  /** A second, smaller one. */
  detail?: ReactNode;
  /** The next step: a button. */
  action?: ReactNode;
  /** An icon button in the corner, such as the one that dismisses the line. */
  corner?: ReactNode;
  /** `status` for the one line about the whole; `alert` for an answer to what was just done. */
  role?: 'status' | 'alert';
  className?: string | undefined;
}

/** A detail that needs the whole width: the action goes below it. */
function isLong(detail: ReactNode): boolean {
  return typeof detail === 'string' && detail.length > 90;
}

/** A toned line with an icon. */
export function Banner({ tone, children, detail, action, corner, role, className }: BannerProps) {
  return (
    <div
      className={classes(styles.banner, styles[tone], className)}
      data-tone={tone}
      data-long={corner === undefined && isLong(detail)}
    >
      <Icon name={tone} className={styles.icon} />
      <div className={styles.words} role={role}>
        <p className={styles.text}>{children}</p>
        {detail === undefined || detail === null ? null : (
          <div className={styles.detail}>{typeof detail === 'string' ? <Unbroken text={detail} /> : detail}</div>
        )}
      </div>
      {action === undefined || action === null ? null : <div className={styles.action}>{action}</div>}
      {corner === undefined ? null : <div className={styles.corner}>{corner}</div>}
    </div>
  );
}
