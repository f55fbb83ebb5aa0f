// The system's own list of words to choose one from. Its label is the caller's.
import type { AriaAttributes } from 'react';
import { Icon } from '../Icon';
import styles from './Select.module.css';

interface SelectProps<T extends string>
  extends Pick<AriaAttributes, 'aria-label' | 'aria-invalid' | 'aria-describedby'> {
  id?: string;
  value: T;
  onChange: (value: T) => void;
  choices: readonly { value: T; label: string }[];
}

/** A list without a label of its own: `id` for a label beside it, or `aria-label`. */
export function Select<T extends string>({ value, onChange, choices, ...rest }: SelectProps<T>) {
  return (
    <span className={styles.frame}>
      <select
        {...rest}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" className={styles.arrow} />
    </span>
  );
}
