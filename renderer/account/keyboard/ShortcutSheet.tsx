// The account window's shortcuts, as a sheet.
import { shortcutLines, shortcutTexts as texts } from '../../../app/texts/account/shortcuts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './ShortcutSheet.module.css';

interface ShortcutSheetProps {
  isOpen: boolean;
  isMac: boolean;
  onClose: () => void;
}

/** The sheet, open or not. */
export function ShortcutSheet({ isOpen, isMac, onClose }: ShortcutSheetProps) {
  const command = isMac ? texts.command : texts.control;
  return (
    <Dialog
      title={texts.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={<Button onPress={onClose}>{texts.close}</Button>}
    >
      <dl className={styles.shortcuts}>
        {shortcutLines(command).map(({ keys, does }) => (
          <div key={keys} className={styles.shortcut}>
            <dt>{does}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
