// A text field that suggests words while the user types, with a hint and its error.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { classes } from '../classes';
import { FieldNote } from './FieldNote';
import { Icon } from '../Icon';
import menuStyles from '../Menu.module.css';
import styles from './SuggestField.module.css';
import fieldStyles from './TextField.module.css';

interface Suggestion {
  id: string;
  label: string;
}

interface SuggestFieldProps {
  label: string;
  /** What is typed; a chosen suggestion is its label. */
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly Suggestion[];
  /** Names the button that opens the list. */
  openLabel: string;
  hint?: ReactNode;
  /** What is wrong, or null. */
  error?: ReactNode;
}

/** A labelled text field with suggestions; any text is allowed. */
export function SuggestField({
  label,
  value,
  onChange,
  suggestions,
  openLabel,
  hint,
  error = null,
}: SuggestFieldProps) {
  return (
    <ComboBox
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      defaultItems={suggestions}
      isInvalid={error !== null}
      className={classes(fieldStyles.field)}
    >
      <Label className={classes(fieldStyles.label)}>{label}</Label>
      <span className={fieldStyles.frame}>
        <Input className={classes(fieldStyles.input)} spellCheck={false} />
        <Button className={classes(styles.open)} aria-label={openLabel}>
          <Icon name="chevronDown" />
        </Button>
      </span>
      <FieldNote hint={hint} error={error} />
      <Popover offset={4} className={classes(menuStyles.popover, styles.popover)}>
        <ListBox className={classes(menuStyles.menu, styles.list)}>
          {(each: Suggestion) => (
            <ListBoxItem id={each.id} textValue={each.label} className={classes(menuStyles.item, styles.item)}>
              {each.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
