// Fields of an edit that read as before though 9Proxy accepted it. Must not send anything.
import type { ActionId } from '../../../app/areas/action';
import { actionTexts as texts, notTakenText } from '../../../app/texts/actions';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import styles from './ActionDialog.module.css';

interface NotTakenProps {
  action: ActionId;
  fields: readonly string[];
  onClose: () => void;
}

/** Which fields, and under which names they were sent. */
export function NotTaken({ action, fields, onClose }: NotTakenProps) {
  const { title, detail } = notTakenText(action, fields, locale());
  return (
    <>
      <Banner tone="warning" role="alert" detail={detail}>
        {title}
      </Banner>
      <div className={styles.buttons}>
        <Button kind="primary" onPress={onClose}>
          {texts.close}
        </Button>
      </div>
    </>
  );
}
