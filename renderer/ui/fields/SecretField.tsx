// A field for a secret that is on its way to main. Uncontrolled on purpose: the text must not be in the React state. A
// pasted one never enters the page, and a typed one is wiped before it is handed on.
import { type ClipboardEvent, type ReactNode, type Ref, type SyntheticEvent, useId, useRef } from 'react';
import { Button } from '../Button';
import { classes } from '../classes';
import styles from './TextField.module.css';

interface SecretFieldProps {
  label: string;
  hint?: ReactNode;
  /** The id of what says why the last text was refused; null while there is nothing wrong. */
  errorId: string | null;
  submitLabel: string;
  /** Takes no text while the last one is being checked. */
  busy: boolean;
  onText: (text: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A masked field with a button; a paste counts as pressing it. */
export function SecretField({ label, hint, errorId, submitLabel, busy, onText, inputRef }: SecretFieldProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const input = form.current?.querySelector('input');
    if (busy || input === null || input === undefined) return;
    const text = input.value;
    input.value = '';
    onText(text);
  };

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    event.preventDefault();
    if (busy) return;
    event.currentTarget.value = '';
    onText(event.clipboardData.getData('text'));
  };

  return (
    <form ref={form} className={styles.field} data-invalid={errorId === null ? undefined : ''} onSubmit={submit}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={classes(styles.frame, styles.wraps)}>
        <input
          ref={inputRef}
          id={id}
          type="password"
          className={classes(styles.input, styles.mono)}
          autoComplete="off"
          spellCheck={false}
          readOnly={busy}
          aria-invalid={errorId !== null}
          aria-describedby={classes(hint === undefined ? null : `${id}-hint`, errorId)}
          onPaste={paste}
        />
        <Button kind="quiet" type="submit">
          {submitLabel}
        </Button>
      </span>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </form>
  );
}
