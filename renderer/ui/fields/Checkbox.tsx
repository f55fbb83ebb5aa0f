// Something to tick, with its words and a line below them. Shows the value it is given; holds no state.
import { type ReactNode, useId } from 'react';
import styles from './Checkbox.module.css';

interface CheckboxProps {
  isChecked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  isDisabled?: boolean;
  children: ReactNode;
}

/** A tick box named by its children. */
export function Checkbox({ isChecked, onChange, hint, isDisabled = false, children }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.checkbox}>
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className={styles.words}>
        <label htmlFor={id}>{children}</label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
