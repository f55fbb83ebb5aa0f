// The choices on a screen, as cards that are buttons.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { classes } from '../ui/classes';
import { Icon, type IconName } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';
import styles from './OptionCards.module.css';

interface OptionCardProps {
  icon: IconName;
  title: string;
  line: string;
  /** The one that most users want. */
  isFirst?: boolean;
  /** It is on its way; it takes no press meanwhile. */
  busy?: boolean;
  onPress: () => void;
}

/** One choice. */
export function OptionCard({ icon, title, line, isFirst = false, busy = false, onPress }: OptionCardProps) {
  return (
    <li>
      <Button className={classes(styles.way, isFirst && styles.first)} isPending={busy} onPress={onPress}>
        <span className={styles.tile}>{busy ? <Spinner /> : <Icon name={icon} />}</span>
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.line}>{line}</span>
        </span>
        <Icon name="chevronEnd" className={styles.chevron} />
      </Button>
    </li>
  );
}

/** The list of choices, named for screen readers. */
export function OptionCards({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.ways} aria-label={label}>
      {children}
    </ul>
  );
}
