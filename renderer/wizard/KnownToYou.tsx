// What only the user can know before the old key stops: a list to tick. What is ticked is not stored.
import { prepareTexts as texts } from '../../app/texts/wizard/wizard';
import { Checkbox } from '../ui/fields/Checkbox';
import styles from './Prepare.module.css';
import { Group } from './step/Step';

export type KnownPoint = keyof typeof texts.self;

export const knownPoints: readonly KnownPoint[] = ['device', 'people', 'others'];

interface KnownToYouProps {
  ticked: readonly KnownPoint[];
  onTick: (point: KnownPoint, on: boolean) => void;
}

/** The points, each with a tick box. */
export function KnownToYou({ ticked, onTick }: KnownToYouProps) {
  return (
    <Group title={texts.selfTitle}>
      <div className={styles.self}>
        {knownPoints.map((point) => (
          <Checkbox
            key={point}
            isChecked={ticked.includes(point)}
            onChange={(on) => onTick(point, on)}
            hint={texts.self[point].line}
          >
            {texts.self[point].title}
          </Checkbox>
        ))}
      </div>
    </Group>
  );
}
