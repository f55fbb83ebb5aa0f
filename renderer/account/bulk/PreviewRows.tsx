// The first sub-accounts of a preview, each with whether it changes.
import type { BulkChange, BulkRow } from '../../../app/model/bulk/bulk';
import { bulkTexts as texts } from '../../../app/texts/account/bulk';
import styles from './Rows.module.css';

/** How many are shown; the rest is in the figures above. */
const most = 50;

interface PreviewRowsProps {
  does: BulkChange['does'];
  rows: readonly BulkRow[];
  total: number;
}

/** A list that scrolls in itself. */
export function PreviewRows({ does, rows, total }: PreviewRowsProps) {
  const first = rows.slice(0, most);
  if (first.length === 0) return null;
  return (
    <div className={styles.group}>
      {total > first.length ? <p className={styles.title}>{texts.first({ count: first.length })}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
      <ul className={styles.rows} tabIndex={0} aria-label={texts.first({ count: first.length })}>
        {first.map(({ id, username, outcome }) => (
          <li key={id} className={styles.row}>
            <span className={styles.name}>{username}</span>
            <span className={styles.outcome} data-outcome={outcome === 'same' ? 'same' : 'waiting'}>
              {outcome === 'same' ? texts.already({ does }) : texts.willChange}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
