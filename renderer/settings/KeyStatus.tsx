// The key's status, in an icon and two or three words.
import type { AppState } from '../../app/model/state/app-state';
import { settingsTexts } from '../../app/texts/settings';
import { Icon } from '../ui/Icon';
import styles from './KeyStatus.module.css';

function toneOf(status: AppState['key']['status']): 'good' | 'info' | 'warning' | 'bad' {
  if (status === 'present') return 'good';
  if (status === 'refused') return 'bad';
  return status === 'asking' || status === 'absent' ? 'info' : 'warning';
}

/** The key's status. */
export function KeyStatus({ status }: Pick<AppState['key'], 'status'>) {
  const tone = toneOf(status);
  return (
    <span className={styles.status}>
      <Icon name={tone} className={styles[tone]} />
      {settingsTexts.key.statusLine[status]}
    </span>
  );
}
