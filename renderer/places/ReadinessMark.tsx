// Whether NineTray can update a place, as an icon and two or three words.
import type { PlaceRow, Readiness } from '../../app/model/places/places-view';
import { placeStateTexts as texts } from '../../app/texts/wizard/place-states';
import { Icon, type IconName } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';
import styles from './ReadinessMark.module.css';

const marks: Record<Readiness, { icon: IconName; tone: 'good' | 'bad' | 'warning' | 'plain' }> = {
  ready: { icon: 'good', tone: 'good' },
  untried: { icon: 'good', tone: 'good' },
  blocked: { icon: 'bad', tone: 'bad' },
  unchecked: { icon: 'info', tone: 'plain' },
  unconfirmed: { icon: 'warning', tone: 'warning' },
  hand: { icon: 'edit', tone: 'plain' },
  gateway: { icon: 'plug', tone: 'good' },
  'gateway-off': { icon: 'warning', tone: 'warning' },
  'gateway-address': { icon: 'warning', tone: 'warning' },
  'gateway-token': { icon: 'warning', tone: 'warning' },
};

/** The mark; a spinner while the place is rehearsed or tried. */
export function ReadinessMark({ row: { readiness, isBusy } }: { row: PlaceRow }) {
  const { icon, tone } = marks[readiness];
  return (
    <span className={styles.mark} data-tone={tone}>
      {isBusy ? <Spinner /> : <Icon name={icon} />}
      <span className={styles.text} title={texts.readiness[readiness]}>
        {texts.readiness[readiness]}
      </span>
    </span>
  );
}
