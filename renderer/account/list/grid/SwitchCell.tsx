// The switch in a row, and the outcome of its last press. The grid handles the press.
import { listTexts } from '../../../../app/texts/account/list-frame';
import { Icon } from '../../../ui/Icon';
import type { RowNote } from './row-note';
import styles from './SwitchCell.module.css';

interface SwitchCellProps {
  /** The row's name. */
  name: string;
  isOn: boolean;
  note: RowNote | null;
}

/** A plain button: there may be fifty of them in view. */
export function SwitchCell({ name, isOn, note }: SwitchCellProps) {
  const phase = note?.phase ?? 'none';
  const title = note === null || note.title === '' ? (isOn ? listTexts.on : listTexts.off) : note.title;
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-label={name}
        tabIndex={-1}
        className={styles.switch}
        title={title}
        data-does="switch"
        data-phase={phase}
      >
        <span className={styles.track}>
          <span className={styles.knob} />
        </span>
      </button>
      {note === null || note.text === '' ? null : (
        <span className={styles.note} data-phase={phase} title={title}>
          {phase === 'failed' ? <Icon name="bad" /> : null}
          <span className="only-spoken">{note.text}</span>
        </span>
      )}
    </>
  );
}
