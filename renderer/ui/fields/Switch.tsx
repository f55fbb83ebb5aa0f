// An on/off switch. Shows the value it is given; holds no state.
import type { ReactNode, Ref } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
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
    <AriaSwitch
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      excludeFromTabOrder={skipTab}
      className={classes(styles.switch, isPending && styles.pending, className)}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(inputRef === undefined ? {} : { inputRef })}
      {...(onFocus === undefined ? {} : { onFocus })}
    >
      {children === undefined ? null : <span className={styles.words}>{children}</span>}
      <span className={styles.track}>
        <span className={styles.knob} />
      </span>
    </AriaSwitch>
  );
}
