// Says where the figures come from, where that is not 9Proxy itself: the demo, or the user's own address.
import type { AppState } from '../../app/model/state/app-state';
import { sourceBadge } from '../../app/texts/status/popover';
import styles from './SourceBadge.module.css';

/** The badge; nothing for 9Proxy itself. */
export function SourceBadge({ source }: { source: AppState['source'] }) {
  const badge = sourceBadge(source);
  if (badge === null) return null;
  return (
    <span className={styles.badge} data-kind={source.kind} title={badge}>
      {badge}
    </span>
  );
}
