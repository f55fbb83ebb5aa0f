// Files with the old key that the last search found and NineTray never changes: they died with the key.
import type { ScanClass, ScanView } from '../../../app/model/places/scan';
import { findPlacesTexts } from '../../../app/texts/account/places';
import { formatCount } from '../../../app/texts/format';
import { labelled } from '../../../app/texts/sentence';
import { placeStateTexts as texts } from '../../../app/texts/wizard/place-states';
import { locale } from '../../ui/locale';
import styles from './Receipt.module.css';

/** How many of each kind, the most first. */
function copiesIn(scan: ScanView | null): [ScanClass, number][] {
  const counts = new Map<ScanClass, number>();
  for (const { class: is, canUpdate } of scan?.rows ?? [])
    if (!canUpdate && is !== 'running') counts.set(is, (counts.get(is) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** Folded; nothing where no search found any. */
export function DeadCopies({ scan }: { scan: ScanView | null }) {
  const copies = copiesIn(scan);
  if (copies.length === 0) return null;
  return (
    <details className={styles.copies}>
      <summary>{texts.copies({ count: copies.reduce((all, [, count]) => all + count, 0) })}</summary>
      <p>{findPlacesTexts.deadLine}</p>
      <ul>
        {copies.map(([is, count]) => (
          <li key={is}>{labelled(findPlacesTexts.class[is], formatCount(count, locale()))}</li>
        ))}
      </ul>
    </details>
  );
}
