// The gateway was never used: what it is for, and the button that turns it on.
import { accessTexts as texts } from '../../../app/texts/account/access';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import styles from './EmptyAccess.module.css';

/** Three points and a button. */
export function EmptyAccess() {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{texts.emptyTitle}</h2>
      <p className={styles.line}>{texts.emptyLine}</p>
      <ul className={styles.points}>
        <li>
          <Icon name="shield" className={styles.icon} />
          {texts.emptyRights}
        </li>
        <li>
          <Icon name="clock" className={styles.icon} />
          {texts.emptyHold}
        </li>
        <li>
          <Icon name="lock" className={styles.icon} />
          {texts.emptyLocal}
        </li>
      </ul>
      <Button kind="primary" onPress={() => ask('access.setOn', { on: true })}>
        {texts.turnOn}
      </Button>
    </div>
  );
}
