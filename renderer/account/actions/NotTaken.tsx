// Fields that don't read as requested although 9Proxy accepted them.
import type { ActionId } from '../../../app/model/actions/actions';
import { actionTexts as texts, notTakenText } from '../../../app/texts/account/actions';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import styles from './ActionStep.module.css';

interface NotTakenProps {
  action: ActionId;
  fields: readonly string[];
  /** The names that they were sent under, where 9Proxy has not published them. */
  sentAs: readonly string[];
  /** Null: what follows has a button of its own. */
  onClose: (() => void) | null;
}

/** Which fields, and under which names they were sent. */
export function NotTaken({ action, fields, sentAs, onClose }: NotTakenProps) {
  const { title, detail } = notTakenText(action, fields, sentAs, locale());
  return (
    <>
      <Banner tone="warning" role="alert" detail={detail}>
        {title}
      </Banner>
      {onClose === null ? null : (
        <div className={styles.buttons}>
          <Button kind="primary" onPress={onClose}>
            {texts.close}
          </Button>
        </div>
      )}
    </>
  );
}
