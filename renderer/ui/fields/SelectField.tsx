// One choice from many words, in the system's own list.
import { type ReactNode, useId } from 'react';
import { classes } from '../classes';
import { Select } from './Select';
import styles from './SelectField.module.css';
import fieldStyles from './TextField.module.css';

interface SelectFieldProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  choices: readonly { value: T; label: string }[];
  hint?: ReactNode;
  /** What is wrong, or null. */
  error?: ReactNode;
}

/** A labelled list to choose from. */
export function SelectField<T extends string>({
  label,
  value,
  onChange,
  choices,
  hint,
  error = null,
}: SelectFieldProps<T>) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Select
        id={id}
        value={value}
        choices={choices}
        aria-invalid={error !== null}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        onChange={onChange}
      />
      {below === undefined ? null : (
        <p id={`${id}-below`} className={classes(error === null ? fieldStyles.hint : fieldStyles.error)}>
          {below}
        </p>
      )}
    </div>
  );
}
