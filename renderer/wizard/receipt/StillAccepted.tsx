// A vendor's cache that keeps the old key alive: shown as such, with every try, and when the next one is.
import type { Rotation } from '../../../app/model/rotation/rotation';
import { formatClock } from '../../../app/texts/format';
import { frameTexts, proveTexts as texts } from '../../../app/texts/wizard/wizard';
import { sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { locale } from '../../ui/locale';
import { stillAcceptedAt } from '../step/facts';
import styles from './StillAccepted.module.css';

interface StillAcceptedProps {
  rotation: Rotation;
  /** When the old key is tried next; null when it is not. */
  nextCheckAt: number | null;
}

/** The warning with the tries so far; nothing where the old key was not seen alive beside the new one. */
export function StillAccepted({ rotation, nextCheckAt }: StillAcceptedProps) {
  const at = (moment: number) => formatClock(moment, locale());
  const last = stillAcceptedAt(rotation);
  if (last === null) return null;
  return (
    <Banner
      tone="warning"
      detail={sentences(
        frameTexts.stillAcceptedLine,
        nextCheckAt === null ? null : frameTexts.triesAgain({ at: at(nextCheckAt) }),
      )}
      action={
        <details className={styles.tries}>
          <summary>{texts.checks}</summary>
          <ul>
            {rotation.oldKey.checks.map((check) => (
              <li key={check.at}>{texts.check[check.outcome]({ at: at(check.at) })}</li>
            ))}
          </ul>
        </details>
      }
    >
      {frameTexts.stillAccepted({ at: at(last) })}
    </Banner>
  );
}
