// A form in a dialog: its fields, why it was refused, and its two buttons. What was typed is not lost by a press outside.
import type { ReactNode } from 'react';
import type { Problem } from '../../../app/model/problem';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Refused } from './Refused';
import styles from './Form.module.css';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  cancelLabel: string;
  isBusy: boolean;
  /** Why the last submission was refused; null: it was not, or a field says so. */
  problem: Problem | null;
  isWide?: boolean;
  /** What it needs is there; otherwise its button takes no press. */
  canSubmit?: boolean;
  /** More buttons, such as one to the step before. */
  buttons?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The dialog. The form is not checked by the browser: the children show what is wrong. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    submitLabel,
    cancelLabel,
    isBusy,
    problem,
    isWide = true,
    canSubmit = true,
    buttons,
    onSubmit,
    onClose,
  } = props;
  return (
    <Dialog title={title} isOpen isWide={isWide} closes="by-escape" onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && canSubmit) onSubmit();
        }}
      >
        {props.children}
        {problem === null ? null : <Refused problem={problem} />}
        <div className={styles.buttons}>
          {buttons}
          <Button onPress={onClose}>{cancelLabel}</Button>
          <Button kind="primary" type="submit" busy={isBusy} isDisabled={!canSubmit}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
