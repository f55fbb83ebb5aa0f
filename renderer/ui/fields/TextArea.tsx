// A field for several lines, with its label, a hint and its error.
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from '../classes';
import { FieldNote } from './FieldNote';
import styles from './TextField.module.css';

interface TextAreaProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  label: string;
  hint?: ReactNode;
  /** What is wrong, or null. */
  error?: ReactNode;
  rows?: number;
  mono?: boolean;
}

/** A labelled field of several lines. */
export function TextArea({ label, hint, error = null, rows = 4, mono = false, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== null} className={classes(styles.field)}>
      <Label className={classes(styles.label)}>{label}</Label>
      <span className={styles.frame}>
        <AriaTextArea
          rows={rows}
          spellCheck={false}
          className={classes(styles.input, styles.lines, mono && styles.mono)}
        />
      </span>
      <FieldNote hint={hint} error={error} />
    </AriaTextField>
  );
}
