// One choice out of a list that drops down. Loaded with the views that need it, never with the first picture.
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Select.module.css';

interface SelectProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  value: T;
  onChange: (value: T) => void;
  choices: readonly { value: T; label: string }[];
  isDisabled?: boolean;
  className?: string | undefined;
}

function choose<T extends string>(props: SelectProps<T>, value: unknown): void {
  const choice = props.choices.find((each) => each.value === value);
  if (choice !== undefined) {
    props.onChange(choice.value);
  }
}

/** A labelled drop-down list. */
export function Select<T extends string>(props: SelectProps<T>) {
  return (
    <AriaSelect
      value={props.value}
      onChange={(value) => choose(props, value)}
      isDisabled={props.isDisabled ?? false}
      className={classes(styles.select, props.className)}
    >
      <Label className={props.hideLabel ? 'only-spoken' : classes(styles.label)}>{props.label}</Label>
      <Button className={classes(styles.button)}>
        <SelectValue className={classes(styles.value)} />
        <Icon name="chevronDown" />
      </Button>
      <Popover className={classes(styles.popover)}>
        <ListBox className={classes(styles.list)} items={props.choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className={classes(styles.item)}>
              {({ isSelected }) => (
                <>
                  <span className={styles.tick}>{isSelected ? <Icon name="check" /> : null}</span>
                  {choice.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
