// The line below a field.
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Text } from 'react-aria-components/Text';
import { classes } from '../classes';
import styles from './TextField.module.css';

/** A field's hint, or in its place what is wrong (null: nothing). */
export function FieldNote({ hint, error }: { hint: ReactNode; error: ReactNode }) {
  return (
    <>
      {hint === undefined || error !== null ? null : (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={classes(styles.error)}>{error}</FieldError>
    </>
  );
}
