// An on/off switch. Shows the value it is given; holds no state. A plain tick box within: a list has many of them, and
// each letter of a search draws others.
import type { ReactNode, Ref } from 'react';
import { classes } from '../classes';
import styles from './Switch.module.css';

interface SwitchProps {
  isOn: boolean;
  onChange: (on: boolean) => void;
  /** Wanted and not yet confirmed: the knob pulses. It still takes presses. */
  isPending?: boolean;
  isDisabled?: boolean;
  /** The name, where there are no words beside it. */
  label?: string;
  describedBy?: string | undefined;
  /** Out of the Tab order (in lists that move by arrow keys). */
  skipTab?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onFocus?: () => void;
  className?: string | undefined;
  /** Words beside it; they become its name. */
  children?: ReactNode;
}

/** A switch, named by `label` or by its children. */
export function Switch({
  isOn,
  onChange,
  isPending = false,
  isDisabled = false,
  label,
  describedBy,
  skipTab = false,
  inputRef,
  onFocus,
  className,
  children,
}: SwitchProps) {
  return (
    <label className={classes(styles.switch, isPending && styles.pending, className)} data-on={isOn}>
      <input
        ref={inputRef}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a tick box says itself whether it is on
        role="switch"
        className={styles.box}
        checked={isOn}
        disabled={isDisabled}
        tabIndex={skipTab ? -1 : undefined}
        aria-label={label}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
        onFocus={onFocus}
      />
      {children === undefined ? null : <span className={styles.words}>{children}</span>}
      <span className={styles.track}>
        <span className={styles.knob} />
      </span>
    </label>
  );
}
