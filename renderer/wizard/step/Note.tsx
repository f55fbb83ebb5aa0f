// One fact and its state: an icon, a title, a line, perhaps a button.
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/Icon';
import { Spinner } from '../../ui/Spinner';
import { classes } from '../../ui/classes';
import styles from './Note.module.css';

export type NoteTone = 'good' | 'info' | 'warning' | 'bad' | 'plain' | 'waiting';

interface NoteProps {
  tone: NoteTone;
  title: ReactNode;
  line?: ReactNode;
  /** Instead of the tone's own. */
  icon?: IconName;
  action?: ReactNode;
  children?: ReactNode;
}

function Mark({ tone, icon }: { tone: NoteTone; icon: IconName | undefined }) {
  if (tone === 'waiting') return <Spinner />;
  return <Icon name={icon ?? (tone === 'plain' ? 'info' : tone)} />;
}

/** A row of a card. */
export function Note({ tone, title, line, icon, action, children }: NoteProps) {
  return (
    <li className={styles.note}>
      <span className={classes(styles.mark, styles[tone])}>
        <Mark tone={tone} icon={icon} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {line === undefined || line === null ? null : <p className={styles.line}>{line}</p>}
        {children}
      </div>
      {action === undefined || action === null ? null : <div className={styles.action}>{action}</div>}
    </li>
  );
}

/** A card of notes. */
export function Notes({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={styles.notes} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </ul>
  );
}
