// A text field, with its label, a hint and its error.
import type { ReactNode, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from '../classes';
import { FieldNote } from './FieldNote';
import styles from './TextField.module.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  label: string;
  /** For screen readers only; others see it from where the field is. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** What is wrong, or null. */
  error?: ReactNode;
  placeholder?: string;
  /** A monospace font, for keys and addresses. */
  mono?: boolean;
  /** Inside the frame, after the text: a button to show or paste. */
  end?: ReactNode;
  /** The first day that can be chosen, where `type` is `date` (yyyy-mm-dd). */
  inputMin?: string;
  inputRef?: Ref<HTMLInputElement>;
  className?: string | undefined;
}

/** A labelled text field. */
export function TextField({
  label,
  hideLabel = false,
  hint,
  error = null,
  placeholder,
  mono = false,
  end,
  inputMin,
  inputRef,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== null} className={classes(styles.field, className)}>
      <Label className={hideLabel ? 'only-spoken' : classes(styles.label)}>{label}</Label>
      <span className={styles.frame}>
        <Input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          {...(inputMin === undefined ? {} : { min: inputMin })}
          {...(placeholder === undefined ? {} : { placeholder })}
          className={classes(styles.input, mono && styles.mono)}
          spellCheck={false}
        />
        {end}
      </span>
      <FieldNote hint={hint} error={error} />
    </AriaTextField>
  );
}
