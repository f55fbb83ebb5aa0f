// A setting that is on or off, and the fields that go with it.
import type { ReactNode } from 'react';
import type { Problem } from '../../app/model/problem';
import { Switch } from '../ui/fields/Switch';
import { Row } from '../ui/Section';
import { FieldError } from './FieldError';
import styles from './SwitchRow.module.css';

interface SwitchRowProps {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (on: boolean) => void;
  problem: Problem | null;
  /** Fields beside the switch. */
  children?: ReactNode;
}

/** A row with a switch at its end. */
export function SwitchRow({ label, hint, isOn, onChange, problem, children }: SwitchRowProps) {
  return (
    <Row label={label} hint={hint} below={<FieldError problem={problem} />}>
      <div className={styles.controls}>
        {children}
        <Switch label={label} isOn={isOn} onChange={onChange} />
      </div>
    </Row>
  );
}
