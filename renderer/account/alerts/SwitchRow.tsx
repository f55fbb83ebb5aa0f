// One kind of alert, with its switch and its threshold. Must not know which kind it is.
import type { ReactNode } from 'react';
import type { Problem } from '../../../app/model/problem';
import { FieldError } from '../../settings/FieldError';
import { Row } from '../../ui/Section';
import { Switch } from '../../ui/fields/Switch';
import styles from './Alerts.module.css';

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
    <Row
      label={label}
      hint={
        <>
          {hint}
          <FieldError problem={problem} />
        </>
      }
    >
      <div className={styles.controls}>
        {children}
        <Switch label={label} isOn={isOn} onChange={onChange} />
      </div>
    </Row>
  );
}
