// One choice from a few: as a list with explanations, or as a segmented row.
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { classes } from '../classes';
import styles from './RadioGroup.module.css';

interface Choice<T extends string> {
  value: T;
  label: string;
  /** A sentence below the label (lists only). */
  hint?: ReactNode;
  isDisabled?: boolean;
}

interface ChoiceProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  value: T | null;
  onChange: (value: T) => void;
  choices: readonly Choice<T>[];
  isDisabled?: boolean;
  className?: string | undefined;
}

function choose<T extends string>(props: ChoiceProps<T>, value: string): void {
  const choice = props.choices.find((each) => each.value === value);
  if (choice !== undefined) {
    props.onChange(choice.value);
  }
}

/** The choices as a list, each with an optional sentence below it. */
export function RadioGroup<T extends string>(props: ChoiceProps<T>) {
  return (
    <AriaRadioGroup
      value={props.value}
      onChange={(value) => choose(props, value)}
      isDisabled={props.isDisabled ?? false}
      className={classes(styles.group, props.className)}
    >
      <Label className={props.hideLabel ? 'only-spoken' : classes(styles.label)}>{props.label}</Label>
      {props.choices.map((choice) => (
        <Radio
          key={choice.value}
          value={choice.value}
          isDisabled={choice.isDisabled ?? false}
          className={classes(styles.radio)}
        >
          <span className={styles.dot} />
          <span className={styles.words}>
            <span>{choice.label}</span>
            {choice.hint === undefined ? null : <span className={styles.hint}>{choice.hint}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}

/** The choices side by side, for two to four short words. */
export function Segmented<T extends string>(props: ChoiceProps<T>) {
  return (
    <AriaRadioGroup
      value={props.value}
      onChange={(value) => choose(props, value)}
      orientation="horizontal"
      isDisabled={props.isDisabled ?? false}
      className={classes(styles.group, props.className)}
    >
      <Label className={props.hideLabel ? 'only-spoken' : classes(styles.label)}>{props.label}</Label>
      <div className={styles.segments}>
        {props.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.isDisabled ?? false}
            className={classes(styles.segment)}
          >
            {choice.label}
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
