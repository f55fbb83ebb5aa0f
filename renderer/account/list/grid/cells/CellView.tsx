// One value of a row, as its kind is shown.
import { memo } from 'react';
import type { Cell, CellKind, Column } from '../../../../../app/model/lists/list-description';
import { cellText, countryName, stateWords } from '../../../../../app/texts/account/cells';
import { emptyCell } from '../../../../../app/texts/account/list-frame';
import { formatDay, formatMomentInRow } from '../../../../../app/texts/format';
import type { ListWords } from '../../../../../app/texts/account/lists';
import { classes } from '../../../../ui/classes';
import { locale } from '../../../../ui/locale';
import { Amount, useMasked } from '../../../../ui/privacy';
import styles from './CellView.module.css';
import { isAmount, isFigure } from './columns';
import { SecretCell } from './SecretCell';

interface CellViewProps {
  column: Column;
  cell: Cell;
  /** What a state column's words are. */
  states: ListWords['states'][string] | undefined;
  /** The column's name. */
  label: string;
}

function Value({ column: { kind }, cell, states, label }: CellViewProps) {
  const hidesAmount = useMasked() && isAmount(kind);
  if (cell === null || cell === '') return <span className={styles.none}>{emptyCell}</span>;
  if (kind === 'secret') return <SecretCell key={String(cell)} secret={String(cell)} label={label} />;
  if (kind === 'state') {
    const { text, tone } = stateWords(cell, states);
    return (
      <span className={styles.state} data-tone={tone} title={text}>
        {text}
      </span>
    );
  }
  const text = cellText(cell, kind, states, locale());
  const shown = typeof cell === 'number' ? (shortMoment(cell, kind) ?? text) : text;
  if (kind === 'country') {
    const name = countryName(String(cell), locale());
    return (
      <span className={styles.text} title={text}>
        {name ?? text} {name === null ? null : <span className={styles.code}>{String(cell).toUpperCase()}</span>}
      </span>
    );
  }
  return (
    <span
      className={classes(styles.text, kind === 'mono' && styles.mono, isFigure(kind) && styles.figure)}
      title={hidesAmount ? undefined : text}
    >
      {isAmount(kind) ? <Amount>{shown}</Amount> : shown}
    </span>
  );
}

/** A day or a moment, as short as it fits a row; null for any other kind. */
function shortMoment(moment: number, kind: CellKind): string | null {
  if (kind === 'day') return formatDay(moment, locale());
  return kind === 'moment' ? formatMomentInRow(moment, Date.now(), locale()) : null;
}

/** Drawn again only when something of it has changed. */
export const CellView = memo(Value);
