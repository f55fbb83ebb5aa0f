// What the clipboard has of the key: the countdown after a copy, and how it ended, as main reports it.
import type { RotationView } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { formatCount } from '../../app/texts/format';
import { copyTexts as texts } from '../../app/texts/wizard/wizard-after';
import { Banner } from '../ui/Banner';
import { locale } from '../ui/locale';
import { useSeconds } from '../ui/hooks/use-seconds';
import styles from './CopyOnce.module.css';

const notCopied: RotationView['clipboard'] = { clearsAt: null, outcome: 'none' };

/** A share code that was copied meanwhile is not about the key. */
export function clipboardOfKey({ rotation: { clipboard } }: AppState): RotationView['clipboard'] {
  return clipboard.of === 'list' ? notCopied : clipboard;
}

/** The outcome of the copy, as main read it back, and the countdown. */
export function ClipboardLine({ clipboard: { outcome, clearsAt } }: { clipboard: RotationView['clipboard'] }) {
  const runs = outcome === 'copied' && clearsAt !== null;
  const now = useSeconds(runs);
  switch (outcome) {
    case 'none':
      return null;
    case 'copied':
      return (
        <div className={styles.copied}>
          <Countdown left={clearsAt === null ? 0 : (clearsAt - now) / 1000} />
          <div>
            <p className={styles.copiedTitle}>{texts.copied}</p>
            {clearsAt === null ? null : (
              <p className={styles.hint}>
                {texts.clearsIn({ seconds: formatCount(Math.max(0, Math.floor((clearsAt - now) / 1000)), locale()) })}
              </p>
            )}
          </div>
        </div>
      );
    case 'cleared':
      return (
        <Banner tone="info" detail={texts.clearedLine}>
          {texts.cleared}
        </Banner>
      );
    case 'left-alone':
      return (
        <Banner tone="info" detail={texts.leftAloneLine}>
          {texts.leftAlone}
        </Banner>
      );
    case 'failed':
      return (
        <Banner tone="bad" role="alert" detail={texts.failedLine}>
          {texts.failed}
        </Banner>
      );
    default:
      return outcome satisfies never;
  }
}

/** A ring that empties over a minute, with a tick in it. `left` in seconds. */
function Countdown({ left }: { left: number }) {
  const part = Math.min(1, Math.max(0, left / 60));
  return (
    <svg className={styles.ring} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className={styles.ringTrack} cx="16" cy="16" r="13" />
      <circle
        className={styles.ringLeft}
        cx="16"
        cy="16"
        r="13"
        pathLength="1"
        strokeDasharray="1"
        strokeDashoffset={1 - part}
        transform="rotate(-90 16 16)"
      />
      <path className={styles.ringTick} d="m11 16.500 3.500 3.500 6.500-7.500" />
    </svg>
  );
}
