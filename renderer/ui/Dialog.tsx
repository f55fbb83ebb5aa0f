// A question in front of everything else, answered by one of two buttons. Loaded with the views that need it.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button';
import { classes } from './classes';
import { Privacy } from './privacy';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the one to press last; without them the children have their own. */
  actions?: ReactNode;
  role?: 'dialog' | 'alertdialog';
  /** For forms and lists: wider, and its top stays where it is when its content grows. */
  isWide?: boolean;
  /** What closes it besides its buttons: Esc and a press outside, Esc alone (a form is not lost by accident), or nothing. */
  closes?: 'easily' | 'by-escape' | 'by-buttons';
}

/** A modal dialog. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  role = 'dialog',
  isWide = false,
  closes = 'easily',
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
      isDismissable={closes === 'easily'}
      isKeyboardDismissDisabled={closes === 'by-buttons'}
      className={classes(styles.overlay, isWide && styles.overlayWide)}
    >
      <Modal className={classes(styles.modal, isWide && styles.modalWide)} onEnter={focusFirstField}>
        <AriaDialog role={role} className={classes(styles.dialog)}>
          <Heading slot="title" className={classes(styles.title)}>
            {title}
          </Heading>
          {/* An action that spends says what it does to the balances: the user who opened it asked for that. */}
          <Privacy hide={false}>
            <div className={styles.body}>{children}</div>
            {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
          </Privacy>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * The first field of a form has the focus. Not sooner: before it draws a dialog with a focused field, React Aria (1.22) waits up to 0.6 s for
 * an on-screen keyboard, wherever the screen can be touched or the window was resized.
 */
function focusFirstField(modal: HTMLElement): void {
  modal.querySelector<HTMLElement>(':is(form, fieldset) :is(input, select, textarea)')?.focus({ preventScroll: true });
}

interface ConfirmProps {
  title: string;
  isOpen: boolean;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  /** The press removes something. */
  isDangerous?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A yes-or-no question. The focus starts on the dialog, so that a stray Enter answers nothing. */
export function Confirm(props: ConfirmProps) {
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onCancel}
      role="alertdialog"
      actions={
        <>
          <Button onPress={props.onCancel}>{props.cancelLabel}</Button>
          <Button
            kind={props.isDangerous ? 'destructive' : 'primary'}
            busy={props.busy ?? false}
            onPress={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
